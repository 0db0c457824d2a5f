#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include "server/net/net_context.h"

namespace rapport {

// One connection from its first byte to its last: requests one after another, each within the
// limits and times of base/limits.h, until somebody closes it or it becomes a WebSocket. `tls` is
// null for plain connections. Throws nothing.
boost::asio::awaitable<void> serveConnection(boost::beast::tcp_stream stream,
                                             boost::asio::ssl::context* tls, NetContext& net);

}  // namespace rapport
