#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace rapport::bench {

// The least that is honest: records as columns with a clock for each, merged field by field, and a
// log of the operations as bytes. SQLite as it comes: WAL, synchronous=FULL, no encryption, no
// permissions, no conflicts. Any failure ends the program.
class FloorStore {
 public:
  explicit FloorStore(const std::string& path);

  // All of `work` in one durable commit.
  void commit(const std::function<void()>& work);
  // Writes the fields of an operation (floor_operation.h) that are newer than what is there.
  void merge(std::string_view operation);
  std::uint64_t log(std::string_view operation);  // its place
  // From after a place, ascending; return false to stop.
  void logAfter(std::uint64_t place,
                const std::function<bool(std::uint64_t, std::string_view)>& visit);
  void dropLogThrough(std::uint64_t place);
  std::uint64_t mark(std::string_view name);  // 0: never set
  void setMark(std::string_view name, std::uint64_t value);

 private:
  static constexpr std::size_t kFields = 11;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Close {
    void operator()(sqlite3* database) const;
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

  void execute(const char* sql);
  Prepared prepare(const std::string& sql);
  bool step(const Prepared& statement);  // true: a row
  void run(const Prepared& statement);

  std::unique_ptr<sqlite3, Close> database_;
  Prepared clocks_, insert_, log_, logAfter_, dropLog_, mark_, setMark_;
  std::array<Prepared, kFields> update_;
};

}  // namespace rapport::bench
