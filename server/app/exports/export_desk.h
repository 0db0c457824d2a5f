#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/app/exports/export_file.h"
#include "server/app/exports/export_status.h"
#include "server/app/worker_pool.h"
#include "server/app/writer.h"
#include "shared/base/clock.h"
#include "shared/base/disk.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What exports may cost.
struct ExportBounds {
  std::uint64_t sizeBytes = std::uint64_t{512} * 1024 * 1024;  // of all that lie on the disk
  std::size_t ofPerson = 4;       // kept; the oldest goes for a new one
  std::size_t waiting = 16;       // of everybody together
  std::size_t types = 512;        // of one
  std::chrono::minutes life{60};  // after which it is gone
};

// What the desk works with; all of it outlives the desk.
struct ExportPlaces {
  ServerStore& store;
  ProgrammeTypes& types;
  const Arbiter& arbiter;
  Writer& writer;
  const Clock& clock;
  Random& random;
  std::string folder;  // of its own; what a desk before left in it is removed
  Disk& disk;
  std::function<void()>
      settled{};  // told after each that is over, on the desk's thread; may be empty
};

// Makes exports one after another in the background (DESIGN.md). Any thread.
//
// Nothing of one can be fetched before it is whole and written down (export_entry.h). They are its
// maker's alone, and go after a while, when newer ones take their place, or with the server.
class ExportDesk {
 public:
  explicit ExportDesk(const ExportPlaces& places, const ExportBounds& bounds = {});
  ~ExportDesk();
  ExportDesk(const ExportDesk&) = delete;
  ExportDesk& operator=(const ExportDesk&) = delete;

  // kInvalid: no types, too many, or one twice; kNotFound: a type that this role does not read;
  // kUnavailable: too many wait.
  Result<ExportStatus> begin(ExportRequest request);
  // Those of one person in a programme, the newest first.
  std::vector<ExportStatus> of(const std::string& programme, PersonId person);

  struct Handed {
    ExportedFile named;
    std::shared_ptr<const WholeBlob> contents;
  };
  // kNotFound: there is none of this person's, it is not ready, or it has no such file.
  Result<Handed> file(const std::string& programme, PersonId person, Uuid id,
                      const std::string& name);

  std::chrono::minutes life() const { return bounds_.life; }

  // What runs ends as failed; no more is taken.
  void stop();

 private:
  struct Job {
    ExportStatus status;
    std::vector<std::shared_ptr<ExportFile>> files;
  };
  using Jobs = std::list<std::shared_ptr<Job>>;

  Status readable(const ExportRequest& request);
  void makeRoom(const ExportRequest& request);
  void dropOld();
  void run(const std::shared_ptr<Job>& job);
  Status make(Job& job);
  Result<std::shared_ptr<ExportFile>> newFile(const Job& job, const ExportedFile& named);
  Status entered(Job& job);
  Status rowDone(Job& job);
  void settle(Job& job, const Status& made);

  const ExportPlaces places_;
  const ExportBounds bounds_;
  SecretKey key_;
  ExportSpace space_;
  std::atomic<bool> stopping_{false};
  std::atomic<std::size_t> filesMade_{0};
  std::mutex mutex_;  // of what follows, and of every job's status
  Jobs jobs_;
  PoolMeters meters_;
  WorkerPool pool_;
};

}  // namespace rapport
