#include "server/net/http_session.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "server/app/query_string.h"
#include "server/net/ask_api.h"
#include "server/net/socket_line.h"
#include "server/net/web_socket_of.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kFirstRead = 4096;

// Of a file: how much is in memory at once, and how much must go out within the time of a write.
constexpr std::size_t kPieceBytes = 256 * 1024;
constexpr std::size_t kSliceBytes = 32 * 1024;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

ApiRequest apiRequestFrom(HttpRequest& request, const Api& api, std::string address) {
  ApiRequest out;
  out.method = request.method() == http::verb::post ? Method::kPost : Method::kGet;
  const std::string target = text(request.target());
  const std::size_t mark = target.find('?');
  out.path = target.substr(0, mark);
  if (mark != std::string::npos) out.query = target.substr(mark + 1);
  out.body = std::move(request.body());
  out.contentType = text(request[http::field::content_type]);
  if (request.count(http::field::origin) > 0) out.origin = text(request[http::field::origin]);
  out.csrf = text(request["X-Rapport-CSRF"]);
  out.sessionToken = cookieNamed(cookieNameOf(api), text(request[http::field::cookie]));
  out.address = std::move(address);
  return out;
}

template <typename Stream>
class Session {
 public:
  Session(Stream stream, NetContext& net, std::shared_ptr<const Ticket> ticket)
      : stream_(std::move(stream)), net_(net), ticket_(std::move(ticket)) {
    boost::system::error_code ignored;  // of a connection that is gone already
    address_ = lowest().socket().remote_endpoint(ignored).address().to_string();
  }

  asio::awaitable<void> run() {
    while (!net_.stopping) {
      if (!co_await firstBytes()) co_return;
      const Ticket answering(net_.answering);
      Parser parser;
      parser.header_limit(limits::kHttpHeaderBytes);
      parser.body_limit(limits::kHttpBodyBytes);
      const std::optional<HttpFault> fault = co_await readRequest(parser);
      if (fault) {
        if (fault->status != 0) co_await write(net_.answers.fault(*fault), http::verb::get);
        co_return;
      }
      HttpRequest request = parser.release();
      if (beast::websocket::is_upgrade(request)) {
        co_await upgrade(std::move(request));
        co_return;
      }
      if (!co_await answer(std::move(request))) co_return;
    }
  }

 private:
  beast::tcp_stream& lowest() { return beast::get_lowest_layer(stream_); }

  // Waits for the next request to begin; false when none will.
  asio::awaitable<bool> firstBytes() {
    if (buffer_.size() > 0) co_return true;
    lowest().expires_after(served_ ? net_.options.timeouts.idle : net_.options.timeouts.headers);
    const auto [failure, size] =
        co_await stream_.async_read_some(buffer_.prepare(kFirstRead), kToken);
    buffer_.commit(size);
    co_return !failure;
  }

  // Status 0: there is nobody to tell.
  asio::awaitable<std::optional<HttpFault>> readRequest(Parser& parser) {
    lowest().expires_after(net_.options.timeouts.headers);
    const auto [headerFailure, headerSize] =
        co_await http::async_read_header(stream_, buffer_, parser, kToken);
    if (headerFailure) co_return faultOf(headerFailure);
    if (auto fault = faultIn(parser.get())) co_return fault;
    lowest().expires_after(net_.options.timeouts.body);
    const auto [bodyFailure, bodySize] =
        co_await http::async_read(stream_, buffer_, parser, kToken);
    if (bodyFailure) co_return faultOf(bodyFailure);
    co_return std::nullopt;
  }

  static HttpFault faultOf(beast::error_code failure) {
    if (failure == http::error::header_limit) {
      return {431, "too_large", "The request's headers are too long."};
    }
    if (failure == http::error::body_limit) {
      return {413, "too_large", "The request's body is too large."};
    }
    if (failure == beast::error::timeout) {
      return {408, "too_slow", "The request took too long to arrive."};
    }
    const bool malformed =
        failure.category() == make_error_code(http::error::bad_version).category();
    const bool ended =
        failure == http::error::end_of_stream || failure == http::error::partial_message;
    if (malformed && !ended) return {400, "malformed", "This is not HTTP as we understand it."};
    return {0, "", ""};
  }

  // False: the connection ends with this answer.
  asio::awaitable<bool> answer(HttpRequest request) {
    const bool goesOn = request.keep_alive() && !net_.stopping;
    const http::verb method = request.method();
    const std::string target = text(request.target());
    HttpAnswer out;
    if (target.starts_with("/api/")) {
      if (method == http::verb::head) {
        out = net_.answers.fault({405, "wrong_method", "GET and POST only."});
      } else {
        const std::string range = text(request[http::field::range]);
        auto asked = apiRequestFrom(request, net_.api, address_);
        auto answered = co_await askApi(net_.api, std::move(asked), asio::use_awaitable);
        if (answered.file) co_return co_await give(*answered.file, range, goesOn);
        out = net_.answers.api(std::move(answered));
      }
    } else if (method == http::verb::post) {
      out = net_.answers.fault({405, "wrong_method", "There is nothing to send to here."});
    } else if (target == "/healthz") {
      out = net_.answers.health();
    } else {
      out = net_.answers.console(request);
    }
    out.keep_alive(goesOn);
    served_ = true;
    if (!co_await write(std::move(out), method)) co_return false;
    co_return goesOn;
  }

  // A file, piece by piece: each is read when the last has gone. What cannot be read ends the
  // connection, so that whoever counts the bytes sees that it is not whole.
  asio::awaitable<bool> give(const ApiFile& file, const std::string& range, bool goesOn) {
    served_ = true;
    const auto part = rangeIn(range, file.contents->sizeBytes());
    if (!part) {
      HttpAnswer none = net_.answers.fault({416, "no_such_part", "This file has no such part."});
      none.set(http::field::content_range, "bytes */" + std::to_string(file.contents->sizeBytes()));
      co_return co_await write(std::move(none), http::verb::get);
    }
    HttpAnswer head = net_.answers.fileHead(file, *part);
    head.keep_alive(goesOn);
    count(head.result_int());
    http::response_serializer<http::string_body> serializer{head};
    lowest().expires_after(net_.options.timeouts.write);
    const auto [failure, size] = co_await http::async_write_header(stream_, serializer, kToken);
    if (failure) co_return false;
    std::uint64_t at = *part ? (*part)->first : 0;
    const std::uint64_t end = *part ? at + (*part)->sizeBytes : file.contents->sizeBytes();
    while (at < end) {
      const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(end - at, kPieceBytes));
      const Result<Bytes> piece = co_await askFile(net_.api, file, at, most, asio::use_awaitable);
      if (!piece || piece->empty()) {
        net_.log.write(LogLevel::kError, "a file could not be given out whole",
                       {{"reason", piece ? "It is shorter than it was." : piece.error().message}});
        co_return false;
      }
      if (!co_await send(*piece)) co_return false;
      at += piece->size();
    }
    co_return goesOn;
  }

  asio::awaitable<bool> send(ByteView bytes) {
    while (!bytes.empty()) {
      const ByteView slice = bytes.substr(0, kSliceBytes);
      lowest().expires_after(net_.options.timeouts.write);
      const auto [failure, size] =
          co_await asio::async_write(stream_, asio::buffer(slice.data(), slice.size()), kToken);
      if (failure) co_return false;
      bytes.remove_prefix(slice.size());
    }
    co_return true;
  }

  void count(unsigned status) { net_.meters.httpByStatusClass.at(status / 100).add(); }

  asio::awaitable<bool> write(HttpAnswer answer, http::verb method) {
    if (answer.result_int() >= 500) {
      net_.log.write(LogLevel::kWarning, "request failed",
                     {{"status", static_cast<std::int64_t>(answer.result_int())}});
    }
    count(answer.result_int());
    lowest().expires_after(net_.options.timeouts.write);
    answer.prepare_payload();
    http::response_serializer<http::string_body> serializer{answer};
    if (method == http::verb::head) {
      const auto [failure, size] = co_await http::async_write_header(stream_, serializer, kToken);
      co_return !failure;
    }
    const auto [failure, size] = co_await http::async_write(stream_, serializer, kToken);
    co_return !failure && answer.keep_alive();
  }

  asio::awaitable<void> upgrade(HttpRequest request) {
    const std::string target = text(request.target());
    const std::string path = target.substr(0, target.find('?'));
    if (path == "/sync") {
      // Tablets have no origin: whoever has one is a web page, and none has business here.
      if (request.count(http::field::origin) > 0) {
        co_await write(net_.answers.fault({403, "wrong_origin", "Tablets only."}), http::verb::get);
        co_return;
      }
      open(SocketKind::kBinary, std::move(request), makeTabletLine(net_));
      co_return;
    }
    if (path == "/live") co_return co_await listen(std::move(request), target);
    co_await write(net_.answers.fault({404, "not_found", "There is nothing under this address."}),
                   http::verb::get);
  }

  asio::awaitable<void> listen(HttpRequest request, std::string target) {
    const std::size_t mark = target.find('?');
    const auto query = parseQueryString(mark == std::string::npos ? "" : target.substr(mark + 1));
    LiveListener listener;
    listener.sessionToken = cookieNamed(cookieNameOf(net_.api), text(request[http::field::cookie]));
    listener.origin = text(request[http::field::origin]);
    if (query && query->contains("programme")) listener.programme = query->at("programme");
    const Status may = co_await askLive(net_.api, listener.sessionToken, listener.origin,
                                        listener.programme, asio::use_awaitable);
    if (!may) {
      const bool stranger = may.error().code == ErrorCode::kUnauthenticated;
      const HttpFault fault{stranger ? 401U : 403U, "refused", "You may not listen here."};
      co_await write(net_.answers.fault(fault), http::verb::get);
      co_return;
    }
    open(SocketKind::kText, std::move(request), makeLiveLine(net_, std::move(listener)));
  }

  void open(SocketKind kind, HttpRequest request, std::shared_ptr<SocketLine> line) {
    auto socket = std::make_shared<WebSocketOf<Stream>>(
        std::move(stream_), SocketStart{kind, net_.options.timeouts, ticket_, net_.answers.date()});
    net_.sockets.add(socket);
    count(101);
    auto kept = std::make_shared<HttpRequest>(std::move(request));
    socket->accept(*kept, line->events(), [socket, line, kept](bool opened) {
      if (opened) line->begin(socket);
    });
  }

  Stream stream_;
  NetContext& net_;
  const std::shared_ptr<const Ticket> ticket_;
  beast::flat_buffer buffer_;
  std::string address_;
  bool served_ = false;
};

}  // namespace

asio::awaitable<void> serveConnection(beast::tcp_stream stream, asio::ssl::context* tls,
                                      NetContext& net) {
  const auto ticket = std::make_shared<const Ticket>(net.connections);
  if (tls == nullptr) {
    Session<PlainStream> session(std::move(stream), net, ticket);
    co_await session.run();
    co_return;
  }
  TlsStream secured(std::move(stream), *tls);
  beast::get_lowest_layer(secured).expires_after(net.options.timeouts.tlsHandshake);
  const auto [failure] = co_await secured.async_handshake(asio::ssl::stream_base::server, kToken);
  if (failure) {
    net.log.write(LogLevel::kDebug, "handshake failed", {{"reason", failure.message()}});
    co_return;
  }
  Session<TlsStream> session(std::move(secured), net, ticket);
  co_await session.run();
}

}  // namespace rapport
