#include <algorithm>

#include "shared/merge/filter.h"
#include "shared/merge/judge.h"
#include "tests/shared/merge/schedule.h"

namespace rapport::test {
namespace {

template <typename Each>
void eachOperation(std::vector<Operation>& operations, const Each& each) {
  for (Operation& operation : operations) {
    each(operation);
    auto* edit = std::get_if<EditRows>(&operation.deed);
    if (edit == nullptr) continue;
    for (RowEdit& row : edit->rows) eachOperation(row.operations, each);
  }
}

}  // namespace

// Applies, without the rule that the schedule leaves out.
void Schedule::merge(RecordState& state, ChangeId id, Numbers numbers, HybridTime effective) const {
  Change change = entries_[id].change;
  Applied applied{std::move(numbers), effective, entries_[id].author, nullptr, nullptr};
  if (leftOut_ == LeftOut::kOwnEarlier) applied.author = Author::kServer;
  if (leftOut_ == LeftOut::kServerWithout) applied.author = Author::kTablet;
  eachOperation(change.operations, [this](Operation& operation) {
    if (leftOut_ == LeftOut::kNotShown) operation.notShown.clear();
    auto* deletion = std::get_if<SetDeleted>(&operation.deed);
    if (deletion != nullptr && leftOut_ == LeftOut::kUnreadableInDeletes) {
      deletion->unreadable.clear();
      deletion->unreadableCells.clear();
    }
    if (deletion != nullptr && leftOut_ == LeftOut::kCellsInDeletes) {
      deletion->unreadableCells.clear();
    }
  });
  apply(state, change, applied);
}

void Schedule::applyAtServer(ChangeId id, HybridTime effective, Verdict& verdict) {
  const Entry& entry = entries_[id];
  RecordState& state = records_[entry.record];
  const Number number = at(++lastNumber_);
  const Status judged = judge(testType(), state, entry.change,
                              {Numbers{number}, effective, entry.author, nullptr, nullptr});
  if (!judged) throw Violation{"an honest change was refused: " + judged.error().message};
  verdict = {Outcome::kApplied, effective, state.number, number};
  merge(state, id, Numbers{number}, effective);
  past_[entry.record][number.n] = {id, state};
}

// The server's verdict: judged once, told again as often as asked.
const Schedule::Verdict& Schedule::take(Tablet& tablet, ChangeId id) {
  Entry& entry = entries_[id];
  if (entry.verdict) return *entry.verdict;
  const std::uint64_t counter = entry.change.dot.counter;
  if (through_[tablet.name] + 1 != counter) throw Violation{"a gap in an outbox"};
  through_[tablet.name] = counter;
  Verdict verdict;
  const bool mayBe = leftOut_ == LeftOut::kNothingSeenUnreadably ||
                     judgePermission(testType(), tablet.role, entry.change).ok();
  if (mayBe && !entry.refusable) {
    HybridTime effective = entry.change.time;
    if (effective.millis > now_ + 5) effective = {now_, 0};
    applyAtServer(id, effective, verdict);
  }
  entry.verdict = verdict;
  tell("  change " + std::to_string(id) +
       (verdict.after ? " is applied as " + std::to_string(verdict.after->n) : " is refused"));
  return *entry.verdict;
}

void Schedule::push(Tablet& tablet, std::size_t most, bool answersLost) {
  tell("tablet " + std::to_string(tablet.name) + " pushes" + (answersLost ? ", unanswered" : ""));
  const std::vector<ChangeId> outbox = tablet.outbox;
  for (std::size_t i = 0; i < std::min(most, outbox.size()); ++i) {
    const Telling telling = entries_[outbox[i]].verdict ? Telling::kAgain : Telling::kFirst;
    const Verdict& verdict = take(tablet, outbox[i]);
    if (!answersLost) hear(tablet, outbox[i], verdict, telling);
  }
}

void Schedule::hear(Tablet& tablet, ChangeId id, const Verdict& verdict, Telling telling) {
  std::erase(tablet.outbox, id);
  if (verdict.outcome == Outcome::kRefused) return;
  const std::size_t record = entries_[id].record;
  const auto copy = tablet.copies.find(record);
  const auto number = copy != tablet.copies.end() ? copy->second.number : std::nullopt;
  if (number && number->n >= verdict.after->n) return;
  const bool follows = telling == Telling::kFirst && number == verdict.before && !tablet.fresh;
  if (follows || leftOut_ == LeftOut::kFoldOnlyWhatFollows) {
    RecordState& state = tablet.copies[record];
    merge(state, id, Numbers{*verdict.after}, verdict.effective);
    state = *filterFor(tablet.role, &testType(), state);
    tell("  tablet " + std::to_string(tablet.name) + " folds change " + std::to_string(id));
    checkCopy(tablet, record);
  } else if (leftOut_ != LeftOut::kOverlayUntilCovered) {
    tablet.waiting.emplace_back(id, verdict.after->n);
  }
}

void Schedule::pull(Tablet& tablet, std::size_t page) {
  // All verdicts are settled before a state is taken.
  for (const ChangeId id : std::vector<ChangeId>{tablet.outbox}) {
    if (entries_[id].verdict) hear(tablet, id, *entries_[id].verdict, Telling::kAgain);
  }
  if (std::exchange(tablet.fresh, false)) {
    tablet.copies.clear();
    tablet.waiting.clear();
    tablet.cursor = 0;
    page = records_.size();
  }
  std::map<std::uint64_t, std::size_t> due;
  for (const auto& [record, state] : records_) {
    if (state.number->n > tablet.cursor) due[state.number->n] = record;
  }
  for (const auto& [number, record] : due) {
    if (page-- == 0) break;
    tablet.cursor = number;
    tablet.copies[record] = *filterFor(tablet.role, &testType(), records_[record]);
    std::erase_if(tablet.waiting, [&, upTo = number, of = record](const auto& one) {
      return entries_[one.first].record == of && one.second <= upTo;
    });
    tell("  tablet " + std::to_string(tablet.name) + " takes record " + std::to_string(record) +
         " at " + std::to_string(number));
  }
}

}  // namespace rapport::test
