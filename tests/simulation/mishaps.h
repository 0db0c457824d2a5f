#pragma once

#include <functional>
#include <vector>

#include "tests/simulation/liar.h"
#include "tests/simulation/people.h"

namespace rapport::simulation {

// What goes wrong with clocks, disks, programs and networks, as far as the run's traits allow.
class Mishaps {
 public:
  Mishaps(Scene& scene, Office& office, Tablets& tablets, Coordinators& coordinators, Liar& liar,
          const std::vector<RecordId>& records);

  // Before the run: clocks are wrong from the beginning.
  void setClocks();
  // One of the possible mishaps, if there are any.
  void strike();

 private:
  Tablet& anyTablet() { return *tablets_[scene_.mishapDice.below(tablets_.size())]; }
  void addOfTablets();
  void addKills();
  void addOfOffice();
  void addOfConsole();
  RecordId anyRecord() { return scene_.mishapDice.of(records_); }
  void failDisk(Machine& machine, std::string_view who, testing::SimFault fault,
                std::uint64_t mostCalls);
  void fill(Machine& machine, std::string_view who);

  Scene& scene_;
  Office& office_;
  Tablets& tablets_;
  Coordinators& coordinators_;
  Liar& liar_;
  const std::vector<RecordId>& records_;
  std::size_t withdrawn_ = 0, restores_ = 0;
  bool cloned_ = false;
  std::vector<std::function<void()>> possible_;
};

}  // namespace rapport::simulation
