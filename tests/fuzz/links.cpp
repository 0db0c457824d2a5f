#include "shared/protocol/enrol_link.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {

void tryBytes(ByteView bytes) {
  const auto address = parseHostPort(bytes);
  if (address) {
    const auto again = parseHostPort(hostAndPort(address->host, address->port));
    demand(again.ok() && again->host == address->host && again->port == address->port,
           "an address reads as it was written");
  }
  const auto typed = parseOfficeAddress(bytes);
  if (typed) {
    const auto again = parseOfficeAddress(officeAddressText(typed->host, typed->port));
    demand(again.ok() && *again == *typed, "an office's address reads as it was shown");
  }
  const auto link = parseEnrolLink(bytes);
  if (!link) return;
  const auto again = parseEnrolLink(toText(*link));
  demand(again.ok() && *again == *link, "a link reads as it was written");
  demand(link->transport == Transport::kTls || isLoopback(link->host),
         "without TLS nothing leaves this machine");
}

}  // namespace rapport::fuzz
