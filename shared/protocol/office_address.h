#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

// Where an office listens unless somebody says otherwise.
inline constexpr std::uint16_t kUsualPort = 8420;

struct HostPort {
  std::string host;  // a name or an address; IPv6 without its brackets
  std::uint16_t port = 0;
  bool operator==(const HostPort&) const = default;
};

// "127.0.0.1", "::1", "localhost": what plain transport may reach.
bool isLoopback(std::string_view host);

// "host:port" with brackets around IPv6.
std::string hostAndPort(std::string_view host, std::uint16_t port);
// kInvalid for anything but "host:port", "1.2.3.4:port" and "[v6]:port"; port 0 is fine.
Result<HostPort> parseHostPort(std::string_view text);

// An address as people write it: spaces around it, "https://" before and a slash after it are
// fine, and without a port it is the usual one. kInvalid with a sentence for people.
Result<HostPort> parseOfficeAddress(std::string_view typed);
// The shortest text that parseOfficeAddress reads back.
std::string officeAddressText(std::string_view host, std::uint16_t port);

}  // namespace rapport
