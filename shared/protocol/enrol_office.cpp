#include "shared/protocol/enrol_office.h"

#include <algorithm>

#include "shared/base/byte_writer.h"
#include "shared/crypto/compare.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/mac.h"

namespace rapport {
namespace {

constexpr std::string_view kCodeDomain = "rapport enrolment code v1";
constexpr std::string_view kLookupDomain = "rapport enrolment lookup v1";
constexpr std::string_view kKeyDomain = "rapport enrolment office key v1";
constexpr std::string_view kStatementDomain = "rapport enrolment office v1";

Digest derived(std::string_view domain, ByteView from) {
  return digestOf(Bytes(domain) + Bytes(from));
}

SecretKey officeKey(const Digest& codeHash) {
  SecretKey key;
  std::ranges::copy(derived(kKeyDomain, viewOf(codeHash)), key.data());
  return key;
}

}  // namespace

Digest enrolmentCodeHash(ByteView codeBytes) { return derived(kCodeDomain, codeBytes); }

Digest enrolmentLookup(const Digest& codeHash) { return derived(kLookupDomain, viewOf(codeHash)); }

Bytes officeStatementBytes(ByteView nonce, const OfficeStatement& statement) {
  ByteWriter out;
  out.raw(kStatementDomain);
  out.blob(nonce);
  out.blob(statement.programme);
  out.varint(statement.pins.size());
  for (const std::string& pin : statement.pins) out.blob(pin);
  return out.take();
}

Digest officeMac(const Digest& codeHash, ByteView nonce, const OfficeStatement& statement) {
  return mac32(officeKey(codeHash), officeStatementBytes(nonce, statement));
}

bool officeMacFits(const Digest& codeHash, ByteView nonce, const OfficeStatement& statement,
                   ByteView mac) {
  return equalInConstantTime(viewOf(officeMac(codeHash, nonce, statement)), mac);
}

}  // namespace rapport
