#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

// How a profile is cleared from a tablet whose access was withdrawn. From the first step on a file
// in its folder says so, so that a program that was ended in between goes on with it whenever the
// profile is opened next; afterwards it says why, until somebody enrols again.

// What has to go.
struct ProfileFiles {
  std::string folder;
  std::string keyFile;  // of the database
};

// The key of the database goes first: what is left then is noise. Nobody may have the database
// open. `why` is a sentence for the person.
Status clearProfile(const ProfileFiles& files, std::string_view why);
// Goes on where one was cut off; nothing happens where none was begun.
Status finishClearing(const ProfileFiles& files);

// Why the profile in this folder is empty; nothing: it never held anything, or holds something.
std::optional<std::string> whyCleared(const std::string& folder);
Status forgetWhyCleared(const std::string& folder);

}  // namespace rapport
