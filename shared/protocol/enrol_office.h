#pragma once

#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"

namespace rapport {

// How a tablet that knows a code and an address, and no key, comes to trust its office (PROTOCOL.md
// "An office found by a code"). Both ends make everything from one hash of the code, so that the
// office need not keep the code itself.

// Under which an office keeps a code; from the code's 16 bytes.
Digest enrolmentCodeHash(ByteView codeBytes);

// Names a code to whoever knows its hash, and tells nobody else anything of it.
Digest enrolmentLookup(const Digest& codeHash);

// What an office says of itself.
struct OfficeStatement {
  std::string programme;
  std::vector<std::string> pins;  // of the keys that may serve it; none with plain transport
  bool operator==(const OfficeStatement&) const = default;
};

// What the MAC is over; `nonce` is the tablet's own, limits::kEnrolmentNonceBytes long.
Bytes officeStatementBytes(ByteView nonce, const OfficeStatement& statement);

// Whoever makes it knows the code.
Digest officeMac(const Digest& codeHash, ByteView nonce, const OfficeStatement& statement);
// In constant time.
bool officeMacFits(const Digest& codeHash, ByteView nonce, const OfficeStatement& statement,
                   ByteView mac);

}  // namespace rapport
