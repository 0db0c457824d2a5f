#pragma once

#include <QQuickAsyncImageProvider>

#include "mobile/viewmodels/front_desk.h"

namespace rapport {

// image://file/<attachment id>: a photo that is kept on this tablet, turned the right way up and no
// larger than asked for. Its bytes are read on the desk's worker and drawn elsewhere: neither the
// screen nor what is being saved waits for the drawing. Nothing of it is written anywhere. What is
// not here, or no picture that can be shown, is a picture without width: an error would be told to
// developers, and it is the person's.
class FilePictures final : public QQuickAsyncImageProvider {
 public:
  // `desk` outlives the engine that this belongs to.
  explicit FilePictures(FrontDesk& desk) : desk_(desk) {}
  QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

 private:
  FrontDesk& desk_;
};

}  // namespace rapport
