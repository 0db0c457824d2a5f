#include "mobile/viewmodels/find_model.h"

#include <algorithm>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/value_words.h"
#include "shared/model/menu_area.h"

namespace rapport {
namespace {

QString pluralOf(const RecordType& type) { return toQt(labelIn(type.plural, codeOf(spoken()))); }

}  // namespace

FindModel::FindModel(QObject* parent)
    : ViewModel(parent),
      kinds_({"area", "heading", "kinds"}),
      found_({"recordId", "typeName", "title", "kind", "mark"}) {}

void FindModel::setSearch(const QString& search) {
  if (search == search_) return;
  search_ = search;
  lookFor();
}

void FindModel::setTypeName(const QString& type) {
  if (type == typeName()) return;
  typeName_ = type.toStdString();
  lookFor();
}

void FindModel::setAboutId(const QString& id) {
  if (id == aboutId()) return;
  aboutId_ = id.toStdString();
  refresh();
}

void FindModel::lookFor() {
  ++asked_;
  shown_ = false;
  emit changed();
  refresh();
}

Result<FindModel::Reading> FindModel::kindsOf(Notebook& notebook, const std::string& about) {
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  Reading reading;
  std::string aboutType;
  if (const auto id = Uuid::parse(about)) {
    const auto sheet = notebook.get(RecordId{*id});
    if (!sheet.ok()) return sheet.error();
    if (!sheet->has_value()) return reading;
    aboutType = (*sheet)->type->name;
    reading.aboutTitle = toQt(RecordView(**sheet).title());
  }
  for (const RecordType& type : notebook.catalogue().types()) {
    const bool begins = rapport::mayBegin(type, enrolment->role) &&
                        (aboutType.empty() || canBeAbout(type, aboutType));
    const bool found = aboutType.empty() && mayFind(type, enrolment->role);
    if (begins || found) reading.kinds.push_back({type, begins, found});
  }
  return reading;
}

void FindModel::readAgain() {
  desk()->read(
      this, [about = aboutId_](Notebook& notebook, Drafts&) { return kindsOf(notebook, about); },
      [this, asked = asked_](const Result<Reading>& reading) {
        if (!reading.ok()) {
          say(reading.error());
          return readingShown();
        }
        all_ = reading->kinds;
        aboutTitle_ = reading->aboutTitle;
        showKinds();
        if (!listing()) {
          shown_ = true;
          emit changed();
          return readingShown();
        }
        FindWalk walk{.words = plainWords(search_)};
        for (const Kind& kind : all_)
          if (kind.found && (typeName_.empty() || kind.type.name == typeName_))
            walk.types.push_back(kind.type.name);
        goOn(std::move(walk), asked);
      });
}

void FindModel::goOn(FindWalk walk, int asked) {
  if (walk.ended() || asked != asked_) {
    if (asked == asked_) showFound(walk);
    return readingShown();
  }
  desk()->read(
      this,
      [walk = std::move(walk)](Notebook& notebook, Drafts&) { return walkOn(notebook, walk); },
      [this, asked](const Result<FindWalk>& on) {
        if (on.ok()) return goOn(*on, asked);
        say(on.error());
        readingShown();
      });
}

void FindModel::showKinds() {
  const QString words = plainWords(search_);
  QList<QVariantList> rows;
  for (const MenuArea& area : menuAreas()) {
    QVariantList kinds;
    for (const Kind& kind : all_)
      if (kind.type.area == area.name && plainWords(pluralOf(kind.type)).contains(words))
        kinds.append(QVariantMap{{"typeName", toQt(kind.type.name)},
                                 {"label", pluralOf(kind.type)},
                                 {"mark", iconOf(kind.type)},
                                 {"finds", kind.found}});
    if (!kinds.isEmpty())
      rows.append({QString::fromUtf8(area.name.data(), static_cast<qsizetype>(area.name.size())),
                   toQt(labelIn(area.label, codeOf(spoken()))), kinds});
  }
  kinds_.show(rows);
}

void FindModel::showFound(const FindWalk& walk) {
  QList<QVariantList> rows;
  for (const FoundRecord& each : walk.found) {
    const Kind* kind = kindNamed(each.type);
    if (kind == nullptr) continue;
    rows.append({toQt(each.id.toString()), toQt(each.type),
                 each.title.isEmpty() ? tr("Without a name") : each.title,
                 typeName_.empty() ? typeWord(kind->type) : QString(), iconOf(kind->type)});
  }
  found_.show(rows);
  more_ = walk.more;
  shown_ = true;
  emit changed();
}

const FindModel::Kind* FindModel::kindNamed(const std::string& name) const {
  const auto kind =
      std::ranges::find_if(all_, [&name](const Kind& each) { return each.type.name == name; });
  return kind == all_.end() ? nullptr : &*kind;
}

QString FindModel::typeTitle() const {
  const Kind* kind = kindNamed(typeName_);
  return kind != nullptr ? pluralOf(kind->type) : QString();
}

bool FindModel::mayBegin() const {
  const Kind* kind = kindNamed(typeName_);
  return kind != nullptr && kind->begins;
}

}  // namespace rapport
