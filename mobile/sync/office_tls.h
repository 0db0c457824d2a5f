#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/ssl/context.hpp>
#include <boost/system/error_code.hpp>

#include "mobile/sync/office.h"

namespace rapport {

// How a tablet knows its office over TLS 1.2 or later, with forward secrecy and authenticated
// encryption.
//
// With pins it believes the public key alone: the SHA-256 of it must be among those that came with
// the enrolment. The certificate's dates are then judged by the office's own clock, because a
// tablet's may be years wrong and would lock it out. Without pins the system's authorities decide,
// and the certificate must name the host.
boost::asio::ssl::context officeTls(const Office& office);

// Tells the connection whom to expect. Before its handshake.
void expectOffice(SSL* tls, const Office& office);

// Why the other end is not believed, in a sentence for people.
using Distrust = std::optional<std::string>;

// After a handshake that failed. Nothing: it is the network's fault.
Distrust whyRefused(SSL* tls, const Office& office, const boost::system::error_code& failure);

// After a handshake, before anything is said that a stranger must not hear: the key again, and the
// dates. `officeDate` is the Date header of the office's first answer; without a readable one this
// tablet's clock has to do.
Distrust whyDistrusted(SSL* tls, const Office& office, std::string_view officeDate);

// A client that takes whichever key the other end shows, and so believes nobody: for a question
// that a stranger may be asked.
boost::asio::ssl::context strangersTls();
// The pin of the key that the other end of a finished handshake showed and proved to hold; empty
// where there is none.
std::string shownPin(SSL* tls);

}  // namespace rapport
