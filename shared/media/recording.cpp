#include "shared/media/recording.h"

#include "shared/media/recording_parts.h"

namespace rapport {

Error damagedRecording() {
  return {ErrorCode::kInvalid,
          "This recording's file is damaged, or made in a way that is not understood here, so that "
          "what names people and places in it cannot be taken out. Nothing was saved; save it as "
          "Ogg (Opus or Vorbis), WAV or MP3, then attach it again."};
}

Result<Bytes> soundAlone(MediaKind recording, ByteView bytes) {
  switch (recording) {
    case MediaKind::kMp3:
      return mp3Alone(bytes);
    case MediaKind::kOgg:
      return oggAlone(bytes);
    case MediaKind::kWav:
      return wavAlone(bytes);
    default:
      return Error{ErrorCode::kInvalid, "This is no recording."};
  }
}

}  // namespace rapport
