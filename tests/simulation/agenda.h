#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "tests/simulation/dice.h"

namespace rapport::simulation {

// What will happen, in virtual time. Things of the same moment happen in the order in which they
// were put down.
class Agenda {
 public:
  Millis now() const { return now_; }

  void in(Millis delay, std::function<void()> what) {
    queue_.push({now_ + delay, next_++, std::move(what)});
  }

  // Lets the next thing happen; false when there is none.
  bool runNext() {
    if (queue_.empty()) return false;
    const Item item = queue_.top();
    queue_.pop();
    now_ = item.at;
    item.what();
    return true;
  }

 private:
  struct Item {
    Millis at;
    std::uint64_t order;
    std::function<void()> what;
    bool operator<(const Item& other) const {
      return at != other.at ? at > other.at : order > other.order;
    }
  };

  Millis now_{0};
  std::uint64_t next_ = 0;
  std::priority_queue<Item> queue_;
};

}  // namespace rapport::simulation
