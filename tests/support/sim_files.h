#pragma once

#include <functional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/disk.h"
#include "tests/support/sim_disk.h"

namespace rapport::testing {

// A SimDisk as the files and folders of a program, beside the databases that SimVfs puts on it: one
// power for both. Good for the life of the disk that it was made in. One thread.
class SimFiles final : public Disk {
 public:
  SimFiles(SimDisk& disk, const Clock& clock) : disk_(disk), clock_(clock), life_(disk.life()) {}

  // From now on a sync of the files and folders whose path this says yes to is told as done, and is
  // not: as in a program that left it out.
  void forgetSyncsOf(std::function<bool(const std::string& path)> which) {
    forgotten_ = std::move(which);
  }

  Result<std::unique_ptr<DiskFile>> open(const std::string& path) override;
  Result<std::unique_ptr<DiskFile>> openToWrite(const std::string& path) override;
  Status makeFolders(const std::string& path) override;
  Status syncFolder(const std::string& path) override;
  Status rename(const std::string& from, const std::string& to) override;
  Status remove(const std::string& path) override;
  std::vector<Entry> filesBelow(const std::string& folder) const override;

 private:
  class Handle;
  bool alive() const { return disk_.isOn() && disk_.life() == life_; }
  bool isForgotten(const std::string& path) const { return forgotten_ && forgotten_(path); }

  SimDisk& disk_;
  const Clock& clock_;
  const std::uint64_t life_;
  std::function<bool(const std::string&)> forgotten_;
};

}  // namespace rapport::testing
