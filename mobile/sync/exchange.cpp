#include "mobile/sync/exchange.h"

#include <deque>
#include <type_traits>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
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
constexpr std::chrono::seconds kTick{5};

template <typename Stream>
class SocketExchange final : public Exchange,
                             public std::enable_shared_from_this<SocketExchange<Stream>> {
 public:
  SocketExchange(asio::io_context& io, Office office, std::unique_ptr<ClientSession> session,
                 Listener listener)
      : office_(std::move(office)),
        tls_(officeTls(office_)),
        session_(std::move(session)),
        listener_(std::move(listener)),
        socket_(makeSocket(io, tls_)),
        resolver_(io),
        ticker_(io) {}

  asio::awaitable<ExchangeEnd> run() override {
    const Failure failed = co_await connect();
    if (failed && !ended_.untrusted) {
      ended_.refusal = {RefusalCode::kBusy, "The office cannot be reached (" + failed.message() +
                                                "). Everything is saved here."};
    }
    if (failed || ended_.untrusted) co_return ended_;
    asio::co_spawn(socket_.get_executor(), tick(this->shared_from_this()), asio::detached);
    co_await read();
    ticker_.cancel();
    ended_.greeted = session_->progress().greeted;
    co_return ended_;
  }

  void changed() override { handle(session_->changed()); }

  void stop() override {
    closing_ = true;
    resolver_.cancel();
    if (!writing_) startWriting();
  }

 private:
  static websocket::stream<Stream> makeSocket(asio::io_context& io, asio::ssl::context& tls) {
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      return websocket::stream<Stream>(io, tls);
    } else {
      return websocket::stream<Stream>(io);
    }
  }

  asio::awaitable<Failure> connect() {
    auto [unresolved, addresses] =
        co_await resolver_.async_resolve(office_.host, std::to_string(office_.port), kWait);
    if (unresolved) co_return unresolved;
    beast::get_lowest_layer(socket_).expires_after(limits::kHandshake);
    auto [unreached, endpoint] =
        co_await beast::get_lowest_layer(socket_).async_connect(addresses, kWait);
    if (unreached) co_return unreached;
    // A change is one small message: it must not wait for company.
    Failure ignored;
    beast::get_lowest_layer(socket_).socket().set_option(tcp::no_delay(true), ignored);
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      expectOffice(socket_.next_layer().native_handle(), office_);
      auto [refused] =
          co_await socket_.next_layer().async_handshake(asio::ssl::stream_base::client, kWait);
      if (refused) distrust(whyRefused(socket_.next_layer().native_handle(), office_, refused));
      if (refused) co_return refused;
    }
    beast::get_lowest_layer(socket_).expires_never();
    websocket::stream_base::timeout timeout{limits::kHandshake, websocket::stream_base::none(),
                                            false};
    socket_.set_option(timeout);
    socket_.read_message_max(limits::kFrameBytes);
    socket_.binary(true);
    websocket::response_type answer;
    auto [refused] = co_await socket_.async_handshake(
        answer, hostAndPort(office_.host, office_.port), "/sync", kWait);
    if (refused) co_return refused;
    if constexpr (std::is_same_v<Stream, TlsStream>) {
      const auto date = answer[beast::http::field::date];
      distrust(
          whyDistrusted(socket_.next_layer().native_handle(), office_, {date.data(), date.size()}));
    }
    connected_ = !ended_.untrusted;
    co_return refused;
  }

  void distrust(Distrust why) {
    if (!why) return;
    ended_.untrusted = true;
    ended_.refusal = {RefusalCode::kBusy, *std::move(why)};
  }

  asio::awaitable<void> read() {
    beast::flat_buffer buffer;
    while (!closing_) {
      auto [failed, sizeBytes] = co_await socket_.async_read(buffer, kWait);
      if (failed) {
        if (ended_.refusal.message.empty()) {
          ended_.refusal = {RefusalCode::kBusy,
                            "The connection to the office broke. Everything is saved here."};
        }
        break;
      }
      handle(session_->receive({static_cast<const char*>(buffer.data().data()), sizeBytes}));
      buffer.consume(sizeBytes);
    }
    closing_ = true;
  }

  void handle(ClientStep step) {
    for (Bytes& frame : step.frames) outgoing_.push_back(std::move(frame));
    if (step.refusal) ended_.refusal = *step.refusal;
    closing_ = closing_ || step.close;
    listener_(step, session_->progress());
    if (!writing_ && (!outgoing_.empty() || closing_)) startWriting();
  }

  void startWriting() {
    if (!connected_) return;
    writing_ = true;
    asio::co_spawn(socket_.get_executor(), write(this->shared_from_this()), asio::detached);
  }

  // A parameter, not a capture, keeps this alive for as long as the coroutine runs.
  asio::awaitable<void> write(std::shared_ptr<SocketExchange>) {
    while (!outgoing_.empty()) {
      const Bytes frame = std::move(outgoing_.front());
      outgoing_.pop_front();
      auto [failed, sizeBytes] = co_await socket_.async_write(asio::buffer(frame), kWait);
      if (failed) {
        beast::get_lowest_layer(socket_).cancel();
        break;
      }
    }
    writing_ = false;
    if (closing_ && connected_) {
      connected_ = false;
      // A peer that closes first is no error.
      co_await socket_.async_close(websocket::close_code::normal, kWait);
      beast::get_lowest_layer(socket_).cancel();
    }
  }

  asio::awaitable<void> tick(std::shared_ptr<SocketExchange>) {
    while (!closing_) {
      ticker_.expires_after(kTick);
      auto [stopped] = co_await ticker_.async_wait(kWait);
      if (stopped || closing_) break;
      handle(session_->tick());
    }
  }

  Office office_;
  asio::ssl::context tls_;  // before the stream that borrows it; idle where the transport is plain
  std::unique_ptr<ClientSession> session_;
  Listener listener_;
  websocket::stream<Stream> socket_;
  tcp::resolver resolver_;
  asio::steady_timer ticker_;
  std::deque<Bytes> outgoing_;  // bounded by the session: a few frames in flight
  ExchangeEnd ended_;
  bool connected_ = false;
  bool writing_ = false;
  bool closing_ = false;
};

}  // namespace

std::shared_ptr<Exchange> Exchange::make(asio::io_context& io, const Office& office,
                                         std::unique_ptr<ClientSession> session,
                                         Listener listener) {
  if (office.transport == Transport::kTls) {
    return std::make_shared<SocketExchange<TlsStream>>(io, office, std::move(session),
                                                       std::move(listener));
  }
  return std::make_shared<SocketExchange<PlainStream>>(io, office, std::move(session),
                                                       std::move(listener));
}

}  // namespace rapport
