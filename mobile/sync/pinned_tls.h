#pragma once

#include <string>
#include <vector>

#include <boost/asio/ssl/context.hpp>

namespace rapport {

// A TLS 1.2 or later client that believes a server by its public key alone: the SHA-256 of the
// certificate's public key must be among the pins that came with the enrolment. Dates are not
// asked, because a tablet's clock may be years wrong; without pins the system's authorities decide.
boost::asio::ssl::context pinnedTls(const std::vector<std::string>& pins);

}  // namespace rapport
