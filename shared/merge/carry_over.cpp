#include "shared/merge/carry_over.h"

#include <algorithm>
#include <vector>

#include "shared/base/limits.h"

namespace rapport {
namespace {

// A state bounds the numbers of all its heads together (limits::kNumbersPerRecord), and has at most
// a quarter as many heads.
constexpr std::size_t kEpochsPerHead = 4;
static_assert(kEpochsPerHead * limits::kHeadsPerRecord <= limits::kNumbersPerRecord);

class Carrier {
 public:
  explicit Carrier(std::span<const EpochBegun> lineage) : last_(lineage.back()) {
    // From the newest back, each epoch once.
    for (auto each = lineage.rbegin(); each != lineage.rend(); ++each) {
      remember(each->epoch);
      remember(each->kept.epoch);
    }
  }

  void carry(RecordState& record) const {
    if (record.number && record.number->epoch == last_.kept.epoch) {
      record.number->epoch = last_.epoch;
    }
    carryContents(record);
  }

 private:
  void remember(EpochId epoch) {
    if (std::ranges::find(newestFirst_, epoch) == newestFirst_.end()) newestFirst_.push_back(epoch);
  }

  bool tooOld(EpochId epoch) const {
    const auto at = std::ranges::find(newestFirst_, epoch) - newestFirst_.begin();
    return at >= static_cast<std::ptrdiff_t>(kEpochsPerHead) &&
           at < static_cast<std::ptrdiff_t>(newestFirst_.size());
  }

  void carryNumbers(Numbers& numbers) const {
    Numbers carried;
    const auto before = numbers.in(last_.kept.epoch);
    // Given a second time, and no number of that epoch: what bears it came after the restore.
    const bool later = before && *before > last_.kept.n;
    for (const Number& each : numbers.each()) {
      const bool dropped = later && each.epoch == last_.kept.epoch;
      if (!tooOld(each.epoch) && !dropped) carried.add(each);
    }
    if (before) carried.add({last_.epoch, *before});
    numbers = carried;
  }

  void carryCoverage(Coverage& coverage) const {
    Coverage carried;
    for (const Number& each : coverage.each()) {
      const bool ofKept = each.epoch == last_.kept.epoch;
      const std::uint64_t kept = ofKept ? std::min(each.n, last_.kept.n) : each.n;
      if (!tooOld(each.epoch)) carried.widen({each.epoch, kept});
      if (ofKept) carried.widen({last_.epoch, each.n});
    }
    coverage = carried;
  }

  void carryContents(Contents& contents) const {
    for (FieldState& field : contents.fields) {
      for (Head& head : field.heads) carryNumbers(head.numbers);
      for (CountEntry& entry : field.counts) carryNumbers(entry.numbers);
      carryCoverage(field.coverage);
      for (RowState& row : field.rows) carryContents(row);
      std::erase_if(field.rows,
                    [](const RowState& row) { return row.fields.empty() && row.deletes.empty(); });
    }
    // Where nothing was but the coverage of epochs that are too old now.
    std::erase_if(contents.fields, [](const FieldState& field) { return field.empty(); });
    for (DeleteHead& head : contents.deletes) {
      carryNumbers(head.numbers);
      carryCoverage(head.seen);
    }
  }

  const EpochBegun last_;
  std::vector<EpochId> newestFirst_;
};

}  // namespace

void carryOver(RecordState& record, std::span<const EpochBegun> lineage) {
  if (!lineage.empty()) Carrier(lineage).carry(record);
}

}  // namespace rapport
