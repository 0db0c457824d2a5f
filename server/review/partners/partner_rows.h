#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/review/names.h"
#include "server/review/partners/stewardship.h"
#include "server/review/partners/visit_pace.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// One partner as the directory lists it. Private to this folder.
struct PartnerRow {
  struct Steward {
    std::string person, name;  // as it was written; as it is said
  };
  struct Count {
    std::size_t open = 0, late = 0;
  };

  std::string id, name, kind, status;
  std::string searched;  // folded words of its record, for a search
  std::vector<std::string> areas{}, languages{};
  std::set<std::string> areaIds{};
  bool conflict = false;
  std::vector<Steward> stewards{};  // of our side, today
  StewardState stewardState = StewardState::kNone;
  std::optional<std::chrono::sys_days> lastVisit{}, nextVisit{}, visitDue{};
  VisitPace pace = VisitPace::kNone;
  Count promises{}, waiting{};

  bool active() const { return status == "active"; }
};

struct PartnerRows {
  std::vector<PartnerRow> rows;
  bool readsStewards = false, readsPromises = false, readsFeedback = false;
};

// Every partner that the viewer may read, in no order.
Result<PartnerRows> partnerRows(const Viewer& viewer, const ProgrammeSettings& settings,
                                std::chrono::sys_days today, Names& names);

// As words are compared: ASCII letters small, and the accents of Spanish taken off.
std::string folded(const std::string& text);

}  // namespace rapport
