#pragma once

#include <string>

#include "shared/base/clock.h"
#include "shared/base/uuid.h"
#include "shared/merge/numbers.h"
#include "tests/simulation/options.h"
#include "tests/support/sim_disk.h"
#include "tests/support/sim_vfs.h"

namespace rapport::simulation {

inline constexpr char kProgramme[] = "river-valley";
inline constexpr EpochId kEpoch{0xE0C4'1234'5678'9ABCU};
inline constexpr char kDatabase[] = "data.db";

// A device's disk, with a database on it.
class Machine {
 public:
  enum class Content { kTabletProfile, kOfficeDatabase };
  // The database is there, empty, with small pages, as if it had just been made.
  Machine(Content content, std::uint64_t seed, const Clock& clock, Mutant mutant);

  testing::SimDisk& disk() { return disk_; }
  // A program starts: it lives as long as the power stays on and nothing ends it.
  void begin() {
    disk_.powerOn();
    life_ = disk_.life();
  }
  bool lives() const { return disk_.isOn() && disk_.life() == life_; }
  const std::string& vfs() const { return vfs_.name(); }
  // As if it had just been made, again; whatever ran ends.
  void makeAnew();

 private:
  const Content content_;
  testing::SimDisk disk_;
  testing::SimVfs vfs_;
  std::uint64_t life_ = 0;
};

// The office's own replica, under which the console's pages write.
ReplicaId officeReplica();

}  // namespace rapport::simulation
