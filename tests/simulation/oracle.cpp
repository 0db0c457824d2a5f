#include "tests/simulation/oracle.h"

#include <algorithm>

namespace rapport::simulation {
namespace {

bool contains(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

}  // namespace

bool touches(const Wish& wish, const Value& element) {
  const auto* edit = std::get_if<EditElements>(&wish.what);
  return edit != nullptr && (contains(edit->added, element) || contains(edit->removed, element));
}

const Wish* wishFor(const Intent& intent, const Place& place) {
  const auto found = std::ranges::find(intent.wishes, place, &Wish::place);
  return found != intent.wishes.end() ? &*found : nullptr;
}

std::string textOf(const Dot& dot) {
  return dot.replica.toString().substr(0, 4) + ":" + std::to_string(dot.counter);
}

Oracle::Edit Oracle::intend(Intent intent, const std::vector<Edit>& own) {
  if (intent.shown) intent.seen = heldAt(intent.record, *intent.shown).known;
  for (const Edit edit : own) {
    if (intents_[edit].record != intent.record) continue;
    intent.own.set(edit);
    for (auto each = again_.find(edit); each != again_.end(); each = again_.find(each->second)) {
      intent.own.set(each->second);
    }
  }
  const auto [known, isNew] = byDot_.try_emplace(intent.dot, intents_.size());
  if (!isNew && !wasJudgedAs(known->second, intent.dot)) known->second = intents_.size();
  intents_.push_back(std::move(intent));
  return intents_.size() - 1;
}

void Oracle::holdsAgain(Edit edit, const Dot& dot) {
  const auto found = byDot_.find(dot);
  if (found != byDot_.end() && !wasJudgedAs(found->second, dot)) found->second = edit;
}

bool Oracle::wasJudgedAs(Edit edit, const Dot& dot) const {
  return intents_[edit].judged && intents_[edit].dot == dot;
}

void Oracle::comes(const Dot& dot, const Digest& hash) {
  const auto found = written_.find({dot, hash});
  if (found != written_.end()) byDot_[dot] = found->second;
}

std::optional<Dot> Oracle::judgedAs(const Dot& dot) const {
  const auto found = byDot_.find(dot);
  if (found == byDot_.end() || !intents_[found->second].judged) return std::nullopt;
  return intents_[found->second].dot;
}

// What the author of this edit knew of a field: what their copy held, if the field was for their
// eyes, and always what they had written themselves.
Intents Oracle::viewOf(const Intent& intent, const Place& place) const {
  Intents view = isBlindTo(intent, place) ? intent.own : intent.seen.at(place) | intent.own;
  const auto hidden = intent.notShown.find(place);
  if (hidden == intent.notShown.end()) return view;
  for (const Dot& dot : hidden->second) {
    for (std::size_t i = 0; i < intents_.size(); ++i) {
      if (intents_[i].dot == dot) view.reset(i);
    }
  }
  return view;
}

bool Oracle::isBlindTo(const Intent& intent, const Place& place) const {
  const RecordType& type = *catalogue_.type(intent.type);
  return place != Place{} &&
         (isHidden(type, place, intent.role) || isHidden(type, place, intent.shownTo));
}

Oracle::Standing Oracle::standingIn(const Applied& among, const Place& place) const {
  Intents all, overruled;
  for (const Edit edit : among.order) {
    const Intent& intent = intents_[edit];
    if (wishFor(intent, place) == nullptr || !among.known.holds(place, edit)) continue;
    all.set(edit);
    Intents view = viewOf(intent, place);
    if (!among.known.unanswered.empty()) spare(among, place, edit, view);
    overruled |= view;
  }
  all &= ~overruled;
  Standing standing;
  for (std::size_t i = 0; i < intents_.size(); ++i) {
    if (all.test(i)) standing.push_back(i);
  }
  return standing;
}

Oracle::Standing Oracle::standingOf(RecordId record, const Place& place) const {
  const auto found = applied_.find(record);
  return found != applied_.end() ? standingIn(found->second, place) : Standing{};
}

Oracle::Elements Oracle::elementsIn(const Applied& among, const Place& place) const {
  Elements elements;
  for (const Edit adding : among.order) {
    const Wish* wish = wishFor(intents_[adding], place);
    const auto* edit = wish != nullptr ? std::get_if<EditElements>(&wish->what) : nullptr;
    if (edit == nullptr || !among.known.holds(place, adding)) continue;
    for (const Value& element : edit->added) {
      if (among.known.isAbsent(place, adding, element)) continue;
      const bool gone = std::ranges::any_of(among.order, [&](const Edit other) {
        const Wish* its = wishFor(intents_[other], place);
        return its != nullptr && touches(*its, element) && among.known.holds(place, other) &&
               viewOf(intents_[other], place).test(adding) &&
               !among.known.spares(place, other, adding) &&
               !among.known.sparesElement(place, other, adding, element);
      });
      const std::pair<std::size_t, Value> head{adding, element};
      if (!gone && std::ranges::find(elements, head) == elements.end()) elements.push_back(head);
    }
  }
  return elements;
}

Oracle::Elements Oracle::elementsOf(RecordId record, const Place& place) const {
  const auto found = applied_.find(record);
  return found != applied_.end() ? elementsIn(found->second, place) : Elements{};
}

// A delete spares what its author could not read then; whoever may read less by now had told the
// tablet more than they may tell the server.
bool Oracle::sparesHidden(const Intent& intent, const Place& place, Role role) const {
  const RecordType& type = *catalogue_.type(intent.type);
  return !isHidden(type, place, role) || isBlindTo(intent, place);
}

bool Oracle::mayWrite(const Intent& intent, const Wish& wish, Role role) const {
  const RecordType& type = *catalogue_.type(intent.type);
  const FieldDeclaration* field = type.field(wish.place.field);
  if (field != nullptr && !field->writers.empty() && !field->writers.contains(role)) return false;
  if (wish.place.isDeletion()) {
    return std::ranges::all_of(placesOf(type), [&](const Place& place) {
      const bool meant =
          wish.place.row == 0 || (place.field == wish.place.field && place.row == wish.place.row);
      return !meant || sparesHidden(intent, place, role);
    });
  }
  const bool said = intent.shown && !isBlindTo(intent, wish.place);
  return !(said && isHidden(type, wish.place, role));
}

bool Oracle::breaksStanding(const Intent& intent, const Wish& wish) const {
  const auto* value = std::get_if<Value>(&wish.what);
  const FieldDeclaration* field = declaredAt(*catalogue_.type(intent.type), wish.place);
  if (value == nullptr || field == nullptr) return false;
  bool knowsAny = false, knowsSame = false, knowsTrue = false;
  for (const std::size_t head : standingOf(intent.record, wish.place)) {
    if (!viewOf(intent, wish.place).test(head)) continue;
    const Value& held = std::get<Value>(wishFor(intents_[head], wish.place)->what);
    knowsAny = true;
    knowsSame = knowsSame || held == *value;
    knowsTrue = knowsTrue || held == Value{true};
  }
  if (field->rule == MergeRule::kImmutable) return knowsAny && !knowsSame;
  return field->neverFalls && knowsTrue && *value != Value{true};
}

bool Oracle::isPermitted(const Intent& intent, Role role) const {
  if (intent.author == Author::kTablet && !catalogue_.type(intent.type)->writers.contains(role)) {
    return false;
  }
  return std::ranges::all_of(intent.wishes,
                             [&](const Wish& wish) { return mayWrite(intent, wish, role); });
}

// What somebody may do no more, and might when they did it, is for a person to look at.
Oracle::Expected Oracle::expect(const Intent& intent, Role role) const {
  if (!isPermitted(intent, role)) {
    return isPermitted(intent, intent.role) ? Expected::kSetAside : Expected::kRefused;
  }
  const bool breaks = std::ranges::any_of(
      intent.wishes, [&](const Wish& wish) { return breaksStanding(intent, wish); });
  return intent.lawful && !breaks ? Expected::kApplied : Expected::kRefused;
}

void Oracle::erase(RecordId record) {
  erased_.insert(record);
  applied_.erase(record);
}

// The changes of one act stand or fall together: each is judged as if those before it had been
// applied. Those of an erased record go, and the act goes on without them.
void Oracle::expectAct(const Dot& from, std::uint64_t last, const Judged& by) {
  const bool handedOver = by.access == Access::kWithdrawn;
  Expected outcome = handedOver ? Expected::kSetAside : Expected::kApplied;
  std::map<RecordId, Applied> before;
  for (std::uint64_t counter = from.counter; counter <= last && !handedOver; ++counter) {
    const auto found = byDot_.find({from.replica, counter});
    if (found == byDot_.end()) break;
    const Intent& intent = intents_[found->second];
    if (erased_.contains(intent.record)) continue;
    if (outcome == Expected::kApplied) outcome = expect(intent, by.role);
    before.try_emplace(intent.record, applied_[intent.record]);
    apply(applied_[intent.record], found->second);
  }
  for (auto& [record, was] : before) applied_[record] = std::move(was);
  for (std::uint64_t counter = from.counter; counter <= last; ++counter) {
    const auto found = byDot_.find({from.replica, counter});
    const bool gone = found != byDot_.end() && erased_.contains(intents_[found->second].record);
    expected_[{from.replica, counter}] = gone ? Expected::kErased : outcome;
  }
}

Oracle::Expected Oracle::outcomeOf(ReceiptStage stage) {
  switch (stage) {
    case ReceiptStage::kApplied:
      return Expected::kApplied;
    case ReceiptStage::kErased:
      return Expected::kErased;
    default:
      return Expected::kRefused;
  }
}

std::optional<std::string> Oracle::judged(const Dot& dot, ReceiptStage stage,
                                          std::optional<Number> number, const Judged& by,
                                          Proof proof) {
  const auto found = byDot_.find(dot);
  if (found == byDot_.end()) return "the server judged " + textOf(dot) + ", which nobody wrote";
  const Edit edit = found->second;
  Intent& intent = intents_[edit];
  // What is handed over is set aside one by one.
  const bool alone = by.access == Access::kWithdrawn;
  if (!alone && proof == Proof::kGiven) {
    const auto told = told_.find(edit);
    if (told == told_.end()) return textOf(dot) + " came with a proof that nobody gave";
    expected_[dot] = erased_.contains(intent.record) ? Expected::kErased : told->second;
  } else if (alone || dot.counter == intent.actFirst) {
    expectAct(dot, alone ? dot.counter : intent.actLast, by);
  }
  intent.dot = dot;
  intent.judged = true;
  const auto expected = expected_.find(dot);
  if (expected == expected_.end()) return "an act came torn at " + textOf(dot);
  const bool right = expected->second == Expected::kSetAside ? stage == ReceiptStage::kQuarantined
                                                             : outcomeOf(stage) == expected->second;
  // Whether what never falls may be taken back depends on heads that a copy has left standing.
  bool either = false;
  for (std::uint64_t counter = intent.actFirst; wentBack_ && counter <= intent.actLast; ++counter) {
    const auto each = byDot_.find({dot.replica, counter});
    if (each == byDot_.end()) continue;
    const auto& wishes = intents_[each->second].wishes;
    either = either || std::ranges::any_of(wishes, [&](const Wish& wish) {
               const FieldDeclaration* field =
                   declaredAt(*catalogue_.type(intents_[each->second].type), wish.place);
               return !wish.place.isDeletion() && field != nullptr && field->neverFalls;
             });
  }
  if (!right && either && stage == ReceiptStage::kRefused) {
    expected_[dot] = Expected::kRefused;
  } else if (!right) {
    static constexpr const char* kDone[] = {"applied", "sent back", "set aside", "discarded"};
    return textOf(dot) + " was " + kDone[static_cast<std::size_t>(outcomeOf(stage))] +
           ", against the rules: it should be " + kDone[static_cast<std::size_t>(expected->second)];
  }
  const RecordId record = intent.record;
  const auto before = told_.find(edit);
  const bool wasApplied = before != told_.end() && before->second == Expected::kApplied;
  told_[edit] = expected_.at(dot);
  if (alone && proof == Proof::kGiven && wasApplied) asideWithProof_.insert(edit);
  if (stage != ReceiptStage::kApplied || !number) return std::nullopt;
  if (proof == Proof::kGiven) {
    applyProven(asLastJudged(edit));
  } else if (wasApplied) {
    applyAgain(edit);
  } else {
    apply(applied_[record], edit);
  }
  this->number(record, *number);
  return std::nullopt;
}

bool Oracle::isSealed(RecordId record) const {
  const auto found = applied_.find(record);
  return found != applied_.end() && isSealed(found->second);
}

bool Oracle::isSealed(const Applied& among) const {
  if (among.order.empty()) return false;
  const RecordType& type = *catalogue_.type(intents_[among.order.front()].type);
  if (!type.sealedWhen) return false;
  const Place place{type.field(*type.sealedWhen)->number};
  return std::ranges::any_of(standingIn(among, place), [&](std::size_t head) {
    return std::get<Value>(wishFor(intents_[head], place)->what) == Value{true};
  });
}

Oracle::Alive Oracle::aliveAt(RecordId record, const RecordType& type, const Place& place) const {
  Alive alive;
  const MergeRule rule = declaredAt(type, place)->rule;
  if (rule == MergeRule::kUnion || rule == MergeRule::kAppend) {
    for (const auto& [head, element] : elementsOf(record, place)) alive.emplace_back(place, head);
  } else if (rule == MergeRule::kCount) {
    const Applied& applied = applied_.at(record);
    for (const Edit edit : applied.order) {
      const bool counted =
          wishFor(intents_[edit], place) != nullptr && applied.known.holds(place, edit);
      if (counted) alive.emplace_back(place, edit);
    }
  } else {
    for (const std::size_t head : standingOf(record, place)) alive.emplace_back(place, head);
  }
  return alive;
}

// Do the standing deletes there mean everything that is alive?
bool Oracle::areDeleted(RecordId record, const Alive& alive, const Place& deletion) const {
  std::vector<const Intent*> deletes;
  for (const std::size_t head : standingOf(record, deletion)) {
    const Wish* wish = wishFor(intents_[head], deletion);
    if (std::get<Deletion>(wish->what) == Deletion::kDelete) deletes.push_back(&intents_[head]);
  }
  if (deletes.empty()) return false;
  return std::ranges::all_of(alive, [&](const auto& head) {
    return std::ranges::any_of(deletes, [&](const Intent* by) {
      const bool knew = by->seen.holds(head.first, head.second) || by->own.test(head.second);
      return knew && !isBlindTo(*by, head.first);
    });
  });
}

Oracle::Alive Oracle::aliveInRow(RecordId record, const RecordType& type, FieldNumber field,
                                 unsigned row) const {
  Alive alive;
  for (const FieldDeclaration& cell : type.field(field)->cells) {
    for (auto& head : aliveAt(record, type, {field, row, cell.number})) alive.push_back(head);
  }
  return alive;
}

bool Oracle::isDeleted(RecordId record, const RecordType& type) const {
  Alive all;
  const auto add = [&all](const Alive& more) { all.insert(all.end(), more.begin(), more.end()); };
  for (const FieldDeclaration& field : type.fields) {
    if (field.rule != MergeRule::kRows) {
      add(aliveAt(record, type, {field.number}));
      continue;
    }
    for (unsigned row = 1; row <= kRowNames; ++row) {
      const Alive alive = aliveInRow(record, type, field.number, row);
      if (!areDeleted(record, alive, {field.number, row, kDeletedField})) add(alive);
    }
  }
  return areDeleted(record, all, {});
}

}  // namespace rapport::simulation
