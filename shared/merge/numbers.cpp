#include "shared/merge/numbers.h"

#include <algorithm>
#include <cassert>

namespace rapport {

std::span<const Number> NumberList::each() const {
  if (const auto* one = std::get_if<Number>(&held_)) return {one, 1};
  if (const auto* many = std::get_if<std::vector<Number>>(&held_)) return *many;
  return {};
}

const Number* NumberList::in(EpochId epoch) const {
  const std::span<const Number> all = each();
  const auto found = std::ranges::lower_bound(all, epoch, {}, &Number::epoch);
  return found != all.end() && found->epoch == epoch ? &*found : nullptr;
}

void NumberList::put(Number number) {
  const auto* one = std::get_if<Number>(&held_);
  if (empty() || (one != nullptr && one->epoch == number.epoch)) {
    held_ = number;
    return;
  }
  const std::span<const Number> all = each();
  std::vector<Number> more(all.begin(), all.end());
  const auto place = std::ranges::lower_bound(more, number.epoch, {}, &Number::epoch);
  if (place != more.end() && place->epoch == number.epoch) {
    *place = number;
  } else {
    more.insert(place, number);
  }
  held_ = std::move(more);
}

std::strong_ordering NumberList::operator<=>(const NumberList& other) const {
  const std::span<const Number> mine = each(), others = other.each();
  return std::lexicographical_compare_three_way(mine.begin(), mine.end(), others.begin(),
                                                others.end());
}

std::optional<std::uint64_t> Numbers::in(EpochId epoch) const {
  const Number* found = each_.in(epoch);
  return found != nullptr ? std::optional(found->n) : std::nullopt;
}

void Numbers::add(Number number) {
  const Number* held = each_.in(number.epoch);
  if (held == nullptr || number.n < held->n) each_.put(number);
}

bool Coverage::covers(const Numbers& numbers) const {
  return std::ranges::any_of(numbers.each(), [this](const Number& number) {
    const Number* upTo = upTo_.in(number.epoch);
    return upTo != nullptr && number.n <= upTo->n;
  });
}

void Coverage::widen(Number upTo) {
  const Number* held = upTo_.in(upTo.epoch);
  if (held == nullptr || held->n < upTo.n) upTo_.put(upTo);
}

void Coverage::widen(const Coverage& other) {
  for (const Number& upTo : other.each()) widen(upTo);
}

void Lineage::restored(EpochId epoch, Number kept) { restores_.push_back({epoch, kept}); }

Coverage Lineage::seen(std::optional<Number> shown) const {
  if (!shown) return {};
  Coverage seen{*shown};
  // An epoch is recorded after the one that it was restored from, so one walk backward finds every
  // ancestor.
  for (auto restore = restores_.rbegin(); restore != restores_.rend(); ++restore) {
    if (seen.upTo_.in(restore->epoch) != nullptr) seen.widen(restore->kept);
  }
  return seen;
}

Number Lineage::newest(const Numbers& numbers) const {
  assert(!numbers.pending());
  for (auto restore = restores_.rbegin(); restore != restores_.rend(); ++restore) {
    if (const auto n = numbers.in(restore->epoch)) return {restore->epoch, *n};
  }
  return numbers.each().front();
}

}  // namespace rapport
