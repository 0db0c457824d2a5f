#pragma once

#include "shared/merge/state.h"

namespace rapport {

// Remembers that a replica went by that name, up to that counter at least. Ascending by replica;
// what was remembered never shrinks.
void rememberFormer(Formerly& formerly, const Dot& dot);

}  // namespace rapport
