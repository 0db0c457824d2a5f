#pragma once

#include <optional>
#include <string>
#include <utility>

#include "shared/base/random.h"
#include "tests/simulation/agenda.h"
#include "tests/simulation/dice.h"
#include "tests/simulation/options.h"
#include "tests/simulation/trace.h"

namespace rapport::simulation {

// What everybody in one run shares.
struct Scene {
  Scene(const SimOptions& drawn, Trace::Keep keep)
      : options(drawn),
        random(drawn.seed * 3 + 1),
        lineDice(drawn.seed * 5 + 2),
        officeDice(drawn.seed * 7 + 3),
        peopleDice(drawn.seed * 11 + 4),
        mishapDice(drawn.seed * 13 + 5),
        restDice(drawn.seed * 17 + 6),
        trace(keep) {}

  const SimOptions options;
  Agenda agenda;
  SeededRandom random;  // of the real code
  Dice lineDice, officeDice, peopleDice, mishapDice, restDice;
  Trace trace;
  std::vector<Bytes> overheard;          // some frames of tablets, for who would use them
  bool calm = false;                     // the faults are over; now everything must come right
  std::optional<std::string> violation;  // the first

  void note(std::string_view who, std::string_view what) { trace.line(agenda.now(), who, what); }
  // An invariant does not hold: the run ends.
  void violated(std::string what) {
    note("VIOLATION", what);
    if (!violation) violation = std::move(what);
  }
};

}  // namespace rapport::simulation
