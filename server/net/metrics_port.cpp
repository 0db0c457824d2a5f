#include "server/net/metrics_port.h"

#include <thread>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include "server/net/http_checks.h"
#include "server/net/listen.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAfterFullTable{100};
using Parser = http::request_parser<http::empty_body>;
using PlainAnswer = http::response<http::string_body>;

PlainAnswer answerWith(http::status status, const char* mediaType, std::string body) {
  PlainAnswer answer{status, 11};
  answer.set(http::field::content_type, mediaType);
  answer.set(http::field::cache_control, "no-store");
  answer.set("X-Content-Type-Options", "nosniff");
  answer.body() = std::move(body);
  answer.keep_alive(false);
  answer.prepare_payload();
  return answer;
}

}  // namespace

struct MetricsPort::Parts {
  Parts(std::function<std::string()> ofPage, std::chrono::milliseconds ofPatience)
      : page(std::move(ofPage)), patience(ofPatience), acceptor(io) {}

  asio::awaitable<void> accept();
  asio::awaitable<void> serve(beast::tcp_stream stream);
  PlainAnswer answerTo(const Parser& parser) const;

  const std::function<std::string()> page;
  const std::chrono::milliseconds patience;
  asio::io_context io;
  asio::ip::tcp::acceptor acceptor;
  std::thread thread;
};

asio::awaitable<void> MetricsPort::Parts::accept() {
  asio::steady_timer pause(io);
  while (true) {
    auto [failure, socket] = co_await acceptor.async_accept(kToken);
    if (failure) {
      pause.expires_after(kAfterFullTable);
      co_await pause.async_wait(kToken);
      continue;
    }
    co_await serve(beast::tcp_stream(std::move(socket)));
  }
}

PlainAnswer MetricsPort::Parts::answerTo(const Parser& parser) const {
  if (const auto fault = faultIn(parser.get())) {
    return answerWith(http::int_to_status(fault->status), "text/plain", fault->message);
  }
  if (parser.get().method() != http::verb::get || parser.get().target() != "/metrics") {
    return answerWith(http::status::not_found, "text/plain", "There is only /metrics here.\n");
  }
  return answerWith(http::status::ok, "text/plain; version=0.0.4; charset=utf-8", page());
}

asio::awaitable<void> MetricsPort::Parts::serve(beast::tcp_stream stream) {
  stream.expires_after(patience);
  beast::flat_buffer buffer;
  Parser parser;
  parser.header_limit(limits::kHttpHeaderBytes);
  const auto [unread, readSize] = co_await http::async_read_header(stream, buffer, parser, kToken);
  if (unread) co_return;  // whoever does not speak HTTP is told nothing
  const PlainAnswer answer = answerTo(parser);
  const auto [unsent, sentSize] = co_await http::async_write(stream, answer, kToken);
  boost::system::error_code ignored;  // the peer closes either way
  if (!unsent) stream.socket().shutdown(asio::socket_base::shutdown_send, ignored);
}

MetricsPort::MetricsPort(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

MetricsPort::~MetricsPort() {
  parts_->io.stop();
  parts_->thread.join();
}

Result<std::unique_ptr<MetricsPort>> MetricsPort::open(const MetricsPortOptions& options,
                                                       std::function<std::string()> page) {
  const Result<asio::ip::address> address = addressToListenOn(options.host);
  if (!address) return address.error();
  if (!address->is_loopback()) {
    return Error{ErrorCode::kRefused,
                 "Metrics are served on loopback only, such as --metrics 127.0.0.1:9464: the port "
                 "asks nobody who they are."};
  }
  auto parts = std::make_unique<Parts>(std::move(page), options.patience);
  const Status listening = listenOn(parts->acceptor, {*address, options.port}, "--metrics");
  if (!listening) return listening.error();
  asio::co_spawn(parts->io, parts->accept(), asio::detached);
  parts->thread = std::thread([&io = parts->io] { io.run(); });
  return std::unique_ptr<MetricsPort>(new MetricsPort(std::move(parts)));
}

std::uint16_t MetricsPort::port() const {
  boost::system::error_code failure;
  const auto endpoint = parts_->acceptor.local_endpoint(failure);
  return failure ? std::uint16_t{0} : endpoint.port();
}

}  // namespace rapport
