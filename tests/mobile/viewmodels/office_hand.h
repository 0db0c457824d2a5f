#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/notebook.h"

namespace rapport::testing {

// Writes into a tablet's store what the office would have sent down: numbered states with other
// people's edits. Runs where the notebook lives.
class OfficeHand {
 public:
  struct Colleague {
    PersonId person;
    ReplicaId device;
    std::string name;
  };

  // What the office remembers from one visit to the next.
  struct Ledger {
    SeededRandom random{7};
    std::uint64_t number = 0;
    std::uint64_t counter = 0;
  };

  OfficeHand(Notebook& notebook, const Clock& clock, Ledger& ledger)
      : notebook_(notebook), clock_(clock), ledger_(ledger) {}

  // The demonstration programme, its dates resolved against the clock.
  void demonstration();
  // Somebody else with a tablet, known to the directory.
  Colleague colleague(const std::string& name, const std::string& device);
  // One of the person here, so that their own name is known too.
  void introduce(const Enrolment& enrolment, ReplicaId device);

  // An edit as JSON fields, made `ago` before now by a colleague who saw `seen` (nothing: the
  // present copy). Returns the record.
  struct Edit {
    std::string type;
    std::string fields;  // {"name": …}
    std::optional<RecordId> id{};
    std::chrono::minutes ago{0};
    const RecordState* seen = nullptr;
  };
  RecordId put(const Colleague& author, const Edit& edit);

  // The office's word on one of this tablet's own changes.
  void answer(std::uint64_t counter, ReceiptStage stage, const std::string& reason = {},
              std::optional<Number> after = std::nullopt);
  // Everything that waits is applied and sent back down.
  void applyAll();

 private:
  RecordState copyOrNew(RecordId id, const RecordType& type);
  void keep(const RecordState& state, const RecordType& type);

  Notebook& notebook_;
  const Clock& clock_;
  Ledger& ledger_;
};

}  // namespace rapport::testing
