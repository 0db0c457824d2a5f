#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct PartnerFacts {
  std::string id{};
  std::string name{};
  std::string kind{};  // enumerator names; labels are the view's
  std::string status{};
  std::string description{};
  std::string cultureNote{};
  std::vector<std::string> areas{};
  std::vector<std::string> languages{};
  bool needsPerson = false;
};

// Everybody the programme works with, by name.
Result<std::vector<PartnerFacts>> readPartners(Notebook& notebook);

using NameOf = std::map<std::string, std::string>;  // record id → the name people know it by

// The names of all records of a type, for lists that refer to them.
Result<NameOf> readNames(Notebook& notebook, std::string_view type);
std::string nameIn(const NameOf& names, const std::string& id);  // empty if unknown

}  // namespace rapport
