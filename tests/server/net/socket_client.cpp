#include "tests/server/net/socket_client.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

namespace rapport::testing {

namespace asio = boost::asio;
namespace websocket = boost::beast::websocket;
using Tcp = asio::ip::tcp;

struct SocketClient::Parts {
  asio::io_context io;
  websocket::stream<Tcp::socket> socket{io};
};

SocketClient::SocketClient(std::uint16_t port, const std::string& target,
                           const std::string& headers)
    : parts_(std::make_unique<Parts>()) {
  boost::system::error_code failure;
  parts_->socket.next_layer().connect({asio::ip::address_v4::loopback(), port}, failure);
  parts_->socket.set_option(
      websocket::stream_base::decorator([headers](websocket::request_type& request) {
        for (std::size_t at = 0; at < headers.size();) {
          const std::size_t end = headers.find("\r\n", at);
          const std::size_t colon = headers.find(": ", at);
          request.insert(headers.substr(at, colon - at),
                         headers.substr(colon + 2, end - colon - 2));
          at = end + 2;
        }
      }));
  websocket::response_type response;
  parts_->socket.handshake(response, "127.0.0.1", target, failure);
  open_ = !failure;
  status_ = response.result_int();
}

SocketClient::~SocketClient() = default;

bool SocketClient::send(const Bytes& frame, bool binary) {
  boost::system::error_code failure;
  parts_->socket.binary(binary);
  parts_->socket.write(asio::buffer(frame), failure);
  return !failure;
}

std::optional<Bytes> SocketClient::receive() {
  boost::beast::flat_buffer buffer;
  boost::system::error_code failure;
  parts_->socket.read(buffer, failure);
  if (failure) return std::nullopt;
  return Bytes(static_cast<const char*>(buffer.data().data()), buffer.size());
}

void SocketClient::close() {
  boost::system::error_code ignored;  // the other end may have gone first
  parts_->socket.close(websocket::close_code::normal, ignored);
}

}  // namespace rapport::testing
