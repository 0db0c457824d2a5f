#include "shared/model/value_text.h"

#include <array>
#include <charconv>

namespace rapport {
namespace {

struct AsText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return {digits.data(), end.ptr};
  }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const StatusValue& status) const { return status.state; }
  std::string operator()(const ConsentValue& consent) const {
    return consent.answer == ConsentAnswer::kYes  ? "yes"
           : consent.answer == ConsentAnswer::kNo ? "no"
                                                  : "withdrawn";
  }
  std::string operator()(const RowValue&) const { return {}; }
};

}  // namespace

std::string textOf(const Value& value) { return std::visit(AsText{}, value); }

}  // namespace rapport
