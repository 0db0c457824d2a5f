#include "server/review/partners/themes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "server/review/measure_facts.h"

namespace rapport {

Heard themesOf(const std::vector<NoteFact>& notes) {
  std::set<std::string> corrected;
  for (const NoteFact& note : notes) corrected.insert(note.replaces);
  Heard heard;
  std::map<std::string, Theme> byCode;
  std::set<std::pair<std::string, std::string>> raised;
  for (const NoteFact& note : notes) {
    if (corrected.contains(note.id)) continue;
    ++heard.notes;
    for (const std::string& code : note.codes) {
      Theme& theme = byCode[code];
      theme.code = code;
      ++theme.notes;
      if (raised.emplace(code, note.session).second) ++theme.sessions;
    }
  }
  for (auto& [code, theme] : byCode) heard.themes.push_back(std::move(theme));
  std::ranges::sort(heard.themes, [](const Theme& one, const Theme& other) {
    return std::tuple(other.sessions, other.notes, one.code) <
           std::tuple(one.sessions, one.notes, other.code);
  });
  return heard;
}

const char* nameOf(Agreement agreement) {
  switch (agreement) {
    case Agreement::kNobody:
      return "nobody";
    case Agreement::kUs:
      return "us";
    case Agreement::kThem:
      return "them";
    case Agreement::kBoth:
      return "both";
  }
  return "";
}

Agreement agreementOf(const std::vector<std::string>& agreedBy, const std::string& partner,
                      const std::string& name) {
  bool us = false, them = false;
  for (const std::string& side : agreedBy) {
    us = us || side == kOurSide;
    them = them || side == partner || (!name.empty() && side == name);
  }
  if (us && them) return Agreement::kBoth;
  return us ? Agreement::kUs : them ? Agreement::kThem : Agreement::kNobody;
}

}  // namespace rapport
