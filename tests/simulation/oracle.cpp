#include "tests/simulation/oracle.h"

#include <algorithm>

namespace rapport::simulation {
namespace {

const Wish* wishFor(const Intent& intent, FieldNumber field) {
  const auto found = std::ranges::find(intent.wishes, field, &Wish::field);
  return found != intent.wishes.end() ? &*found : nullptr;
}

bool contains(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

bool touches(const Wish& wish, const Value& element) {
  const auto* edit = std::get_if<EditElements>(&wish.what);
  return edit != nullptr && (contains(edit->added, element) || contains(edit->removed, element));
}

int ceilingOf(Role role) {
  switch (role) {
    case Role::kVolunteer:
      return 1;
    case Role::kAdmin:
      return 2;
    case Role::kWorker:
    case Role::kCoordinator:
      return 3;
    case Role::kSafeguarding:
      return 4;
  }
  return 0;
}

}  // namespace

bool isHidden(const RecordType& type, FieldNumber field, Role role) {
  if (!type.readers.contains(role)) return true;
  for (const FieldDeclaration& declared : type.fields) {
    if (declared.number == field) return static_cast<int>(declared.sensitivity) > ceilingOf(role);
  }
  return false;
}

std::string textOf(const Dot& dot) {
  return dot.replica.toString().substr(0, 4) + ":" + std::to_string(dot.counter);
}

void Oracle::intend(Intent intent) {
  for (const Applied& applied : applied_[intent.record]) {
    if (intent.shown && applied.number <= *intent.shown) intent.seen.set(applied.intent);
  }
  if (intent.author == Author::kTablet) {
    const auto first = byDot_.lower_bound({intent.dot.replica, 0});
    for (auto each = first; each != byDot_.end() && each->first < intent.dot; ++each) {
      if (intents_[each->second].record == intent.record) intent.own.set(each->second);
    }
  }
  byDot_[intent.dot] = intents_.size();
  intents_.push_back(std::move(intent));
}

// What the author of this edit knew of a field: what their copy held, if the field was for their
// eyes, and always what they had written themselves.
Intents Oracle::viewOf(const Intent& intent, FieldNumber field) const {
  return isBlindTo(intent, field) ? intent.own : intent.seen | intent.own;
}

bool Oracle::isBlindTo(const Intent& intent, FieldNumber field) const {
  const RecordType& type = *catalogue_.type(intent.type);
  return field != kDeletedField &&
         (isHidden(type, field, intent.role) || isHidden(type, field, intent.shownTo));
}

Oracle::Standing Oracle::standingOf(RecordId record, FieldNumber field) const {
  Intents all, overruled;
  const auto found = applied_.find(record);
  if (found == applied_.end()) return {};
  for (const Applied& applied : found->second) {
    const Intent& intent = intents_[applied.intent];
    if (wishFor(intent, field) == nullptr) continue;
    all.set(applied.intent);
    overruled |= viewOf(intent, field);
  }
  all &= ~overruled;
  Standing standing;
  for (std::size_t i = 0; i < intents_.size(); ++i) {
    if (all.test(i)) standing.push_back(i);
  }
  return standing;
}

std::vector<std::pair<std::size_t, Value>> Oracle::elementsOf(RecordId record,
                                                              FieldNumber field) const {
  std::vector<std::pair<std::size_t, Value>> elements;
  const auto found = applied_.find(record);
  if (found == applied_.end()) return elements;
  for (const Applied& adding : found->second) {
    const Wish* wish = wishFor(intents_[adding.intent], field);
    const auto* edit = wish != nullptr ? std::get_if<EditElements>(&wish->what) : nullptr;
    if (edit == nullptr) continue;
    for (const Value& element : edit->added) {
      const bool gone = std::ranges::any_of(found->second, [&](const Applied& other) {
        const Wish* its = wishFor(intents_[other.intent], field);
        return its != nullptr && touches(*its, element) &&
               viewOf(intents_[other.intent], field).test(adding.intent);
      });
      const std::pair<std::size_t, Value> head{adding.intent, element};
      if (!gone && std::ranges::find(elements, head) == elements.end()) elements.push_back(head);
    }
  }
  return elements;
}

bool Oracle::mayWrite(const Intent& intent, const Wish& wish, Role role) const {
  const RecordType& type = *catalogue_.type(intent.type);
  if (wish.field == kDeletedField) {
    // A delete spares what its author could not read then; whoever may read less by now had told
    // the tablet more than they may tell the server.
    return std::ranges::all_of(type.fields, [&](const FieldDeclaration& field) {
      return !isHidden(type, field.number, role) || isHidden(type, field.number, intent.role);
    });
  }
  const FieldDeclaration* field = type.field(wish.field);
  if (!field->writers.empty() && !field->writers.contains(role)) return false;
  const bool said = intent.shown && !isHidden(type, wish.field, intent.role);
  return !(said && isHidden(type, wish.field, role));
}

bool Oracle::breaksStanding(const Intent& intent, const Wish& wish) const {
  const auto* value = std::get_if<Value>(&wish.what);
  const FieldDeclaration* field = catalogue_.type(intent.type)->field(wish.field);
  if (value == nullptr || field == nullptr) return false;
  bool knowsAny = false, knowsSame = false, knowsTrue = false;
  for (const std::size_t head : standingOf(intent.record, wish.field)) {
    if (!viewOf(intent, wish.field).test(head)) continue;
    const Value& held = std::get<Value>(wishFor(intents_[head], wish.field)->what);
    knowsAny = true;
    knowsSame = knowsSame || held == *value;
    knowsTrue = knowsTrue || held == Value{true};
  }
  if (field->rule == MergeRule::kImmutable) return knowsAny && !knowsSame;
  return field->neverFalls && knowsTrue && *value != Value{true};
}

Oracle::Expected Oracle::expect(const Intent& intent, Role role) const {
  if (!intent.lawful) return Expected::kRefused;
  if (intent.author == Author::kTablet && !catalogue_.type(intent.type)->writers.contains(role)) {
    return Expected::kRefused;
  }
  for (const Wish& wish : intent.wishes) {
    if (!mayWrite(intent, wish, role) || breaksStanding(intent, wish)) return Expected::kRefused;
  }
  return Expected::kApplied;
}

// The changes of one act stand or fall together: each is judged as if those before it had been
// applied.
void Oracle::expectAct(const Intent& first, Role role) {
  const Dot from = first.dot;
  const std::uint64_t last = first.actLast;
  Expected outcome = Expected::kApplied;
  std::vector<RecordId> tried;
  for (std::uint64_t counter = from.counter; counter <= last; ++counter) {
    const auto found = byDot_.find({from.replica, counter});
    if (found == byDot_.end()) break;
    const Intent& intent = intents_[found->second];
    if (expect(intent, role) == Expected::kRefused) outcome = Expected::kRefused;
    applied_[intent.record].push_back({found->second, 0});
    tried.push_back(intent.record);
  }
  for (const RecordId& record : tried) applied_[record].pop_back();
  for (std::uint64_t counter = from.counter; counter <= last; ++counter) {
    expected_[{from.replica, counter}] = outcome;
  }
}

std::optional<std::string> Oracle::judged(const Dot& dot, ReceiptStage stage,
                                          std::optional<std::uint64_t> number, Role role) {
  const auto found = byDot_.find(dot);
  if (found == byDot_.end()) return "the server judged " + textOf(dot) + ", which nobody wrote";
  const Intent& intent = intents_[found->second];
  if (dot.counter == intent.actFirst) expectAct(intent, role);
  const auto expected = expected_.find(dot);
  if (expected == expected_.end()) return "an act came torn at " + textOf(dot);
  const bool applied = stage == ReceiptStage::kApplied;
  if (applied != (expected->second == Expected::kApplied)) {
    return textOf(dot) + " was " + (applied ? "applied" : "sent back") + ", against the rules";
  }
  if (applied && number) applied_[intent.record].push_back({found->second, *number});
  return std::nullopt;
}

bool Oracle::isSealed(RecordId record) const {
  const auto found = applied_.find(record);
  if (found == applied_.end() || found->second.empty()) return false;
  const RecordType& type = *catalogue_.type(intents_[found->second.front().intent].type);
  if (!type.sealedWhen) return false;
  const FieldNumber field = type.field(*type.sealedWhen)->number;
  return std::ranges::any_of(standingOf(record, field), [&](std::size_t head) {
    return std::get<Value>(wishFor(intents_[head], field)->what) == Value{true};
  });
}

bool Oracle::isDeleted(RecordId record, TypeNumber type) const {
  std::vector<std::pair<FieldNumber, std::size_t>> heads;
  for (const FieldDeclaration& field : catalogue_.type(type)->fields) {
    if (field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend) {
      for (const auto& [head, element] : elementsOf(record, field.number)) {
        heads.emplace_back(field.number, head);
      }
    } else if (field.rule == MergeRule::kCount) {
      for (const Applied& applied : applied_.at(record)) {
        if (wishFor(intents_[applied.intent], field.number) != nullptr) {
          heads.emplace_back(field.number, applied.intent);
        }
      }
    } else {
      for (const std::size_t head : standingOf(record, field.number)) {
        heads.emplace_back(field.number, head);
      }
    }
  }
  std::vector<const Intent*> deletes;
  for (const std::size_t head : standingOf(record, kDeletedField)) {
    const Wish* wish = wishFor(intents_[head], kDeletedField);
    if (std::get<Deletion>(wish->what) == Deletion::kDelete) deletes.push_back(&intents_[head]);
  }
  if (deletes.empty()) return false;
  return std::ranges::all_of(heads, [&](const auto& head) {
    return std::ranges::any_of(deletes, [&](const Intent* by) {
      return !isBlindTo(*by, head.first) && (by->seen | by->own).test(head.second);
    });
  });
}

}  // namespace rapport::simulation
