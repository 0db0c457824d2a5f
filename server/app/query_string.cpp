#include "server/app/query_string.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace rapport {
namespace {

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = digitOf(text[i + 1]);
    const int low = digitOf(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (!isText(out)) return std::nullopt;
  return out;
}

std::string_view cutAt(std::string_view& rest, char separator) {
  const std::string_view part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

}  // namespace

std::optional<QueryString> parseQueryString(std::string_view query) {
  QueryString out;
  while (!query.empty()) {
    std::string_view value = cutAt(query, '&');
    const auto name = unescaped(cutAt(value, '='));
    const auto text = unescaped(value);
    if (!name || !text || !out.emplace(*name, *text).second) return std::nullopt;
  }
  return out;
}

std::string cookieNamed(std::string_view name, std::string_view header) {
  std::optional<std::string> found;
  while (!header.empty()) {
    std::string_view value = cutAt(header, ';');
    while (value.starts_with(' ')) value.remove_prefix(1);
    if (cutAt(value, '=') != name) continue;
    if (found) return {};
    found = std::string(value);
  }
  return found.value_or("");
}

}  // namespace rapport
