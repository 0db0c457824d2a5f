#pragma once

#include <cstdint>
#include <string>

#include "shared/base/bytes.h"

namespace rapport::testing {

// Made-up photos as cameras write them, with everything in them that must not stay: a place (GPS
// coordinates in Exif, and again in XMP), a thumbnail, an owner, a comment, a second picture behind
// the first. Every such thing holds kSecret; nothing that must stay does.
inline constexpr char kSecret[] = "52.0907,5.1214 Oudegracht";

enum class ByteOrder : std::uint8_t { kLittle, kBig };

// A TIFF structure with an orientation and a GPS directory, as Exif is.
Bytes exifWithPlace(std::uint16_t orientation, ByteOrder order);

Bytes jpegWithPlace(std::uint16_t orientation, ByteOrder order = ByteOrder::kBig);
Bytes pngWithPlace(std::uint16_t orientation);
Bytes webpWithPlace(std::uint16_t orientation);

// Entropy-coded data with every byte that a marker could be mistaken for, in all of them.
Bytes picture();

}  // namespace rapport::testing
