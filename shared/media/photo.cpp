#include "shared/media/photo.h"

#include "shared/media/photo_parts.h"

namespace rapport {

Error damagedPhoto() {
  return {ErrorCode::kInvalid,
          "This photo's file is damaged, or made in a way that is not understood here, so that its "
          "place data cannot be taken out. Nothing was saved; take or save the photo again."};
}

Result<Bytes> withoutMetadata(MediaKind photo, ByteView bytes) {
  switch (photo) {
    case MediaKind::kJpeg:
      return jpegWithoutMetadata(bytes);
    case MediaKind::kPng:
      return pngWithoutMetadata(bytes);
    case MediaKind::kWebp:
      return webpWithoutMetadata(bytes);
    default:
      return Error{ErrorCode::kInvalid, "This is no photo."};
  }
}

}  // namespace rapport
