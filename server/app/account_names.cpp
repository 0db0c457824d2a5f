#include "server/app/account_names.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"

namespace rapport {
namespace {

constexpr std::size_t kProgrammeNameBytes = 64;

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::string nameKeyOf(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c == ' ') {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else {
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

Status checkName(std::string_view what, std::string_view name) {
  const bool fits = name.size() <= limits::kNameBytes && isText(name) &&
                    std::ranges::none_of(name, isControl) && !nameKeyOf(name).empty();
  if (fits) return {};
  return Error{ErrorCode::kInvalid, std::string(what) + " must be a line of text of 1 to " +
                                        std::to_string(limits::kNameBytes) + " bytes."};
}

Status checkProgrammeName(std::string_view name) {
  const auto fits = [](char c) { return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; };
  const bool good = !name.empty() && name.size() <= kProgrammeNameBytes &&
                    isLetterOrDigit(name.front()) && std::ranges::all_of(name, fits);
  if (good) return {};
  return Error{ErrorCode::kInvalid,
               "A programme's name is 1 to 64 letters, digits, \"-\", \"_\" or \".\", and begins "
               "with a letter or digit, such as quillan-2026. Give it a title for people."};
}

}  // namespace rapport
