#include "mobile/sync/http_post.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include "mobile/sync/office_tls.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Failure = boost::system::error_code;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);

Error unreachable(const Office& office, const Failure& failure) {
  const std::string place = officeAddressText(office.host, office.port);
  if (failure == asio::error::network_unreachable || failure == asio::error::network_down) {
    return {ErrorCode::kUnavailable,
            "This tablet has no network. Connect it to one, then try again."};
  }
  if (failure.category() == asio::error::get_netdb_category()) {
    return {ErrorCode::kUnavailable, "No office is found at " + place +
                                         ". Check the address and the network, then try again."};
  }
  return {ErrorCode::kUnavailable, "The office at " + place + " cannot be reached (" +
                                       failure.message() +
                                       "). Check the address and the network, then try again."};
}

http::request<http::string_body> requestFor(const Office& office, std::string_view path,
                                            std::string_view json) {
  http::request<http::string_body> request(http::verb::post, {path.data(), path.size()}, 11);
  request.set(http::field::host, hostAndPort(office.host, office.port));
  request.set(http::field::content_type, "application/json");
  request.body() = std::string(json);
  request.prepare_payload();
  return request;
}

template <typename Stream>
asio::awaitable<Result<http::response<http::string_body>>> roundTrip(
    const Office& office, Stream& stream, const http::request<http::string_body>& request) {
  beast::get_lowest_layer(stream).expires_after(limits::kHandshake);
  auto [unsent, sentBytes] = co_await http::async_write(stream, request, kWait);
  if (unsent) co_return unreachable(office, unsent);
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(limits::kHttpAnswerBytes);
  auto [unread, readBytes] = co_await http::async_read(stream, buffer, parser, kWait);
  if (unread) co_return unreachable(office, unread);
  co_return parser.release();
}

using TlsStream = beast::ssl_stream<beast::tcp_stream>;

// Whom a question is for: a stranger may be told what helps nobody.
enum class Hearer : std::uint8_t { kOffice, kStranger };

asio::awaitable<Status> greet(TlsStream& stream, const Office& office, Hearer hearer) {
  SSL* tls = stream.native_handle();
  if (hearer == Hearer::kOffice) expectOffice(tls, office);
  auto [refused] = co_await stream.async_handshake(asio::ssl::stream_base::client, kWait);
  if (!refused) co_return Status{};
  const Distrust why = whyRefused(tls, office, refused);
  co_return why ? Error{ErrorCode::kRefused, *why} : unreachable(office, refused);
}

// The code of an invitation is told to nobody before the office's certificate was judged whole, for
// which its date is asked first.
asio::awaitable<Status> trust(TlsStream& stream, const Office& office) {
  http::request<http::string_body> asking(http::verb::get, "/healthz", 11);
  asking.set(http::field::host, hostAndPort(office.host, office.port));
  const auto health = co_await roundTrip(office, stream, asking);
  if (!health) co_return health.error();
  const auto date = (*health)[http::field::date];
  const Distrust why = whyDistrusted(stream.native_handle(), office, {date.data(), date.size()});
  if (why) co_return Error{ErrorCode::kRefused, *why};
  co_return Status{};
}

Result<HttpAnswer> answerOf(Result<http::response<http::string_body>> answer, std::string pin) {
  if (!answer) return answer.error();
  return HttpAnswer{answer->result_int(), std::move(answer->body()), std::move(pin)};
}

asio::awaitable<Result<HttpAnswer>> post(const Office& office, Hearer hearer, std::string_view path,
                                         std::string_view json) {
  auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  auto [unresolved, addresses] =
      co_await resolver.async_resolve(office.host, std::to_string(office.port), kWait);
  if (unresolved) co_return unreachable(office, unresolved);
  beast::tcp_stream plain(executor);
  plain.expires_after(limits::kHandshake);
  auto [unreached, endpoint] = co_await plain.async_connect(addresses, kWait);
  if (unreached) co_return unreachable(office, unreached);
  const auto request = requestFor(office, path, json);
  if (office.transport == Transport::kPlain) {
    co_return answerOf(co_await roundTrip(office, plain, request), {});
  }
  asio::ssl::context tls = hearer == Hearer::kOffice ? officeTls(office) : strangersTls();
  TlsStream stream(std::move(plain), tls);
  Status ready = co_await greet(stream, office, hearer);
  if (ready && hearer == Hearer::kOffice) ready = co_await trust(stream, office);
  if (!ready) co_return ready.error();
  const std::string shown = shownPin(stream.native_handle());
  co_return answerOf(co_await roundTrip(office, stream, request), shown);
}

Result<HttpAnswer> postBlocking(const Office& office, Hearer hearer, std::string_view path,
                                std::string_view json) {
  asio::io_context io;
  Result<HttpAnswer> answer = Error{ErrorCode::kInternal, "The office was not asked."};
  asio::co_spawn(
      io,
      [](const Office& to, Hearer who, std::string_view where, std::string_view what,
         Result<HttpAnswer>& result) -> asio::awaitable<void> {
        result = co_await post(to, who, where, what);
      }(office, hearer, path, json, answer),
      asio::detached);
  io.run();
  return answer;
}

}  // namespace

Result<HttpAnswer> postJson(const Office& office, std::string_view path, std::string_view json) {
  return postBlocking(office, Hearer::kOffice, path, json);
}

Result<HttpAnswer> postJsonToStranger(const Office& office, std::string_view path,
                                      std::string_view json) {
  return postBlocking(office, Hearer::kStranger, path, json);
}

}  // namespace rapport
