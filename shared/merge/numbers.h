#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace rapport {

// One life of a programme's server, drawn at random: a restore from a backup begins a new one.
struct EpochId {
  std::uint64_t value = 0;
  auto operator<=>(const EpochId&) const = default;
};

// A place in the server's order. The server numbers every applied change of a programme, from 1.
struct Number {
  EpochId epoch;
  std::uint64_t n = 0;
  auto operator<=>(const Number&) const = default;
};

// Numbers ascending by epoch, one an epoch. Almost always there is one, which lies here and not on
// the heap: every head of every record has such a list.
class NumberList {
 public:
  NumberList() = default;
  explicit NumberList(Number only) : held_(only) {}

  std::span<const Number> each() const;
  const Number* in(EpochId epoch) const;  // null: none of that epoch
  void put(Number number);                // in place of the one of its epoch, if there is one
  bool empty() const { return held_.index() == 0; }

  bool operator==(const NumberList& other) const { return held_ == other.held_; }
  std::strong_ordering operator<=>(const NumberList& other) const;

 private:
  std::variant<std::monostate, Number, std::vector<Number>> held_;  // the vector: two or more
};

// The numbers that one change bears. None: the server does not hold it yet.
class Numbers {
 public:
  Numbers() = default;
  explicit Numbers(Number only) : each_{only} {}

  bool pending() const { return each_.empty(); }
  std::span<const Number> each() const { return each_.each(); }
  std::optional<std::uint64_t> in(EpochId epoch) const;  // nothing, if it bears none there
  void add(Number number);  // keeps the smaller one if the epoch has a number already

  auto operator<=>(const Numbers&) const = default;

 private:
  NumberList each_;
};

// What somebody has seen: in each epoch named, everything up to and including a number.
class Coverage {
 public:
  Coverage() = default;
  explicit Coverage(Number upTo) : upTo_{upTo} {}

  // Holds if it holds in any epoch for which both have a number (SYNC "A change, a record").
  bool covers(const Numbers& numbers) const;
  void widen(Number upTo);
  void widen(const Coverage& other);
  bool empty() const { return upTo_.empty(); }
  std::span<const Number> each() const { return upTo_.each(); }

  auto operator<=>(const Coverage&) const = default;

 private:
  friend class Lineage;
  NumberList upTo_;
};

// Which epoch was restored from which: whoever saw a number in an epoch saw all that its restore
// kept.
class Lineage {
 public:
  void restored(EpochId epoch,
                Number kept);  // `epoch` began with everything up to `kept` of an older one
  // What a person had seen who was shown a record copy of this number; nothing, if it had none.
  Coverage seen(std::optional<Number> shown) const;
  // Of a change's numbers (at least one), the one in the epoch that began last.
  Number newest(const Numbers& numbers) const;

 private:
  struct Restore {
    EpochId epoch;
    Number kept;
  };
  std::vector<Restore> restores_;
};

}  // namespace rapport
