#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

template <std::size_t kSize>
class Secret;
using SecretKey = Secret<32>;

// What was found wrong, as sentences for an administrator. Past kTold they are only counted.
class Faults {
 public:
  static constexpr std::size_t kTold = 20;
  void add(std::string sentence);
  std::size_t count() const { return count_; }
  const std::vector<std::string>& sentences() const { return sentences_; }

 private:
  std::vector<std::string> sentences_;
  std::size_t count_ = 0;
};

struct Audited {
  std::size_t records = 0, changes = 0;
};

// Does a programme's past add up? Reads every change of the log and every record in one snapshot:
// each change has the bytes, the place in its device's chain, the number and the proof that it was
// given, and each record is what its changes make of it. What is not goes to `faults`; an error is
// a failure to read. `verdictKey` is the one the verdicts were given under.
Result<Audited> auditProgramme(ServerReader& programme, const SecretKey& verdictKey,
                               Faults& faults);

}  // namespace rapport
