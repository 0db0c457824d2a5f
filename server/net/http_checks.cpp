#include "server/net/http_checks.h"

#include <algorithm>
#include <array>

#include "shared/base/limits.h"

namespace rapport {
namespace {

namespace http = boost::beast::http;
using Header = http::request_header<http::fields>;

constexpr std::array kOnce{http::field::host,
                           http::field::content_length,
                           http::field::transfer_encoding,
                           http::field::content_type,
                           http::field::origin,
                           http::field::cookie,
                           http::field::upgrade,
                           http::field::authorization,
                           http::field::sec_websocket_key,
                           http::field::sec_websocket_version,
                           http::field::expect,
                           http::field::connection};

bool isTarget(std::string_view target) {
  const auto plain = [](char c) { return c > 0x20 && c < 0x7f && c != '#' && c != '\\'; };
  return target.starts_with('/') && std::ranges::all_of(target, plain);
}

bool repeats(const Header& header) {
  const bool known =
      std::ranges::any_of(kOnce, [&header](http::field name) { return header.count(name) > 1; });
  return known || header.count("X-Rapport-CSRF") > 1;
}

}  // namespace

std::optional<HttpFault> faultIn(const Header& header) {
  const bool hasLength = header.count(http::field::content_length) > 0;
  const bool hasEncoding = header.count(http::field::transfer_encoding) > 0;
  if (repeats(header)) return HttpFault{400, "malformed", "A header stands twice."};
  if (hasLength && hasEncoding) {
    return HttpFault{400, "malformed", "Two headers tell the body's length."};
  }
  if (hasEncoding && header[http::field::transfer_encoding] != "chunked") {
    return HttpFault{501, "not_supported", "This transfer encoding is not supported."};
  }
  if (header.version() != 11) return HttpFault{505, "not_supported", "HTTP/1.1 only."};
  if (header.count(http::field::host) == 0) {
    return HttpFault{400, "malformed", "The Host header is missing."};
  }
  if (header.target().size() > limits::kHttpTargetBytes) {
    return HttpFault{414, "too_large", "The address is too long."};
  }
  if (!isTarget(header.target())) return HttpFault{400, "malformed", "The address is malformed."};
  const bool reads = header.method() == http::verb::get || header.method() == http::verb::head;
  if (!reads && header.method() != http::verb::post) {
    return HttpFault{405, "wrong_method", "GET, HEAD and POST only."};
  }
  if (reads && (hasEncoding || (hasLength && header[http::field::content_length] != "0"))) {
    return HttpFault{400, "malformed", "This request may not have a body."};
  }
  return std::nullopt;
}

}  // namespace rapport
