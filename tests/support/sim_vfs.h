#pragma once

#include <memory>
#include <string>

#include "shared/base/clock.h"
#include "tests/support/sim_disk.h"

namespace rapport::testing {

// A SimDisk as a SQLite VFS: put name() into DatabaseOptions::vfs. Knows the write-ahead log with
// its shared memory, never sleeps, and takes the time from the clock. Every database on it must be
// closed before it goes.
class SimVfs {
 public:
  // `name` must be one of its kind in the program.
  SimVfs(std::string name, SimDisk& disk, const Clock& clock);
  SimVfs(const SimVfs&) = delete;
  SimVfs& operator=(const SimVfs&) = delete;
  ~SimVfs();

  const std::string& name() const { return name_; }

 private:
  struct Registered;
  std::string name_;
  std::unique_ptr<Registered> registered_;
};

}  // namespace rapport::testing
