#pragma once

#include "shared/media/photo_parts.h"

namespace rapport {

// What the formats of recording.h share. Private to this folder.

Error damagedRecording();

Result<Bytes> mp3Alone(ByteView mp3);
Result<Bytes> oggAlone(ByteView ogg);
Result<Bytes> wavAlone(ByteView wav);

}  // namespace rapport
