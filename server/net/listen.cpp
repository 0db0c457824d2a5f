#include "server/net/listen.h"

#include "shared/protocol/office_address.h"

namespace rapport {

namespace asio = boost::asio;

Result<asio::ip::address> addressToListenOn(const std::string& host) {
  boost::system::error_code failure;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, failure);
  if (!failure) return address;
  return Error{ErrorCode::kInvalid, "\"" + host +
                                        "\" is no address to listen on. Give an IP address, such "
                                        "as 127.0.0.1 or 0.0.0.0."};
}

Status listenOn(asio::ip::tcp::acceptor& acceptor, const asio::ip::tcp::endpoint& endpoint,
                const std::string& option) {
  boost::system::error_code failure;
  acceptor.open(endpoint.protocol(), failure);
  if (!failure) acceptor.set_option(asio::socket_base::reuse_address(true), failure);
  if (!failure) acceptor.bind(endpoint, failure);
  if (!failure) acceptor.listen(asio::socket_base::max_listen_connections, failure);
  if (!failure) return {};
  return Error{ErrorCode::kUnavailable,
               "The server cannot listen on " +
                   hostAndPort(endpoint.address().to_string(), endpoint.port()) + ": " +
                   failure.message() + ". Nothing was changed. Choose another with " + option +
                   ", or stop what listens there."};
}

}  // namespace rapport
