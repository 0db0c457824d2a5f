#include "shared/model/strict_object.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::string inQuotes(std::string_view word) { return '"' + std::string(word) + '"'; }

const Json& emptyObject() {
  static const Json kEmpty = Json::object();
  return kEmpty;
}

}  // namespace

StrictObject::StrictObject(const Json& object, std::string place, Status& problem)
    : object_(object.is_object() ? object : emptyObject()),
      place_(std::move(place)),
      problem_(problem) {
  if (!object.is_object()) refuse("this must be a JSON object in { }");
}

void StrictObject::refuse(std::string_view reason) {
  if (!problem_.ok()) return;
  problem_ = Error{ErrorCode::kInvalid, place_ + ": " + std::string(reason) + "."};
}

bool StrictObject::has(std::string_view key) const { return object_.contains(std::string(key)); }

const Json* StrictObject::find(std::string_view key) {
  known_.emplace(key);
  const auto found = object_.find(std::string(key));
  return found == object_.end() ? nullptr : &*found;
}

const Json* StrictObject::demand(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) refuse("the key " + inQuotes(key) + " is missing");
  return value;
}

void StrictObject::wrongShape(std::string_view key, std::string_view wanted) {
  refuse("the key " + inQuotes(key) + " must be " + std::string(wanted));
}

std::string StrictObject::text(std::string_view key) {
  const Json* value = demand(key);
  if (value == nullptr) return {};
  if (value->is_string() && !value->get_ref<const std::string&>().empty()) {
    return value->get<std::string>();
  }
  wrongShape(key, "text, and not empty");
  return {};
}

std::string StrictObject::optionalText(std::string_view key) {
  return has(key) ? text(key) : std::string{};
}

std::uint32_t StrictObject::number(std::string_view key, std::uint32_t least, std::uint32_t most) {
  const Json* value = demand(key);
  if (value == nullptr) return 0;
  if (value->is_number_unsigned()) {
    const auto number = value->get<std::uint64_t>();
    if (number >= least && number <= most) return static_cast<std::uint32_t>(number);
  }
  wrongShape(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return 0;
}

std::optional<double> StrictObject::optionalDecimal(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) return value->get<double>();
  wrongShape(key, "a number");
  return std::nullopt;
}

bool StrictObject::optionalFlag(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  wrongShape(key, "true or false");
  return false;
}

const Json* StrictObject::array(std::string_view key) {
  const Json* value = demand(key);
  if (value == nullptr || value->is_array()) return value;
  wrongShape(key, "a list in [ ]");
  return nullptr;
}

const Json* StrictObject::object(std::string_view key) {
  const Json* value = demand(key);
  if (value == nullptr || value->is_object()) return value;
  wrongShape(key, "a JSON object in { }");
  return nullptr;
}

std::vector<std::string> StrictObject::texts(std::string_view key) {
  std::vector<std::string> out;
  const Json* list = array(key);
  if (list == nullptr) return out;
  for (const Json& item : *list) {
    if (!item.is_string()) {
      wrongShape(key, "a list of text");
      return {};
    }
    out.push_back(item.get<std::string>());
  }
  return out;
}

void StrictObject::finish() {
  for (const auto& [key, value] : object_.items()) {
    if (!known_.contains(key)) {
      refuse("the key " + inQuotes(key) +
             " means nothing here; take it out or correct its spelling");
    }
  }
}

}  // namespace rapport
