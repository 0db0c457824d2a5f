#include "server/app/blob_line.h"

namespace rapport {
namespace {

// One blob on its way up and one on its way down.
constexpr int kFramesAtWork = 2;

}  // namespace

void BlobLine::take(Bytes frame) {
  if (atWork_.fetch_add(1) >= kFramesAtWork) {
    ends_.refuse({RefusalCode::kOutOfOrder, "This message may not come now."});
    return;
  }
  strand_.post([self = shared_from_this(), frame = std::move(frame)] {
    ServerAttachmentStep step = self->blobs_.receive(frame);
    // Before the answer goes out: the next frame may be here at once.
    --self->atWork_;
    if (step.frame) self->ends_.send(*std::move(step.frame));
    if (step.refusal) self->ends_.refuse(*step.refusal);
  });
}

}  // namespace rapport
