#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "server/app/worker_pool.h"
#include "shared/sync/server_attachments.h"

namespace rapport {

// The blobs of one tablet's connection, on threads of their own: they wait for the disk at every
// chunk, and nobody's changes shall wait with them. Work in flight keeps it alive until it has
// ended.
class BlobLine final : public std::enable_shared_from_this<BlobLine> {
 public:
  struct Ends {
    std::function<void(Bytes frame)> send;              // any thread
    std::function<void(const Refusal& reason)> refuse;  // any thread; ends the connection
  };
  BlobLine(const AttachmentDesk& desk, WorkerPool& threads, std::string programme,
           ReplicaId replica, Ends ends)
      : strand_(threads), blobs_(desk, std::move(programme), replica), ends_(std::move(ends)) {}

  // Never blocks. A tablet waits for the answer to one frame before it sends the next: who does not
  // is refused, so that nothing is queued here.
  void take(Bytes frame);

 private:
  Strand strand_;
  ServerAttachments blobs_;  // on the strand only
  const Ends ends_;
  std::atomic<int> atWork_{0};
};

}  // namespace rapport
