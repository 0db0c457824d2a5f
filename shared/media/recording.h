#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/media/media_kind.h"

namespace rapport {

// The same sound with nothing beside it that a recorder or a person wrote: no title, artist, place,
// time, device, comment, picture, marker or text. Only what playing it needs is taken over; doing
// it twice changes nothing more. Of a recording that was cut off at its end, what is whole.
//
// kInvalid with a sentence for what is no such recording, or is made in a way that is not
// understood here: of Ogg, Opus and Vorbis alone, one stream of it.
Result<Bytes> soundAlone(MediaKind recording, ByteView bytes);

}  // namespace rapport
