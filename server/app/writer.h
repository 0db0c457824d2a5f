#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/app/mark.h"
#include "server/app/meters.h"
#include "shared/base/limits.h"
#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

enum class Haste : std::uint8_t {
  kNow,   // somebody waits for it
  kLazy,  // rides along with the next commit, or after a while by itself; marks nothing
};

// One piece of work on one programme.
struct WriteJob {
  std::string programme;
  Haste haste = Haste::kNow;
  // Runs on the writer's thread; an error undoes this job, and no other.
  std::function<Status(ServerWriter&)> work;
  // Told exactly once, after the durable commit or the failure, on the writer's thread. Must not
  // block.
  std::function<void(const Status&)> done;
  std::size_t sizeBytes = 0;  // of what it brings
  std::size_t changes = 1;    // for the meters, where somebody waits for it
};

struct WriterOptions {
  std::size_t queueLimit = limits::kWriterQueue;
  std::size_t jobsPerCommit = limits::kJobsPerCommit;
  std::size_t bytesPerCommit = limits::kFrameTargetBytes;
  std::chrono::milliseconds lazyWait = limits::kLazyWait;
  // Told of a commit that failed, on the writer's thread; may be empty.
  std::function<void(const Error&)> failed = nullptr;
};

// The one thread that writes records, for all tablets and all pages of the console.
//
// It takes everything that waits, runs it in one transaction, commits durably, tells each job, and
// marks the programmes that changed. While it commits, the next group gathers: the more there is to
// do, the fewer commits a change costs. A group that brings a full frame is not let grow: its
// tablets would wait for all of it, and stand idle, where they could take in the first answers. A
// commit that fails fails every job of its group.
class Writer {
 public:
  Writer(ServerStore& store, std::function<void(const Mark&)> onMark, Meters& meters,
         WriterOptions options = {});
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Any thread. kUnavailable when the queue is full or the writer is stopping: the job was not
  // taken and is told nothing.
  Status submit(WriteJob job);
  // The same, and waits for the outcome. Never on the writer's or a network thread.
  Status run(WriteJob job);
  // Writes what was taken, then ends. Later jobs are refused.
  void stop();

 private:
  using Group = std::vector<WriteJob>;

  void loop();
  Group nextGroup();
  bool mustWait(std::chrono::steady_clock::time_point now) const;
  void write(Group& group);
  void counted(const Group& group, std::chrono::steady_clock::duration took);
  enum class Company : std::uint8_t { kAlone, kAmongOthers };

  static Status runJob(ServerStore::Transaction& transaction, const WriteJob& job, Company company);

  ServerStore& store_;
  const std::function<void(const Mark&)> onMark_;
  Meters& meters_;
  const WriterOptions options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<WriteJob> urgent_, lazy_;
  std::chrono::steady_clock::time_point lazySince_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace rapport
