#include "mobile/sync/office.h"

namespace rapport {

Result<Office> officeOf(const Enrolment& enrolment) {
  const auto address = parseHostPort(enrolment.server);
  if (!address) return address.error();
  return Office{address->host, address->port, enrolment.tls ? Transport::kTls : Transport::kPlain,
                enrolment.pins};
}

Office officeOf(const EnrolLink& link) { return {link.host, link.port, link.transport, link.pins}; }

}  // namespace rapport
