#pragma once

#include <string>
#include <string_view>

#include "shared/model/record_type.h"
#include "shared/model/strict_object.h"

namespace rapport {

// The words of a declaration, read from one of its objects. What does not fit is refused there.

// a to z and 0 to 9 with `joint` between; a letter or digit first. Not longer than a declared name.
bool isWord(std::string_view text, char joint);
// The key "name": snake case, a letter first, and not one that is built in.
std::string readName(StrictObject& object);
// Text for each language under a key that must be there, English among them.
Label readLabel(StrictObject& object, std::string_view key);

}  // namespace rapport
