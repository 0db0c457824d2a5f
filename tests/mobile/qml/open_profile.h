#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mobile/viewmodels/desk.h"
#include "shared/protocol/drop_frames.h"

namespace rapport::testing {

// Makes a profile folder as the app keeps it: enrolled with an office that does not answer, an
// event open now with its partner, a codebook of one theme, and nothing begun.
void makeProfile(const std::string& folder);

// The answers that wait in a profile that nobody has open.
std::vector<DroppedAnswer> answersIn(const std::string& folder);

// The app's own desk on a profile folder, with its worker and its keys.
std::unique_ptr<Desk> openProfile(const std::string& folder);

}  // namespace rapport::testing
