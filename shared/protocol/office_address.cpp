#include "shared/protocol/office_address.h"

#include <algorithm>
#include <charconv>

#include "shared/base/limits.h"
#include "shared/protocol/plain_text.h"

namespace rapport {
namespace {

bool isHost(std::string_view host) {
  const bool v6 = host.find(':') != std::string_view::npos;
  const auto fits = [v6](char c) { return isUnreserved(c) || (v6 && c == ':'); };
  return !host.empty() && host.size() <= limits::kNameBytes && std::ranges::all_of(host, fits);
}

bool isBracketed(std::string_view text) {
  return text.size() > 2 && text.front() == '[' && text.back() == ']';
}

// Whatever stands before the host and behind the port when somebody copies it from a browser.
std::string_view withoutBrowserParts(std::string_view typed) {
  typed = trimmed(typed);
  const std::size_t scheme = typed.find("://");
  if (scheme != std::string_view::npos) typed.remove_prefix(scheme + 3);
  return typed.substr(0, typed.find_first_of("/?#"));
}

// Several colons and no brackets: an IPv6 address without a port.
bool hasPort(std::string_view text) {
  if (text.starts_with('[')) return !text.ends_with(']');
  return std::ranges::count(text, ':') == 1;
}

}  // namespace

bool isLoopback(std::string_view host) {
  const bool v4 =
      host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
  return v4 || host == "localhost" || host == "::1";
}

std::string hostAndPort(std::string_view host, std::uint16_t port) {
  const bool v6 = host.find(':') != std::string_view::npos;
  return (v6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + std::to_string(port);
}

Result<HostPort> parseHostPort(std::string_view text) {
  const Error wrong{ErrorCode::kInvalid, "\"" + std::string(text.substr(0, limits::kNameBytes)) +
                                             "\" is not of the form HOST:PORT."};
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return wrong;
  std::string_view host = text.substr(0, colon);
  if (isBracketed(host)) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return wrong;
  }
  const std::string_view digits = text.substr(colon + 1);
  std::uint16_t port = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (failure != std::errc{} || end != digits.data() + digits.size() || !isHost(host)) return wrong;
  return HostPort{std::string(host), port};
}

Result<HostPort> parseOfficeAddress(std::string_view typed) {
  const std::string_view text = withoutBrowserParts(typed);
  if (hasPort(text)) {
    auto address = parseHostPort(text);
    if (address && address->port != 0) return address;
  } else {
    const std::string_view host = isBracketed(text) ? text.substr(1, text.size() - 2) : text;
    if (isHost(host)) return HostPort{std::string(host), kUsualPort};
  }
  return Error{ErrorCode::kInvalid,
               "This is not an office's address. Type it as your coordinator's screen shows it, "
               "for example office.example.org."};
}

std::string officeAddressText(std::string_view host, std::uint16_t port) {
  if (port != kUsualPort) return hostAndPort(host, port);
  const bool v6 = host.find(':') != std::string_view::npos;
  return v6 ? "[" + std::string(host) + "]" : std::string(host);
}

}  // namespace rapport
