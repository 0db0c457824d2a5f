#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

enum class Copy : std::uint8_t {
  kOurs,
  // What may be given to the partner: without contacts, notes and warnings of stewards, ratings,
  // the culture note, names of staff besides the stewards, and minutes that are kept inside.
  kTheirs,
};

// One partner's dossier, of the twelve months before `today` (the first day that is not over):
// {"partner", "stewards", "contacts", "promises", "meetings", "agreements", "exchange", "sessions",
// "themes", "quotes", "needs", "waiting", "trust"}. Each part is null where the viewer's role reads
// none of what it is made of, and its fields are filtered as the records' own. Facts about
// organisations are told; people are a number, "<11" or "hidden" (suppression.h); quotes are those
// that may be shared; nothing sensitive is in it, whoever asks. Phone and mail are told of whoever
// said yes to being contacted. Who holds a stewardship is told to every role that may read its
// name, though its dates may not be theirs to read. kNotFound: no such partner for this role.
Result<nlohmann::json> partnerView(const Viewer& viewer, const ProgrammeSettings& settings,
                                   std::chrono::sys_days today, const std::string& partner,
                                   Copy copy);

}  // namespace rapport
