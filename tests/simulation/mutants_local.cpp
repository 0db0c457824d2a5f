#include <map>
#include <utility>

#include "tests/simulation/mutants.h"
#include "tests/support/forwarding_local.h"

namespace rapport::simulation {
namespace {

using testing::ForwardingLocalStore;

constexpr std::size_t kMostOfOne = 100'000;  // changes of one tablet

// Writes a copy with the next transaction, after the cursor that says that it is here.
class CopiesAfterCursor final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status inTransaction(const std::function<Status()>& work) override {
    return inner_.inTransaction([&]() -> Status {
      for (const auto& [id, copy] : std::exchange(late_, {})) {
        if (const Status kept = inner_.keepCopy(copy.first, copy.second); !kept) return kept;
      }
      return work();
    });
  }
  Status keepCopy(const RecordState& state, Attention attention) override {
    late_[state.id] = {state, attention};
    return {};
  }
  Result<bool> keepFirstCopy(const RecordState& state, Attention attention) override {
    const auto there = copy(state.id);
    if (!there) return there.error();
    if (!*there) late_[state.id] = {state, attention};
    return !there->has_value();
  }
  Result<std::optional<RecordState>> copy(RecordId id) override {
    const auto found = late_.find(id);
    if (found != late_.end()) return std::optional<RecordState>(found->second.first);
    return inner_.copy(id);
  }

 private:
  std::map<RecordId, std::pair<RecordState, Attention>> late_;
};

// Every row for itself.
class SavesInPieces final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status inTransaction(const std::function<Status()>& work) override { return work(); }
};

// After a restart nobody remembers that a state must still be asked for.
class ForgetsUncovered final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Result<std::vector<std::pair<RecordId, Number>>> uncovered() override {
    return std::vector<std::pair<RecordId, Number>>{};
  }
};

// Takes an applied change off the screen before any copy holds it.
class LeavesOverlayEarly final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status keepReceipt(std::uint64_t counter, const Receipt& receipt, Overlay) override {
    return inner_.keepReceipt(counter, receipt, Overlay::kLeaves);
  }
};

class ForgetsReceipts final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status keepReceipt(std::uint64_t counter, const Receipt& receipt, Overlay overlay) override {
    return counter % 5 == 0 ? Status{} : inner_.keepReceipt(counter, receipt, overlay);
  }
};

// What an office that went back does not have goes out again, and is told as applied all the while.
class KeepsClaims final : public ForwardingLocalStore {
 public:
  using ForwardingLocalStore::ForwardingLocalStore;
  Status outdateCopies(Role filteredFor, std::uint64_t settledThrough,
                       const std::function<bool(TypeNumber)>& mayStay) override {
    const auto claimed = inner_.changesAfter(settledThrough, kMostOfOne);
    if (!claimed) return claimed.error();
    const Status outdated = inner_.outdateCopies(filteredFor, settledThrough, mayStay);
    if (!outdated) return outdated;
    for (const OwnChange& own : *claimed) {
      if (own.receipt.stage != ReceiptStage::kApplied) continue;
      const Status kept = inner_.keepReceipt(own.change.dot.counter, own.receipt, Overlay::kStays);
      if (!kept) return kept;
    }
    return {};
  }
};

}  // namespace

std::unique_ptr<LocalStore> spoil(LocalStore& store, Mutant mutant) {
  switch (mutant) {
    case Mutant::kCopiesAfterCursor:
      return std::make_unique<CopiesAfterCursor>(store);
    case Mutant::kSavesInPieces:
      return std::make_unique<SavesInPieces>(store);
    case Mutant::kForgetsUncovered:
      return std::make_unique<ForgetsUncovered>(store);
    case Mutant::kLeavesOverlayEarly:
      return std::make_unique<LeavesOverlayEarly>(store);
    case Mutant::kForgetsReceipts:
      return std::make_unique<ForgetsReceipts>(store);
    case Mutant::kKeepsClaims:
      return std::make_unique<KeepsClaims>(store);
    default:
      return nullptr;
  }
}

}  // namespace rapport::simulation
