#pragma once

#include <string>

#include "shared/model/record_type.h"

namespace rapport {

// The label in this language (BCP-47), in English where it has none of its own.
std::string labelIn(const Label& label, const std::string& language);

}  // namespace rapport
