#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"

namespace rapport::test {

// The examples of PROTOCOL.md: files under tests/golden. A .hex file is hexadecimal, with comments
// from '#' to the end of the line.

// Every file's name, sorted.
std::vector<std::string> goldenNames();
std::string goldenText(std::string_view name);
// Of a .hex file, named without its ending.
Bytes golden(std::string_view name);
// Names of .hex files that begin with this, without their ending.
std::vector<std::string> goldensNamed(std::string_view prefix);

std::string textOfSource(std::string_view path);  // from the root of the repository

}  // namespace rapport::test
