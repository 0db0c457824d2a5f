#pragma once

#include <string_view>

#include "shared/base/result.h"

namespace rapport {

// The Error for an extended SQLite result code: what to act on, and a sentence that says what
// happened, what is safe and what to do. `detail` is SQLite's own message, for the rare cases where
// only a developer can help; it names tables and columns, never values.
Error sqliteError(int extendedCode, std::string_view detail);

}  // namespace rapport
