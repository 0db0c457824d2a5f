#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/protocol/office_address.h"

namespace rapport {

enum class Transport : std::uint8_t { kPlain = 0, kTls = 1 };

// What a tablet needs to reach its server and be let in, as one line for a QR code or a message:
// rapport://HOST:PORT/enrol?programme=P&code=CODE&tls=0|1&pin=…&pin=…
struct EnrolLink {
  std::string host;  // a name or an address; IPv6 without its brackets
  std::uint16_t port = 0;
  std::string programme;
  std::string code;  // enrolment_code.h
  Transport transport = Transport::kTls;
  // base64url SHA-256 of the public keys that may serve, the backup's too. None with TLS: trust the
  // system's authorities.
  std::vector<std::string> pins;
  bool operator==(const EnrolLink&) const = default;
};

std::string toText(const EnrolLink& link);

// Believes nothing: kInvalid with a sentence for people. Plain transport is taken for loopback
// only. Spaces around the link, as copying adds them, are fine.
Result<EnrolLink> parseEnrolLink(std::string_view text);

// What somebody types to enrol a tablet: a link alone, or a code and the office's address.
struct TypedInvitation {
  std::string linkOrCode;
  std::string office;  // office_address.h; not looked at beside a link
};

// What a new device signs to prove that it holds its key: a domain that no other signature of
// Rapport uses, then code, public key (its 32 bytes) and device name, each with its length.
Bytes enrolmentProof(std::string_view code, ByteView publicKey, std::string_view deviceName);
// Three words, with spaces, that tablet and console both show: made from the proof.
std::string enrolmentWords(ByteView proof);

}  // namespace rapport
