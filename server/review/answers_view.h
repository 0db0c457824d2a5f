#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// The type whose anonymous answers are about records of this one; null where there is none.
const RecordType* answersAbout(const Catalogue& catalogue, const RecordType& about);

// What anonymous answers about this record say together, never one of them and never their words:
// {"label", "people", "waiting", "values": [{name, label}], "groups": [{name, label, score}],
// "items": [{name, label, group?, "counts": [one for each value, and last of those who chose
// none]}], "score", "trusting", "sides": [{id, title, people, score}]}. People are a number, "<11"
// or "hidden" (suppression.h); scores from 0 to 100, or null where too few speak (pulse.h).
// `waiting`: answers are here that no number speaks of yet, because a change would tell of a few
// people. kNotFound: as recordView, or nobody is asked about such records.
Result<nlohmann::json> answersView(const Viewer& viewer, RecordId id);

}  // namespace rapport
