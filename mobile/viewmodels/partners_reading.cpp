#include "mobile/viewmodels/partners_reading.h"

#include <algorithm>
#include <tuple>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/tongue.h"

namespace rapport {

Result<std::vector<PartnerFacts>> readPartners(Notebook& notebook) {
  std::vector<PartnerFacts> partners;
  const Status read = notebook.each("partner", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    partners.push_back({.id = view.id(),
                        .name = view.text("name"),
                        .kind = view.text("kind"),
                        .status = view.text("status"),
                        .description = view.text("description"),
                        .cultureNote = view.text("culture_note"),
                        .areas = view.elements("areas"),
                        .languages = view.elements("languages"),
                        .needsPerson = view.needsPerson()});
    return true;
  });
  if (!read.ok()) return read.error();
  std::sort(partners.begin(), partners.end(), [](const PartnerFacts& a, const PartnerFacts& b) {
    return std::tie(a.name, a.id) < std::tie(b.name, b.id);
  });
  return partners;
}

Result<NameOf> readNames(Notebook& notebook, std::string_view type) {
  NameOf names;
  const Status read = notebook.each(type, [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    names.emplace(view.id(), view.titleIn(codeOf(spoken())));
    return true;
  });
  if (!read.ok()) return read.error();
  return names;
}

std::string nameIn(const NameOf& names, const std::string& id) {
  const auto found = names.find(id);
  return found != names.end() ? found->second : std::string();
}

}  // namespace rapport
