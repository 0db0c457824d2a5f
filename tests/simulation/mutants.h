#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "shared/sync/local_store.h"
#include "shared/sync/server_store.h"
#include "tests/simulation/options.h"

namespace rapport::simulation {

// Rules broken on purpose. Each must be found within few seeds, or the simulator looks away.
enum class Mutant : std::uint8_t {
  kNone,
  // At the office: the writer and the lines.
  kTellsBeforeCommit,
  kStatesBeforeVerdicts,
  kForgetsMarks,
  kJudgesTwice,
  // In the office's store.
  kKeepsTornActs,
  kSkipsAState,
  kShowsEverything,
  kChangesItsMind,
  kForgetsNumbers,
  kDropsRemovedRows,
  kMergesRowsWhole,
  // On every disk: what synchronous=NORMAL leaves out.
  kNormalSync,
  // In the tablet's store.
  kCopiesAfterCursor,
  kSavesInPieces,
  kForgetsUncovered,
  kLeavesOverlayEarly,
  kForgetsReceipts,
  kKeepsClaims,
  // Before people's eyes: what a screen claims to have shown.
  kPagesSeeTheNewest,
  kEditorsSeeTheNewest,
  kCount,
};
std::string_view nameOf(Mutant mutant);
std::vector<Mutant> allMutants();  // without kNone
// Where people must meet for it to matter (options.h).
std::string_view steerOf(Mutant mutant);

// The store with one rule broken; null where this mutant leaves the store alone.
std::unique_ptr<LocalStore> spoil(LocalStore& store, Mutant mutant);
std::unique_ptr<ServerStore> spoil(ServerStore& store, Mutant mutant);

}  // namespace rapport::simulation
