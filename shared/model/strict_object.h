#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "shared/base/result.h"

namespace rapport {

// Reads one JSON object of which every key must be known and of the right shape.
//
// The first thing that does not fit is kept in the Status that all objects of one file share, and
// every later read answers an empty value; so a reader takes a whole declaration and looks once.
class StrictObject {
 public:
  // `place` names the object for people: "partner.json, field status".
  StrictObject(const nlohmann::json& object, std::string place, Status& problem);

  std::string text(std::string_view key);          // must be there and not empty
  std::string optionalText(std::string_view key);  // empty where absent
  std::uint32_t number(std::string_view key, std::uint32_t least, std::uint32_t most);
  std::optional<double> optionalDecimal(std::string_view key);
  bool optionalFlag(std::string_view key);  // false where absent
  // The value under a key, which must be an array or object; nullptr if it is not or is absent.
  const nlohmann::json* array(std::string_view key);
  const nlohmann::json* object(std::string_view key);
  // An array of text; empty where it is not one.
  std::vector<std::string> texts(std::string_view key);

  bool has(std::string_view key) const;
  void refuse(std::string_view reason);
  // Call last: refuses the keys that nobody asked for.
  void finish();

  const std::string& place() const { return place_; }
  Status& problem() { return problem_; }

 private:
  const nlohmann::json* find(std::string_view key);
  const nlohmann::json* demand(std::string_view key);
  void wrongShape(std::string_view key, std::string_view wanted);

  const nlohmann::json& object_;
  std::string place_;
  Status& problem_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace rapport
