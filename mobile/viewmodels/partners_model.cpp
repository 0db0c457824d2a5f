#include "mobile/viewmodels/partners_model.h"

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

PartnersModel::PartnersModel(QObject* parent)
    : ViewModel(parent),
      partners_(
          {"partnerId", "name", "initial", "tone", "kind", "areas", "status", "twoVersions"}) {}

void PartnersModel::readAgain() {
  desk()->read(
      this,
      [](Notebook& notebook, Drafts&) -> Result<Reading> {
        auto partners = readPartners(notebook);
        if (!partners.ok()) return partners.error();
        const RecordType* type = notebook.catalogue().type("partner");
        return Reading{std::move(*partners), type != nullptr ? *type : RecordType{}};
      },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          show();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void PartnersModel::setSearch(const QString& search) {
  if (search == search_) return;
  search_ = search;
  show();
}

void PartnersModel::show() {
  QList<QVariantList> rows;
  for (const PartnerFacts& partner : reading_.partners) {
    const QString name = toQt(partner.name);
    if (!name.contains(search_.trimmed(), Qt::CaseInsensitive)) continue;
    QStringList areas;
    for (const std::string& area : partner.areas) areas.append(toQt(area));
    rows.append({toQt(partner.id), name, name.left(1), 1 + static_cast<int>(rows.size()) % 3,
                 toQt(labelOf(reading_.type, "kind", partner.kind, codeOf(spoken()))),
                 areas.join(QStringLiteral(", ")),
                 toQt(labelOf(reading_.type, "status", partner.status, codeOf(spoken()))),
                 partner.needsPerson});
  }
  partners_.show(rows);
  firstId_ = rows.isEmpty() ? QString() : rows.front().front().toString();
  shown_ = true;
  emit changed();
}

}  // namespace rapport
