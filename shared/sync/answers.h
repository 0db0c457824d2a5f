#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/field_edit.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/drop_frames.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Anonymous answers: how one is made on a tablet, and how an office takes them (PROTOCOL.md
// "Drop").

// The Monday of the week that it is on this device's wall, as a date.
std::string weekNow(const Clock& clock);

// What somebody entered, with a random id and the week. A week that is given must not be to come,
// and is kept as its Monday; without one it is the present week. kInvalid with a sentence where the
// declaration does not take it or something required is missing, since nobody can add it later;
// kTooLarge past limits::kAnswerBytes.
Result<DroppedAnswer> newAnswer(const RecordType& type, const std::vector<FieldEdit>& fields,
                                const Clock& clock, Random& random);

// Does it fit its declaration, as this catalogue knows it?
Status judgeAnswer(const Catalogue& types, const DroppedAnswer& answer);

// Writes those that fit; answers their ids, ascending, also of those that are there already.
Result<std::vector<Uuid>> keepAnswers(ServerWriter& programme, const Catalogue& types,
                                      const Drop& drop);

}  // namespace rapport
