#pragma once

#include <boost/asio/ssl/context.hpp>

#include "server/net/net_options.h"
#include "shared/base/result.h"

namespace rapport {

// TLS 1.3, or 1.2 with forward secrecy and authenticated encryption; nothing older.
Result<boost::asio::ssl::context> tlsContext(const TlsFiles& files);

}  // namespace rapport
