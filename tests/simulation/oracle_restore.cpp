#include <algorithm>

#include "tests/simulation/oracle.h"

// What an office knows that went back to a backup, and what comes back to it.

namespace rapport::simulation {
namespace {

const Known kNothing;

template <typename Places, typename Is>
void eraseAt(Places& places, const Place& place, const Is& is) {
  const auto found = places.find(place);
  if (found != places.end()) std::erase_if(found->second, is);
}

}  // namespace

bool Known::holds(const Place& place, std::size_t edit) const {
  if (!edits.test(edit)) return false;
  const auto found = lacking.find(place);
  return found == lacking.end() || !found->second.test(edit);
}

Intents Known::at(const Place& place) const {
  const auto found = lacking.find(place);
  return found == lacking.end() ? edits : edits & ~found->second;
}

void Known::add(const Place& place, std::size_t edit) {
  const auto found = lacking.find(place);
  if (found != lacking.end()) found->second.reset(edit);
}

bool Known::spares(const Place& place, std::size_t later, std::size_t edit) const {
  const auto found = unanswered.find(place);
  return found != unanswered.end() && found->second.contains({later, edit});
}

void Known::answer(const Place& place, std::size_t edit) {
  eraseAt(unanswered, place, [edit](const auto& each) { return each.second == edit; });
  eraseAt(late, place, [edit](const auto& each) { return std::get<1>(each) == edit; });
}

void Oracle::spare(const Applied& among, const Place& place, Edit by, Intents& view) const {
  for (const Edit edit : among.order) {
    if (among.known.spares(place, by, edit)) view.reset(edit);
  }
}

Oracle::Kept Oracle::keep() const {
  Kept kept;
  kept.applied = applied_;
  kept.erased = erased_;
  for (std::size_t i = 0; i < intents_.size(); ++i) kept.judged.set(i, intents_[i].judged);
  return kept;
}

void Oracle::goBack(const Kept& kept) {
  wentBack_ = true;
  applied_ = kept.applied;
  erased_ = kept.erased;
  for (std::size_t i = 0; i < intents_.size(); ++i) intents_[i].judged = kept.judged.test(i);
}

void Oracle::number(RecordId record, const Number& number) {
  views_[{record, number}] = applied_[record].known;
}

Oracle::Applied Oracle::heldAt(RecordId record, const Number& number) const {
  Applied held;
  const auto found = views_.find({record, number});
  if (found == views_.end()) return held;
  held.known = found->second;
  for (std::size_t i = 0; i < intents_.size(); ++i) {
    if (held.known.edits.test(i)) held.order.push_back(i);
  }
  return held;
}

// All of it, whatever was known of it.
void Oracle::apply(Applied& to, Edit edit) {
  if (!to.known.edits.test(edit)) to.order.push_back(edit);
  to.known.edits.set(edit);
  for (auto& [place, lacking] : to.known.lacking) lacking.reset(edit);
}

// Whoever answered it came before it, without a copy that would have said so.
void Oracle::comesLate(Applied& to, const Place& place, Edit edit) {
  if (to.known.holds(place, edit)) return;
  for (const Edit later : to.order) {
    const bool answered = to.known.holds(place, later) &&
                          wishFor(intents_[later], place) != nullptr &&
                          viewOf(intents_[later], place).test(edit);
    if (answered) to.known.unanswered[place].insert({later, edit});
  }
}

// Until now a copy alone had told of it. What its author knew of is answered from here on, also
// what came a second time and bears its first number again.
void Oracle::comesItself(Applied& to, const Place& place, Edit edit) {
  learnRecognised(to, edit);
  isWhole(to, place, edit);
  eraseAt(to.known.unanswered, place, [edit](const auto& each) { return each.first == edit; });
  eraseAt(to.known.late, place, [edit](const auto& each) { return std::get<0>(each) == edit; });
}

// With its old number, which a copy that was given back may have covered.
void Oracle::applyProven(Edit edit) {
  Applied& to = applied_[intents_[edit].record];
  for (const Wish& wish : intents_[edit].wishes) {
    comesLate(to, wish.place, edit);
    comesItself(to, wish.place, edit);
  }
  apply(to, edit);
}

Oracle::Edit Oracle::asLastJudged(Edit edit) const {
  for (auto each = again_.find(edit); each != again_.end(); each = again_.find(edit)) {
    edit = each->second;
  }
  return edit;
}

bool Oracle::stands(const Applied& among, const Place& place, Edit edit) const {
  if (!among.known.holds(place, edit)) return false;
  const FieldDeclaration* declared =
      place.isDeletion() ? nullptr : declaredAt(*catalogue_.type(intents_[edit].type), place);
  const MergeRule rule = declared != nullptr ? declared->rule : MergeRule::kLatest;
  if (rule == MergeRule::kCount) return true;
  if (rule != MergeRule::kUnion && rule != MergeRule::kAppend) {
    return std::ranges::count(standingIn(among, place), edit) > 0;
  }
  return std::ranges::any_of(elementsIn(among, place),
                             [edit](const auto& element) { return element.first == edit; });
}

// The office does not remember this edit, and its author cannot prove that it did: what others
// wrote who had seen it under its old number has not seen this. Where a copy brought it, it is
// there.
void Oracle::applyAgain(Edit edit) {
  const Edit twin = intents_.size();
  intents_.push_back(intents_[edit]);
  Applied& to = applied_[intents_[twin].record];
  learnRecognised(to, twin);
  apply(to, twin);
  for (const Wish& wish : intents_[twin].wishes) {
    for (Edit each = edit;; each = again_.at(each)) {
      if (stands(to, wish.place, each)) {
        to.known.drop(wish.place, twin);
      } else if (to.known.edits.test(each)) {
        to.known.drop(wish.place, each);
      }
      comesItself(to, wish.place, each);
      if (!again_.contains(each)) break;
    }
  }
  // What its author wrote later stands beside it as well, until it comes a second time itself.
  for (const Edit later : to.order) {
    if (!intents_[later].own.test(edit)) continue;
    for (const Wish& wish : intents_[twin].wishes) {
      to.known.unanswered[wish.place].insert({later, twin});
    }
  }
  again_[asLastJudged(edit)] = twin;
  for (Intent& other : intents_) {
    if (other.own.test(edit)) other.own.set(twin);
  }
  byDot_[intents_[twin].dot] = twin;
  told_[twin] = Expected::kApplied;
}

// A copy does not tell who wrote what it holds after what came a second time without its number;
// but what `later` had answered when it came a second time itself, as `before`, is gone.
void Oracle::standBeside(Applied& to, const Place& place, Edit later,
                         std::optional<Edit> before) const {
  for (const auto& [edit, twin] : again_) {
    const bool own = intents_[later].own.test(edit) && to.known.holds(place, twin);
    const bool answered =
        before && intents_[*before].own.test(twin) && !to.known.spares(place, *before, twin);
    if (own && !answered) to.known.unanswered[place].insert({later, twin});
  }
}

bool Oracle::isVisible(const Applied& in, const Place& place,
                       const std::vector<Role>& roles) const {
  if (in.order.empty()) return false;
  const RecordType& type = *catalogue_.type(intents_[in.order.front()].type);
  const bool sealed = isSealed(in);
  return std::ranges::all_of(roles, [&](Role role) {
    if (sealed && role != Role::kSafeguarding) return false;
    return place == Place{} ? type.readers.contains(role) : !isHidden(type, place, role);
  });
}

// Both hold it, under a number that only the copy knew until now: whoever comes from here on and
// had seen that has seen it. So has a delete that is there: what it means is asked anew each time.
void Oracle::recognise(Applied& to, const Place& place, Edit edit, Edit twin, EpochId epoch) {
  to.known.recognised[place][twin] = epoch;
  for (Edit later = 0; later < intents_.size(); ++later) {
    Intent& other = intents_[later];
    const bool comes = !to.known.holds(place, later);
    const bool deletes =
        std::ranges::any_of(other.wishes, [](const Wish& wish) { return wish.place.isDeletion(); });
    const bool learns = comes || (deletes && wishFor(other, place) == nullptr);
    if (other.record == intents_[edit].record && learns && other.shown &&
        other.shown->epoch == epoch)
      learn(other.seen, place, edit, twin);
  }
  for (auto& [name, view] : views_) {
    const bool shows = name.first == intents_[edit].record && name.second.epoch == epoch;
    if (shows) learn(view, place, edit, twin);
  }
}

// Whoever knows the one knows the other.
void Oracle::learn(Known& known, const Place& place, Edit edit, Edit twin) const {
  if (!known.holds(place, edit)) return;
  if (!known.edits.test(twin)) {
    known.edits.set(twin);
    for (const Wish& wish : intents_[twin].wishes) known.drop(wish.place, twin);
  }
  known.add(place, twin);
}

// What comes a second time says by its old number what it had seen.
void Oracle::learnRecognised(const Applied& to, Edit coming) {
  Intent& intent = intents_[coming];
  for (const auto& [edit, twin] : again_) {
    for (const auto& [place, twins] : to.known.recognised) {
      const auto found = twins.find(twin);
      const bool tells =
          found != twins.end() && intent.shown && intent.shown->epoch == found->second;
      if (tells) learn(intent.seen, place, edit, twin);
    }
  }
}

// A copy holds what it held under the first number, whatever the office has learnt of it since.
bool Oracle::isTwinThere(const Applied& held, const Place& place, Edit edit) const {
  return std::ranges::any_of(again_, [&](const auto& each) {
    return each.second == edit && held.known.holds(place, each.first);
  });
}

void Oracle::bringBack(Applied& to, const Applied& copy, const Place& place, Edit edit,
                       EpochId epoch) {
  std::optional<Edit> before;
  for (Edit twin = edit; again_.contains(twin);) {
    twin = again_.at(twin);
    if (!to.known.holds(place, twin)) continue;
    const bool inBoth = stands(copy, place, edit) && stands(to, place, twin);
    if (inBoth) return recognise(to, place, edit, twin, epoch);
    const auto known = to.known.recognised.find(place);
    const bool answered = !stands(copy, place, edit) && known != to.known.recognised.end() &&
                          known->second.contains(twin);
    if (!answered) return;
    to.known.drop(place, twin);
    before = twin;
  }
  // The office has judged it since, and did not take it.
  if (!before && intents_[edit].judged && !to.known.edits.test(edit)) return;
  comesLate(to, place, edit);
  if (!to.known.holds(place, edit)) standBeside(to, place, edit, before);
  if (!to.known.edits.test(edit)) {
    to.order.push_back(edit);
    to.known.edits.set(edit);
    for (const Wish& wish : intents_[edit].wishes) to.known.drop(wish.place, edit);
  }
  to.known.add(place, edit);
  if (!stands(copy, place, edit)) to.known.answer(place, edit);
}

void Oracle::bringBack(RecordId record, const Number& copy, const std::vector<Role>& roles) {
  if (erased_.contains(record)) return;
  const Applied held = heldAt(record, copy);
  Applied& to = applied_[record];
  const Known before = to.known;
  const std::set<Place> untaken = untakenIn(record, held, to);
  for (const Edit edit : held.order) {
    for (const Wish& wish : intents_[edit].wishes) {
      const bool hollow = untaken.contains(wish.place);
      const bool brought =
          held.known.holds(wish.place, edit) && !isTwinThere(held, wish.place, edit) &&
          isVisible(held, wish.place, roles) && !(hollow && !stands(held, wish.place, edit));
      if (!brought) continue;
      bringBack(to, held, wish.place, edit, copy.epoch);
      for (const auto& [each, element] : elementsIn(held, wish.place)) {
        if (each == edit) isThere(to, wish.place, edit, element);
      }
      if (!hollow) continue;
      sparesAll(to, before, wish.place, edit);
      const bool isNew = !before.holds(wish.place, edit) && to.known.holds(wish.place, edit);
      if (isNew) leavesOut(to, held, wish.place, edit);
    }
  }
  // A copy is what stands in it. What was answered there by something that the office does not take
  // comes with its author, or not at all.
  for (const Edit edit : held.order) {
    if (!to.known.edits.test(edit) || before.edits.test(edit)) continue;
    for (const Wish& wish : intents_[edit].wishes) {
      if (!held.known.holds(wish.place, edit) || stands(held, wish.place, edit)) continue;
      if (stands(to, wish.place, edit)) to.known.drop(wish.place, edit);
    }
  }
}

std::optional<std::string> Oracle::lacks(RecordId record, const Number& copy,
                                         const std::vector<Role>& roles) const {
  if (erased_.contains(record)) return std::nullopt;
  const Applied held = heldAt(record, copy);
  const auto there = applied_.find(record);
  const Known& known = there != applied_.end() ? there->second.known : kNothing;
  const std::set<Place> untaken =
      untakenIn(record, held, there != applied_.end() ? there->second : Applied{});
  for (const Edit edit : held.order) {
    for (const Wish& wish : intents_[edit].wishes) {
      if (!held.known.holds(wish.place, edit) || isTwinThere(held, wish.place, edit)) continue;
      if (!isVisible(held, wish.place, roles)) continue;
      if (untaken.contains(wish.place) && !stands(held, wish.place, edit)) continue;
      bool knows = known.holds(wish.place, edit);
      for (auto each = again_.find(edit); each != again_.end(); each = again_.find(each->second)) {
        knows = knows || known.holds(wish.place, each->second);
      }
      if (!knows) return textOf(intents_[edit].dot);
    }
  }
  return std::nullopt;
}

}  // namespace rapport::simulation
