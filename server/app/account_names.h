#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

// A person's name as it is compared: without surrounding or doubled spaces, ASCII letters small.
std::string nameKeyOf(std::string_view name);

// What a person's or device's name may be: 1 to limits::kNameBytes bytes of text without control
// characters, not only spaces. `what` begins the error's sentence.
Status checkName(std::string_view what, std::string_view name);

// A programme's name is part of addresses and links: ASCII letters, digits, and - _ . within, at
// most 64.
Status checkProgrammeName(std::string_view name);

}  // namespace rapport
