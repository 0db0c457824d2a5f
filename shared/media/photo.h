#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/media/media_kind.h"

namespace rapport {

// The same picture, pixel for pixel, with nothing beside it that a camera or a person wrote: no
// place, time, device, owner, comment, thumbnail, edit history or second picture behind the first.
// What showing it right needs stays: colours, transparency, density, frames of an animation, and
// which way is up. Doing it twice changes nothing more.
//
// kInvalid with a sentence for what is no such picture, or is damaged where that must be known.
Result<Bytes> withoutMetadata(MediaKind photo, ByteView bytes);

}  // namespace rapport
