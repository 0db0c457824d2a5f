#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

// What was written into a record's text fields, by name; nothing: the field was cleared.
using Texts = std::vector<std::pair<std::string, std::optional<std::string>>>;

// Texts of one entry, as the cells of the record hold them (PROTOCOL.md "Sealed texts").
struct SealedTexts {
  std::string body;
  std::vector<std::string> keys;  // one for each reader
};

// To each of the readers' public keys. kTooLarge: together they are longer than can be sealed;
// kInvalid: one of the keys is none that can be sealed to.
Result<SealedTexts> sealTexts(RecordId record, const Texts& texts, std::span<const Bytes> readers,
                              Random& random);

// What a body's encryption is bound to.
Bytes sealedTextsAbout(RecordId record);

}  // namespace rapport
