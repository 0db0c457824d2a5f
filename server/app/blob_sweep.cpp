#include "server/app/blob_sweep.h"

#include "shared/base/limits.h"

namespace rapport {

void BlobSweep::tick() {
  const std::chrono::milliseconds now = clock_.steadyNow();
  if (now.count() < nextAt_) return;
  nextAt_ = (now + limits::kBlobSweep).count();
  threads_.post([self = shared_from_this()] { self->run(); });
}

void BlobSweep::run() {
  const Result<std::size_t> removed = sweep_();
  if (!removed) {
    log_.write(LogLevel::kWarning, "sweeping attachments failed",
               {{"reason", removed.error().message}});
  } else if (*removed > 0) {
    log_.write(LogLevel::kInfo, "swept attachments",
               {{"removed", static_cast<std::int64_t>(*removed)}});
  }
}

}  // namespace rapport
