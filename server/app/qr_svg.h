#pragma once

#include <string>

#include "shared/base/result.h"

namespace rapport {

// The text as a QR code (medium error correction) in one SVG element with a quiet zone, black on
// white, that scales to its box. kTooLarge: the text does not fit a QR code.
Result<std::string> qrSvg(const std::string& text);

}  // namespace rapport
