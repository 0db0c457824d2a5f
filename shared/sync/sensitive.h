#pragma once

#include <vector>

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/model/catalogue.h"
#include "shared/sync/local_store.h"

namespace rapport {

// What is sensitive is encrypted to the safeguarding officers before it is kept (DESIGN.md "Sealed
// to the officers").

inline constexpr std::string_view kOfficerKeyTypeName = "officer_key";

// Public keys of the officers as the office last told them, one of each person: the newest that is
// not retired. Ascending; at most limits::kSealedReaders.
Result<std::vector<Bytes>> officersKeys(LocalStore& store, const Catalogue& types);

// Is this record sensitive, or does this edit make it so? `shown` is what its author was shown.
Result<bool> isSensitive(LocalStore& store, const RecordType& type, const RecordState& shown,
                         const std::vector<Operation>& operations);

// Moves what the operations say in words into a body that the officers alone open. Does nothing
// where the type has no place for it, where nothing is said in words, or where fewer than
// limits::kOfficersNeeded officers have a key. kTooLarge: more words than can be sealed at once.
Status sealSensitive(LocalStore& store, const Catalogue& types, const RecordType& type,
                     const RecordState& shown, std::vector<Operation>& operations, Random& random);

}  // namespace rapport
