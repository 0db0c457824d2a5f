#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/bytes.h"

namespace rapport::testing {

// Recordings made here, byte by byte, with a name wherever their formats have room for one. What
// sounds is sound(1) to sound(kSoundParts).
inline constexpr char kNamed[] = "Marigold Kestrel, Bakery Lane 4";
inline constexpr std::uint8_t kSoundParts = 5;
Bytes sound(std::uint8_t part);

// ID3v2 before, between and behind the frames, Lyrics3, APE and ID3v1 at the end.
Bytes mp3WithNames();
// Comments, with a picture that fills pages.
Bytes opusWithNames();
Bytes vorbisWithNames();
// LIST INFO, bext, iXML and id3, before and behind the samples.
Bytes wavWithNames();

// A stream of these header packets, the first on a page of its own, and packets of sound.
Bytes oggOf(const std::vector<Bytes>& headers, const std::vector<Bytes>& sounds);
std::size_t pagesOf(const Bytes& ogg);
// Numbered without a gap, each with the checksum of RFC 3533.
bool pagesAreInOrder(const Bytes& ogg);

}  // namespace rapport::testing
