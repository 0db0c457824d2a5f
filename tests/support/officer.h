#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/crypto/sealed_box.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport::testing {

// What an officer's browser does with a key: opens the body that one of these keys is of. The JSON
// as it was sealed, padding and all; kNotFound where none of the keys is for this reader.
Result<std::string> openTexts(const SealingKey& reader, RecordId record, const std::string& body,
                              const std::vector<std::string>& keys);

// The cells of a record's sealed bodies and keys.
struct SealedCells {
  std::vector<std::string> bodies, keys;
};
SealedCells sealedCells(const RecordType& type, const RecordState& record);

}  // namespace rapport::testing
