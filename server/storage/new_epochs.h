#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/numbers.h"

namespace rapport {

class Connection;
class ServerDatabase;
struct ProgrammeRow;

struct NewEpoch {
  std::string programme;
  EpochId epoch;
  Number kept;  // of the epoch before
};

// What makes a database that came from a backup a life of its own (DESIGN.md "Restores"): every
// programme begins a random new epoch under a new id of the office, writes down what it kept of the
// one before, and carries its records over. What tablets confirmed in the old one is forgotten, and
// so are the console's sign-ins and open invitations. One transaction: all of it or nothing.
Result<std::vector<NewEpoch>> beginNewEpochs(ServerDatabase& database, const Clock& clock,
                                             Random& random);

// The same for one programme, within a transaction: the new epoch kept the one before up to
// `keptThrough`, and what bears a later number bears it in the new one alone. Sign-ins stay.
Result<NewEpoch> beginNewEpoch(Connection& connection, std::int64_t programme,
                               std::uint64_t keptThrough, const Clock& clock, Random& random);

}  // namespace rapport
