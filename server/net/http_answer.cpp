#include "server/net/http_answer.h"

#include <array>

#include "shared/crypto/base64url.h"
#include "shared/protocol/http_date.h"

namespace rapport {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t kNonceBytes = 18;
constexpr const char* kNothing = "default-src 'none'; frame-ancestors 'none'";

// No page of ours asks for anything of the device.
constexpr const char* kPermissions =
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), "
    "fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), "
    "screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()";

// The console's scripts and styles come from this server; the one style sheet that Mantine writes
// into the page carries the nonce. Trusted Types keep every way of making markup shut but the
// console's own, which takes no tag (server/console/src/app/trusted_types.ts).
std::string pagePolicy(const std::string& nonce) {
  return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce +
         "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; "
         "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
         "trusted-types default";
}

// RFC 6266 and 8187: to be saved, never shown in a page of ours, under a name in which every byte
// that is no letter or digit is escaped.
std::string dispositionOf(std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  if (name.empty()) return "attachment";
  std::string escaped;
  for (const char sign : name) {
    const bool plain = (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') ||
                       (sign >= 'A' && sign <= 'Z') || sign == '.' || sign == '-' || sign == '_';
    if (plain) {
      escaped += sign;
      continue;
    }
    const auto byte = static_cast<unsigned char>(sign);
    escaped += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
  }
  return "attachment; filename*=UTF-8''" + escaped;
}

bool looksLikeFile(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return path.substr(slash).find('.') != std::string_view::npos;
}

std::string_view pathOf(const HttpRequest& request) {
  const std::string_view target{request.target().data(), request.target().size()};
  return target.substr(0, target.find('?'));
}

}  // namespace

HttpAnswers::HttpAnswers(const ConsoleFiles& files, Transport transport, const Clock& clock,
                         Random& random)
    : files_(files), transport_(transport), clock_(clock), random_(random) {}

std::string HttpAnswers::date() const { return toHttpDate(clock_.wallNow()); }

void HttpAnswers::protect(HttpAnswer& answer, std::string_view policy) const {
  answer.set(http::field::server, "rapport");
  answer.set(http::field::date, date());
  answer.set("X-Content-Type-Options", "nosniff");
  answer.set("Referrer-Policy", "no-referrer");
  answer.set("Cross-Origin-Opener-Policy", "same-origin");
  answer.set("Cross-Origin-Resource-Policy", "same-origin");
  answer.set("Permissions-Policy", kPermissions);
  answer.set("Content-Security-Policy", policy);
  if (transport_ == Transport::kTls) {
    answer.set(http::field::strict_transport_security, "max-age=31536000");
  }
}

HttpAnswer HttpAnswers::json(unsigned status, std::string body) const {
  HttpAnswer answer{http::int_to_status(status), 11};
  protect(answer, kNothing);
  answer.set(http::field::content_type, "application/json");
  answer.set(http::field::cache_control, "no-store");
  answer.body() = std::move(body);
  return answer;
}

HttpAnswer HttpAnswers::fileHead(const ApiFile& named, const std::optional<ByteRange>& part) const {
  HttpAnswer answer{part ? http::status::partial_content : http::status::ok, 11};
  // Whatever is in it, a browser that opens it runs nothing and sends nothing.
  protect(answer, "default-src 'none'; frame-ancestors 'none'; sandbox");
  answer.set(http::field::content_type,
             named.mediaType == "text/plain" ? "text/plain; charset=utf-8" : named.mediaType);
  answer.set(http::field::content_disposition, dispositionOf(named.name));
  answer.set(http::field::cache_control, "no-store");
  answer.set(http::field::accept_ranges, "bytes");
  const std::uint64_t sizeBytes = named.contents->sizeBytes();
  if (part) {
    answer.set(http::field::content_range, "bytes " + std::to_string(part->first) + "-" +
                                               std::to_string(part->first + part->sizeBytes - 1) +
                                               "/" + std::to_string(sizeBytes));
  }
  answer.content_length(part ? part->sizeBytes : sizeBytes);
  return answer;
}

HttpAnswer HttpAnswers::api(ApiAnswer from) const {
  HttpAnswer answer = json(from.status, std::move(from.body));
  if (from.setCookie) answer.set(http::field::set_cookie, *from.setCookie);
  return answer;
}

HttpAnswer HttpAnswers::fault(const HttpFault& fault) const {
  HttpAnswer answer = json(fault.status, "{\"error\":{\"code\":\"" + std::string(fault.code) +
                                             "\",\"message\":\"" + fault.message + "\"}}");
  answer.keep_alive(false);
  return answer;
}

HttpAnswer HttpAnswers::health() const { return json(200, "{\"status\":\"ok\"}"); }

HttpAnswer HttpAnswers::console(const HttpRequest& request) const {
  const std::string_view path = pathOf(request);
  if (const ConsoleFile* found = files_.find(path)) return file(request, *found);
  // A file that is gone is no page: an old page that asks for old scripts must notice.
  if (looksLikeFile(path) && path != "/index.html") {
    return fault({404, "not_found", "There is no such file."});
  }
  return page();
}

HttpAnswer HttpAnswers::file(const HttpRequest& request, const ConsoleFile& file) const {
  HttpAnswer answer{http::status::ok, 11};
  protect(answer, kNothing);
  answer.set(http::field::etag, file.entityTag);
  answer.set(http::field::cache_control,
             file.neverChanges ? "public, max-age=31536000, immutable" : "no-cache");
  if (request[http::field::if_none_match] == file.entityTag) {
    answer.result(http::status::not_modified);
    return answer;
  }
  answer.set(http::field::content_type, file.mediaType);
  answer.body() = file.contents;
  return answer;
}

HttpAnswer HttpAnswers::page() const {
  std::array<std::uint8_t, kNonceBytes> drawn;
  random_.fill(drawn);
  const std::string nonce =
      toBase64Url({reinterpret_cast<const char*>(drawn.data()), drawn.size()});
  HttpAnswer answer{http::status::ok, 11};
  protect(answer, pagePolicy(nonce));
  answer.set(http::field::content_type, "text/html; charset=utf-8");
  answer.set(http::field::cache_control, "no-store");
  answer.body() = files_.page(nonce);
  return answer;
}

}  // namespace rapport
