#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/viewmodels/desk.h"

namespace rapport::testing {

// How many changes this tablet has made so far.
std::uint64_t changesMade(Desk& desk);

// The records of a type that this tablet changed after its first `made` changes, as they stand now;
// deleted ones are left out. They belong to the desk.
std::vector<RecordSheet> savedAfter(Desk& desk, std::uint64_t made, std::string_view type);

// What is kept of something begun, as it lies on the disk; empty: nothing.
std::string draftOf(Desk& desk, const std::string& key);

}  // namespace rapport::testing
