#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/protocol/enrol_link.h"
#include "shared/sync/local_store.h"

namespace rapport {

// Where a programme's server is, and which public keys it may show.
struct Office {
  std::string host;
  std::uint16_t port = 0;
  Transport transport = Transport::kTls;
  std::vector<std::string>
      pins;  // base64url SHA-256 of public keys; never empty with TLS from a link
};

Result<Office> officeOf(const Enrolment& enrolment);
Office officeOf(const EnrolLink& link);

}  // namespace rapport
