#include "shared/protocol/control_codec.h"

#include <cmath>
#include <set>
#include <vector>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr auto kIndefinite = static_cast<std::size_t>(-1);  // as the library tells it

// Walks a message before anything is built from it, and stops at the first thing that is refused.
class Inspector final : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t value, const string_t&) override { return std::isfinite(value); }
  bool string(string_t& text) override { return isText(text); }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t members) override {
    keys_.emplace_back();
    return ++depth_ <= limits::kJsonDepth && members != kIndefinite;
  }
  bool key(string_t& name) override { return isText(name) && keys_.back().insert(name).second; }
  bool end_object() override {
    keys_.pop_back();
    --depth_;
    return true;
  }
  bool start_array(std::size_t elements) override {
    return ++depth_ <= limits::kJsonDepth && elements != kIndefinite;
  }
  bool end_array() override {
    --depth_;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) override {
    return false;
  }

 private:
  std::vector<std::set<std::string>> keys_;
  std::size_t depth_ = 0;
};

Error malformed() {
  return Error{ErrorCode::kInvalid, "A control message is not in the form of the protocol."};
}

}  // namespace

Bytes toCbor(const Json& message) {
  Bytes out;
  Json::to_cbor(message, nlohmann::detail::output_adapter<char>(out));
  return out;
}

Result<Json> fromCbor(ByteView bytes) {
  if (bytes.size() > limits::kControlBytes) {
    return Error{ErrorCode::kTooLarge, "A control message is larger than one may be."};
  }
  try {
    Inspector inspector;
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &inspector, Json::input_format_t::cbor)) {
      return malformed();
    }
    Json message = Json::from_cbor(bytes.begin(), bytes.end());
    if (!message.is_object()) return malformed();
    return message;
  } catch (const std::exception&) {
    return malformed();
  }
}

Json cborBytes(ByteView bytes) {
  return Json::binary(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

const Json* ControlReader::find(const char* key) {
  const auto found = message_.find(key);
  if (found != message_.end()) return &*found;
  failed_ = true;
  return nullptr;
}

std::uint64_t ControlReader::number(const char* key, std::uint64_t most) {
  const Json* part = find(key);
  if (part != nullptr && part->is_number_unsigned()) {
    const auto value = part->get<std::uint64_t>();
    if (value <= most) return value;
  }
  failed_ = true;
  return 0;
}

std::int64_t ControlReader::signedNumber(const char* key) {
  const Json* part = find(key);
  if (part != nullptr && part->is_number_integer()) {
    if (!part->is_number_unsigned() || part->get<std::uint64_t>() <= INT64_MAX) {
      return part->get<std::int64_t>();
    }
  }
  failed_ = true;
  return 0;
}

bool ControlReader::optionalFlag(const char* key) {
  if (!has(key)) return false;
  const Json* part = find(key);
  if (part->is_boolean()) return part->get<bool>();
  failed_ = true;
  return false;
}

std::string ControlReader::text(const char* key, std::size_t maxBytes) {
  const Json* part = find(key);
  if (part != nullptr && part->is_string()) {
    const auto& value = part->get_ref<const std::string&>();
    if (value.size() <= maxBytes) return value;
  }
  failed_ = true;
  return {};
}

Bytes ControlReader::bytes(const char* key, std::size_t minBytes, std::size_t maxBytes) {
  const Json* part = find(key);
  if (part != nullptr && part->is_binary()) {
    const auto& value = part->get_binary();
    if (value.size() >= minBytes && value.size() <= maxBytes) {
      return Bytes(value.begin(), value.end());
    }
  }
  failed_ = true;
  return {};
}

}  // namespace rapport
