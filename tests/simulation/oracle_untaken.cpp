#include <algorithm>

#include "tests/simulation/oracle.h"

// What an office that went back has judged since, and did not take: what a copy that saw it still
// brings.

namespace rapport::simulation {

bool Known::isAbsent(const Place& place, std::size_t edit, const Value& element) const {
  const auto found = absent.find(place);
  return found != absent.end() && found->second.contains({edit, element});
}

bool Known::sparesElement(const Place& place, std::size_t later, std::size_t edit,
                          const Value& element) const {
  const auto found = late.find(place);
  return found != late.end() && found->second.contains({later, edit, element});
}

// What a copy did not show that had told of the rest of the edit is there now; whoever had answered
// it came before it.
void Oracle::isThere(Applied& to, const Place& place, Edit edit, const Value& element) const {
  const auto absent = to.known.absent.find(place);
  if (absent == to.known.absent.end() || absent->second.erase({edit, element}) == 0) return;
  for (const Edit later : to.order) {
    const Wish* wish = wishFor(intents_[later], place);
    const bool answered = wish != nullptr && touches(*wish, element) &&
                          to.known.holds(place, later) && viewOf(intents_[later], place).test(edit);
    if (answered) to.known.late[place].insert({later, edit, element});
  }
}

void Oracle::isWhole(Applied& to, const Place& place, Edit edit) const {
  const Wish* wish = wishFor(intents_[edit], place);
  const auto* elements = wish != nullptr ? std::get_if<EditElements>(&wish->what) : nullptr;
  if (elements == nullptr) return;
  for (const Value& element : elements->added) isThere(to, place, edit, element);
}

// The copy takes nothing away, and does not show all of what this edit had put there.
void Oracle::leavesOut(Applied& to, const Applied& copy, const Place& place, Edit edit) const {
  const auto* elements = std::get_if<EditElements>(&wishFor(intents_[edit], place)->what);
  if (elements == nullptr) return;
  const Elements shown = elementsIn(copy, place);
  for (const Value& element : elements->added) {
    const std::pair<Edit, Value> each{edit, element};
    if (std::ranges::find(shown, each) == shown.end()) to.known.absent[place].insert(each);
  }
}

bool Oracle::isUntaken(Edit edit) const {
  const auto told = told_.find(edit);
  if (!intents_[edit].judged || told == told_.end()) return false;
  return told->second == Expected::kRefused || told->second == Expected::kSetAside;
}

// It took something out of a set, and nobody can say whether that was ever applied; only what was
// written before the eyes of this epoch's records was not.
bool Oracle::mayHaveTakenOut(Edit edit, const Wish& wish) const {
  const Intent& intent = intents_[edit];
  const auto* elements = std::get_if<EditElements>(&wish.what);
  if (elements == nullptr || elements->removed.empty() || asideWithProof_.contains(edit)) {
    return false;
  }
  return !intent.shown || isBlindTo(intent, wish.place) || intent.shown->epoch != epoch_;
}

// Where something of an edit stands in the copy that the office has judged since, and did not take;
// or such an edit took something out of a set: what its author proved to have been applied, where
// the copy had seen it, and what nobody knows of, whatever the copy had seen.
std::set<Place> Oracle::untakenIn(RecordId record, const Applied& copy, const Applied& to) const {
  std::set<Place> places;
  for (Edit edit = 0; edit < intents_.size(); ++edit) {
    if (intents_[edit].record != record || !isUntaken(edit)) continue;
    for (const Wish& wish : intents_[edit].wishes) {
      const bool counts = std::holds_alternative<AddAmount>(wish.what);
      const bool shows = !counts && stands(copy, wish.place, edit) && !stands(to, wish.place, edit);
      const auto* elements = std::get_if<EditElements>(&wish.what);
      const bool tookOut = elements != nullptr && !elements->removed.empty() &&
                           asideWithProof_.contains(edit) && copy.known.holds(wish.place, edit);
      if (shows || tookOut || mayHaveTakenOut(edit, wish)) places.insert(wish.place);
    }
  }
  return places;
}

// What comes with a copy that takes nothing away there.
void Oracle::sparesAll(Applied& to, const Known& before, const Place& place, Edit brought) const {
  if (before.holds(place, brought) || !to.known.holds(place, brought)) return;
  const Intents view = viewOf(intents_[brought], place);
  for (const Edit edit : to.order) {
    if (before.holds(place, edit) && view.test(edit)) {
      to.known.unanswered[place].insert({brought, edit});
    }
  }
}

}  // namespace rapport::simulation
