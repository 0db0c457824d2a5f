#include "shared/merge/read.h"

#include <algorithm>
#include <tuple>

#include "shared/model/iso_time.h"

namespace rapport {
namespace {

auto timeAndDot(const Head& head) { return std::tie(head.time, head.dot); }

// How far a status has come; before any, a value that is none.
std::tuple<std::uint32_t, std::uint32_t, bool> progress(const FieldDeclaration& declaration,
                                                        const Head& head) {
  const auto* status = std::get_if<StatusValue>(&head.value);
  if (status == nullptr) return {};
  const Enumerator* known = declaration.enumerator(status->state);
  return {status->generation, known != nullptr ? known->rank : 0, true};
}

// Of one generation no answer stands above yes, and withdrawn above both: in the order of their
// numbers. Where no consent stands there is no restraint at all.
std::tuple<std::uint32_t, int> restraint(const Head& head) {
  const auto* consent = std::get_if<ConsentValue>(&head.value);
  if (consent == nullptr) return {};
  return {consent->generation, 1 + static_cast<int>(consent->answer)};
}

// What min and max compare: of a date and time the instant, for its spelling carries an offset.
Value measure(const FieldDeclaration& declaration, const Head& head) {
  const auto* text = std::get_if<std::string>(&head.value);
  if (text == nullptr || declaration.kind != FieldKind::kDateTime) return head.value;
  const auto time = parseDateTime(*text);
  return time ? Value{std::int64_t{time->instant.time_since_epoch().count()}} : Value{};
}

// Does `a` stand for the field rather than `b`?
bool prefers(const FieldDeclaration& declaration, const Head& a, const Head& b) {
  switch (declaration.rule) {
    case MergeRule::kImmutable:
      return timeAndDot(a) < timeAndDot(b);
    case MergeRule::kStatus: {
      const auto ofA = progress(declaration, a);
      const auto ofB = progress(declaration, b);
      return ofA != ofB ? ofA > ofB : winsOver(a, b);
    }
    case MergeRule::kConsent: {
      const auto ofA = restraint(a);
      const auto ofB = restraint(b);
      return ofA != ofB ? ofA > ofB : winsOver(a, b);
    }
    case MergeRule::kMin: {
      const Value ofA = measure(declaration, a);
      const Value ofB = measure(declaration, b);
      if (isCleared(ofA) != isCleared(ofB)) return isCleared(ofB);
      return ofA != ofB ? ofA < ofB : winsOver(a, b);
    }
    case MergeRule::kMax:
    case MergeRule::kOr: {  // cleared < false < true
      const Value ofA = measure(declaration, a);
      const Value ofB = measure(declaration, b);
      return ofA != ofB ? ofA > ofB : winsOver(a, b);
    }
    default:
      return winsOver(a, b);
  }
}

bool isRival(const FieldDeclaration& declaration, const Head& head, std::uint32_t generation) {
  const auto* status = std::get_if<StatusValue>(&head.value);
  if (status == nullptr || status->generation != generation) return false;
  const Enumerator* known = declaration.enumerator(status->state);
  return known != nullptr && known->final;
}

// The heads that a person must choose between if their values differ.
std::vector<const Head*> candidates(const FieldDeclaration& declaration, const FieldState& field,
                                    const Head& winner) {
  std::vector<const Head*> asked;
  const bool everyHead =
      declaration.rule == MergeRule::kAsk || declaration.rule == MergeRule::kImmutable;
  const auto* status = std::get_if<StatusValue>(&winner.value);
  const bool rivals = declaration.rule == MergeRule::kStatus && status != nullptr;
  for (const Head& head : field.heads) {
    if (everyHead || (rivals && isRival(declaration, head, status->generation))) {
      asked.push_back(&head);
    }
  }
  return asked;
}

// One head for each distinct value, best first; none where there is nothing to choose.
std::vector<const Head*> versionsOf(const FieldDeclaration& declaration,
                                    std::vector<const Head*> heads) {
  if (heads.size() < 2) return {};
  const auto better = [&declaration](const Head* a, const Head* b) {
    return prefers(declaration, *a, *b);
  };
  const auto valueOf = [](const Head* head) -> const Value& { return head->value; };
  std::ranges::sort(heads, [&better](const Head* a, const Head* b) {
    return a->value == b->value ? better(a, b) : a->value < b->value;
  });
  const auto repeated = std::ranges::unique(heads, {}, valueOf);
  heads.erase(repeated.begin(), repeated.end());
  if (heads.size() < 2) return {};
  std::ranges::sort(heads, better);
  return heads;
}

FieldReading readRegister(const FieldDeclaration& declaration, const FieldState& field) {
  FieldReading reading;
  if (field.heads.empty()) return reading;
  if (field.heads.size() == 1) {  // nearly every field, nearly always
    reading.winner = &field.heads.front();
    reading.value = reading.winner->value;
    return reading;
  }
  reading.winner = &*std::ranges::min_element(
      field.heads,
      [&declaration](const Head& a, const Head& b) { return prefers(declaration, a, b); });
  reading.versions = versionsOf(declaration, candidates(declaration, field, *reading.winner));
  // A final state beside a rival stands for the field even where an unfinished one ranks higher.
  if (reading.conflicted()) reading.winner = reading.versions.front();
  reading.value = reading.winner->value;
  return reading;
}

FieldReading readCount(const FieldState& field) {
  std::uint64_t sum = 0;  // wraps, as each entry's own sum does
  for (const CountEntry& entry : field.counts) sum += static_cast<std::uint64_t>(entry.sum);
  FieldReading reading;
  reading.value = static_cast<std::int64_t>(sum);
  return reading;
}

FieldReading readUnion(const FieldState& field) {
  FieldReading reading;
  for (const Head& head : field.heads) reading.elements.push_back(head.value);
  std::ranges::sort(reading.elements, std::less{});
  const auto repeated = std::ranges::unique(reading.elements);
  reading.elements.erase(repeated.begin(), repeated.end());
  return reading;
}

FieldReading readAppended(const FieldState& field) {
  std::vector<const Head*> rows;
  for (const Head& head : field.heads) rows.push_back(&head);
  std::ranges::sort(rows, std::less{},
                    [](const Head* head) { return std::tie(head->time, head->dot, head->value); });
  FieldReading reading;
  for (const Head* row : rows) reading.elements.push_back(row->value);
  return reading;
}

bool holdsSomething(const RowState& row) {
  return std::ranges::any_of(row.fields, [](const FieldState& cell) {
    return !cell.heads.empty() || !cell.counts.empty();
  });
}

FieldReading readRows(const FieldState& field) {
  FieldReading reading;
  for (const RowState& row : field.rows) {
    if (holdsSomething(row) && !isDeleted(row)) reading.rows.push_back(&row);
  }
  return reading;
}

}  // namespace

bool winsOver(const Head& challenger, const Head& holder) {
  return timeAndDot(challenger) > timeAndDot(holder);
}

FieldReading readField(const FieldDeclaration& declaration, const FieldState& field) {
  switch (declaration.rule) {
    case MergeRule::kCount:
      return readCount(field);
    case MergeRule::kUnion:
      return readUnion(field);
    case MergeRule::kAppend:
      return readAppended(field);
    case MergeRule::kRows:
      return readRows(field);
    default:
      return readRegister(declaration, field);
  }
}

}  // namespace rapport
