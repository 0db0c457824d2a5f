#pragma once

#include <cstdint>
#include <optional>

#include "shared/protocol/frame_codec.h"
#include "tests/simulation/ledger.h"

namespace rapport::simulation {

// Looks at every frame that the office sends down one connection: verdicts only after the commit
// and as the log has them, before any state that holds their change, and nothing that is not for
// the eyes of the tablet's role.
class DownlinkCheck {
 public:
  DownlinkCheck(Scene& scene, const Ledger& ledger, const Oracle& oracle)
      : scene_(scene), ledger_(ledger), oracle_(oracle) {}

  // What came up: a hello says which verdicts the tablet holds.
  void cameUp(const Bytes& frame);
  void goesDown(const Bytes& frame);

 private:
  void check(const Verdicts& verdicts);
  void check(const States& states);
  void checkScope(const RecordState& state, Role role);
  void checkOrder(const RecordState& state);

  Scene& scene_;
  const Ledger& ledger_;
  const Oracle& oracle_;
  std::optional<ReplicaId> replica_;
  std::uint64_t toldThrough_ = 0;
  std::optional<Fork> fork_;  // asked for, and not accepted yet
};

}  // namespace rapport::simulation
