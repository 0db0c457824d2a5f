#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/crypto/sealed_box.h"

namespace rapport {

// How the two halves of a backup key are written down: one line of text, which begins by saying
// what it is. The private half belongs anywhere but on the server.

std::string toText(const SealingKey& key);
std::string toText(const SealingPublicKey& key);

// With or without white space around it. kInvalid: it is none, with what it is instead if that is
// known.
Result<SealingKey> backupKeyFrom(std::string_view text);
Result<SealingPublicKey> backupRecipientFrom(std::string_view text);

// A few letters by which people tell one key from another.
std::string shortNameOf(const SealingPublicKey& key);

}  // namespace rapport
