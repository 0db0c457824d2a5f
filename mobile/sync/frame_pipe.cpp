#include "mobile/sync/frame_pipe.h"

#include <type_traits>
#include <variant>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include "mobile/sync/office_tls.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using Failure = boost::system::error_code;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);

// RFC 6455, 5.2: two bytes, a length that does not fit into them, and a client's mask.
std::size_t onTheWire(std::size_t frameBytes, bool masked) {
  const std::size_t longer = frameBytes > UINT16_MAX ? 8 : frameBytes > 125 ? 2 : 0;
  return frameBytes + 2 + longer + (masked ? 4 : 0);
}

PipeFailure away(const Failure& failure) {
  return {"The office cannot be reached (" + failure.message() + "). Everything is saved here.",
          false};
}

template <typename Stream>
class SocketPipe final : public FramePipe {
 public:
  SocketPipe(asio::io_context& io, Office office)
      : office_(std::move(office)),
        tls_(contextFor(office_)),
        socket_(makeSocket(io, tls_)),
        resolver_(io) {}

  asio::awaitable<std::optional<PipeFailure>> connect() override {
    auto [unresolved, addresses] =
        co_await resolver_.async_resolve(office_.host, std::to_string(office_.port), kWait);
    if (unresolved) co_return away(unresolved);
    lowest().expires_after(limits::kHandshake);
    auto [unreached, endpoint] = co_await lowest().async_connect(addresses, kWait);
    if (unreached) co_return away(unreached);
    // A change is one small message: it must not wait for company.
    Failure ignored;
    lowest().socket().set_option(tcp::no_delay(true), ignored);
    if constexpr (kIsTls) {
      expectOffice(socket_.next_layer().native_handle(), office_);
      auto [refused] =
          co_await socket_.next_layer().async_handshake(asio::ssl::stream_base::client, kWait);
      if (refused) {
        auto why = whyRefused(socket_.next_layer().native_handle(), office_, refused);
        if (why) co_return PipeFailure{*std::move(why), true};
        co_return away(refused);
      }
    }
    lowest().expires_never();
    co_return co_await openWebSocket();
  }

  asio::awaitable<std::optional<ByteView>> read() override {
    buffer_.consume(buffer_.size());
    auto [failed, sizeBytes] = co_await socket_.async_read(buffer_, kWait);
    if (failed) co_return std::nullopt;
    traffic_.receivedBytes += onTheWire(sizeBytes, false);
    co_return ByteView(static_cast<const char*>(buffer_.data().data()), sizeBytes);
  }

  asio::awaitable<bool> write(ByteView frame) override {
    auto [failed, sizeBytes] =
        co_await socket_.async_write(asio::buffer(frame.data(), frame.size()), kWait);
    traffic_.sentBytes += onTheWire(sizeBytes, true);
    co_return !failed;
  }

  asio::awaitable<void> close() override {
    // A peer that closes first is no error.
    co_await socket_.async_close(websocket::close_code::normal, kWait);
    lowest().cancel();
  }

  void cancel() override {
    resolver_.cancel();
    lowest().cancel();
  }

  Traffic traffic() const override { return traffic_; }

 private:
  static constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;
  // Nobody reads the machine's certificates for a connection that shows none.
  using Context = std::conditional_t<kIsTls, asio::ssl::context, std::monostate>;

  static Context contextFor(const Office& office) {
    if constexpr (kIsTls) {
      return officeTls(office);
    } else {
      return {};
    }
  }
  static websocket::stream<Stream> makeSocket(asio::io_context& io, Context& tls) {
    if constexpr (kIsTls) {
      return websocket::stream<Stream>(io, tls);
    } else {
      return websocket::stream<Stream>(io);
    }
  }
  beast::tcp_stream& lowest() { return beast::get_lowest_layer(socket_); }

  asio::awaitable<std::optional<PipeFailure>> openWebSocket() {
    websocket::stream_base::timeout timeout{limits::kHandshake, websocket::stream_base::none(),
                                            false};
    socket_.set_option(timeout);
    socket_.read_message_max(limits::kFrameBytes);
    socket_.binary(true);
    // A message is one piece, written by one call: what is left of it would wait behind whatever
    // the store does with the answer that comes in between.
    socket_.auto_fragment(false);
    socket_.write_buffer_bytes(limits::kSocketPieceBytes);
    websocket::response_type answer;
    auto [refused] = co_await socket_.async_handshake(
        answer, hostAndPort(office_.host, office_.port), "/sync", kWait);
    if (refused) co_return away(refused);
    if constexpr (kIsTls) {
      const auto date = answer[beast::http::field::date];
      auto why =
          whyDistrusted(socket_.next_layer().native_handle(), office_, {date.data(), date.size()});
      if (why) co_return PipeFailure{*std::move(why), true};
    }
    co_return std::nullopt;
  }

  Office office_;
  Context tls_;  // before the stream that borrows it
  websocket::stream<Stream> socket_;
  tcp::resolver resolver_;
  beast::flat_buffer buffer_;
  Traffic traffic_;
};

}  // namespace

std::shared_ptr<FramePipe> FramePipe::make(asio::io_context& io, const Office& office) {
  if (office.transport == Transport::kTls) {
    return std::make_shared<SocketPipe<TlsStream>>(io, office);
  }
  return std::make_shared<SocketPipe<PlainStream>>(io, office);
}

}  // namespace rapport
