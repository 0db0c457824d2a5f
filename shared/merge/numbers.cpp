#include "shared/merge/numbers.h"

#include <algorithm>
#include <cassert>

namespace rapport {
namespace {

template <typename Numbered>
auto placeOf(Numbered& numbers, EpochId epoch) {
  return std::ranges::lower_bound(numbers, epoch, {}, &Number::epoch);
}

}  // namespace

std::optional<std::uint64_t> Numbers::in(EpochId epoch) const {
  const auto found = placeOf(each_, epoch);
  if (found == each_.end() || found->epoch != epoch) return std::nullopt;
  return found->n;
}

void Numbers::add(Number number) {
  const auto place = placeOf(each_, number.epoch);
  if (place == each_.end() || place->epoch != number.epoch) {
    each_.insert(place, number);
  } else {
    place->n = std::min(place->n, number.n);
  }
}

bool Coverage::covers(const Numbers& numbers) const {
  return std::ranges::any_of(numbers.each(), [this](const Number& number) {
    const auto found = placeOf(upTo_, number.epoch);
    return found != upTo_.end() && found->epoch == number.epoch && number.n <= found->n;
  });
}

void Coverage::widen(Number upTo) {
  const auto place = placeOf(upTo_, upTo.epoch);
  if (place == upTo_.end() || place->epoch != upTo.epoch) {
    upTo_.insert(place, upTo);
  } else {
    place->n = std::max(place->n, upTo.n);
  }
}

void Coverage::widen(const Coverage& other) {
  for (const Number& upTo : other.upTo_) widen(upTo);
}

void Lineage::restored(EpochId epoch, Number kept) { restores_.push_back({epoch, kept}); }

Coverage Lineage::seen(std::optional<Number> shown) const {
  if (!shown) return {};
  Coverage seen{*shown};
  // An epoch is recorded after the one that it was restored from, so one walk backward finds every
  // ancestor.
  for (auto restore = restores_.rbegin(); restore != restores_.rend(); ++restore) {
    const auto known = placeOf(seen.each(), restore->epoch);
    if (known != seen.each().end() && known->epoch == restore->epoch) seen.widen(restore->kept);
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
