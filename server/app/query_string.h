#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rapport {

using QueryString = std::map<std::string, std::string, std::less<>>;

// "a=1&b=x%20y" as names and values; nothing if it is malformed, repeats a name, or a value is not
// text.
std::optional<QueryString> parseQueryString(std::string_view query);

// One cookie's value out of a Cookie header; empty if it is not there exactly once.
std::string cookieNamed(std::string_view name, std::string_view header);

}  // namespace rapport
