#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record_type.h"

namespace rapport {

// Where the console's menus and lists keep a record type. A declaration names its area; a
// programme's own questionnaires, which name none, are kept together.
struct MenuArea {
  std::string_view name;
  Label label;  // English, Spanish and Arabic
};

inline constexpr std::string_view kQuestionnaires = "questionnaires";

// In the order in which they are shown.
const std::vector<MenuArea>& menuAreas();
const MenuArea* menuArea(std::string_view name);  // nullptr: there is none of this name
std::string menuAreaNames();                      // all of them, with commas

}  // namespace rapport
