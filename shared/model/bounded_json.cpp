#include "shared/model/bounded_json.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// Walks the text once without building anything, and stops at the first thing that is refused.
class Inspector final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }

  bool number_integer(number_integer_t value) override {
    if (value >= -limits::kJsonInteger && value <= limits::kJsonInteger) return true;
    return refuse("a whole number is larger than 2^53");
  }

  bool number_unsigned(number_unsigned_t value) override {
    if (value <= static_cast<number_unsigned_t>(limits::kJsonInteger)) return true;
    return refuse("a whole number is larger than 2^53");
  }

  bool number_float(number_float_t value, const string_t& spelling) override {
    // Whole numbers past 64 bits arrive here already rounded.
    if (spelling.find_first_of(".eE") == string_t::npos) {
      return refuse("a whole number is larger than 2^53");
    }
    return std::isfinite(value) || refuse("a number is not finite");
  }

  bool string(string_t& value) override {
    return isText(value) || refuse("text holds a NUL character");
  }

  bool binary(binary_t&) override { return refuse("binary values are not JSON"); }

  bool start_object(std::size_t) override {
    keys_.emplace_back();
    return enter();
  }

  bool key(string_t& name) override {
    if (!isText(name)) return refuse("a key holds a NUL character");
    return keys_.back().insert(name).second || refuse("the key \"" + name + "\" stands twice");
  }

  bool end_object() override {
    keys_.pop_back();
    return leave();
  }

  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return leave(); }

  bool parse_error(std::size_t position, const std::string& token,
                   const Json::exception&) override {
    position_ = position;
    std::string shown = token;
    if (!isText(shown)) shown.clear();
    if (shown.size() > kShownBytes) shown.clear();
    return refuse(shown.empty() ? "this is not JSON" : "this is not JSON near \"" + shown + "\"");
  }

  const std::string& reason() const { return reason_; }
  std::size_t position() const { return position_; }

 private:
  static constexpr std::size_t kShownBytes = 60;

  bool enter() {
    return ++depth_ <= limits::kJsonDepth ||
           refuse("it is nested deeper than " + std::to_string(limits::kJsonDepth) + " levels");
  }

  bool leave() {
    --depth_;
    return true;
  }

  bool refuse(std::string reason) {
    reason_ = std::move(reason);
    return false;
  }

  std::vector<std::set<std::string>> keys_;
  std::size_t depth_ = 0;
  std::size_t position_ = 0;  // 0: unknown, the library tells it for broken syntax only
  std::string reason_;
};

std::string lineAndColumn(ByteView text, std::size_t position) {
  const ByteView before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t lineStart = before.rfind('\n');
  const std::size_t column =
      lineStart == ByteView::npos ? before.size() + 1 : before.size() - lineStart;
  return "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
}

}  // namespace

Result<Json> parseBoundedJson(ByteView text, std::size_t limitBytes) {
  if (text.size() > limitBytes) {
    return Error{ErrorCode::kTooLarge, "it is " + std::to_string(text.size()) +
                                           " bytes long, and at most " +
                                           std::to_string(limitBytes) + " are accepted"};
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    return Error{ErrorCode::kInvalid, "it begins with a byte order mark; save it as plain UTF-8"};
  }
  if (!isText(text)) return Error{ErrorCode::kInvalid, "it is not UTF-8 text"};
  try {
    Inspector inspector;
    if (!Json::sax_parse(text.begin(), text.end(), &inspector)) {
      const std::string where =
          inspector.position() > 0 ? lineAndColumn(text, inspector.position()) : "";
      return Error{ErrorCode::kInvalid, where + inspector.reason()};
    }
    return Json::parse(text.begin(), text.end());
  } catch (const std::exception& failure) {
    return Error{ErrorCode::kInternal, std::string("the JSON library failed: ") + failure.what()};
  }
}

}  // namespace rapport
