#pragma once

#include <memory>
#include <set>
#include <string>

#include "shared/base/clock.h"
#include "shared/sqlite/database.h"
#include "tests/support/sim_vfs.h"

namespace rapport::testing {

enum class Durability { kFull, kNormal };

// A small program that saves numbered entries on a simulated disk, and remembers which of them it
// was told are saved. Each entry is two rows, so that half a transaction shows.
class Ledger {
 public:
  Ledger(const std::string& vfs, Durability durability);

  // Opens or opens again, after any failure. An error when the disk fails now.
  Status open();
  void close() { database_.reset(); }
  bool isOpen() const { return database_ != nullptr; }
  // Saves one more entry of about this size.
  Status save(std::size_t sizeBytes);

  struct Findings {
    std::size_t lost = 0;    // told as saved, and gone
    std::size_t halves = 0;  // one row without the other, or another content
    std::string damage;      // what the check of the file says; empty when it is whole
  };
  // What the file holds, beside what it should.
  Findings look();

  Database& database() { return *database_; }
  std::size_t acknowledged() const { return acknowledged_.size(); }

 private:
  Status openOnce();

  DatabaseOptions options_;
  Durability durability_;
  std::unique_ptr<Database> database_;
  std::int64_t next_ = 1;
  std::set<std::int64_t> acknowledged_;
};

}  // namespace rapport::testing
