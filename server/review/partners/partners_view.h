#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// What a directory may be narrowed to: partners for which something is to be done.
enum class PartnerNeed : std::uint8_t {
  kAny,
  kVisitDue,  // visit_pace.h, quiet ones too
  kQuiet,
  kPromiseLate,  // one of ours is overdue
  kAnswerLate,   // somebody waits for an answer past its service level
  kSteward,      // active, and our side has none or two
};
enum class PartnerOrder : std::uint8_t { kName, kSteward, kStatus, kVisit, kPromises, kWaiting };
enum class Direction : std::uint8_t { kAscending, kDescending };

struct PartnersQuestion {
  std::string text{};     // in name, description, places, populations or the steward's name
  std::string area{};     // id
  std::string steward{};  // as the answer names one in "stewards"
  std::string status{};
  PartnerNeed need = PartnerNeed::kAny;
  PartnerOrder order = PartnerOrder::kName;
  Direction direction = Direction::kAscending;
  std::string after{};  // the cursor of the page before
  std::size_t limit = 50;
};

// As a query spells them; kAny and kName for what is none.
PartnerNeed partnerNeedFrom(const std::string& text);
PartnerOrder partnerOrderFrom(const std::string& text);

// The directory of partners: {"items": [{id, title, kind, status, areas, languages, stewards,
// steward_state, last_visit, next_visit, visit, visit_due, promises, waiting, conflict}], "next",
// "total", "needs", "stewards"}. `promises` are ours: {open, overdue}; `waiting` is feedback that
// is not sensitive: {open, late}; each is null where the role reads none of it. "needs" counts what
// the question finds without its need; "stewards" lists every steward of our side by name. The
// order is by the column and then the id, and a cursor says behind which of them to go on, so that
// no page repeats or leaves out what has not changed. Goes through every event, promise, item of
// feedback, answer and stewardship. kNotFound: no such area; kInvalid: no cursor of ours.
Result<nlohmann::json> partnersView(const Viewer& viewer, const ProgrammeSettings& settings,
                                    std::chrono::sys_days today, const PartnersQuestion& question);

}  // namespace rapport
