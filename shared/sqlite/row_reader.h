#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/sqlite/statement.h"

namespace rapport {

// Reads the columns of one row as the types of Rapport. What does not fit is remembered and read as
// empty, so that a whole row is read before anybody looks: then whole() tells.
class RowReader {
 public:
  explicit RowReader(const Statement& row) : row_(row) {}

  bool isNull(int column) const { return row_.isNull(column); }
  std::int64_t integer(int column) const { return row_.integer(column); }
  // Stored as the signed integer of the same bits.
  std::uint64_t bits(int column) const { return static_cast<std::uint64_t>(row_.integer(column)); }
  bool flag(int column) const { return row_.integer(column) != 0; }
  std::string text(int column) const { return std::string(row_.text(column)); }
  Bytes blob(int column) const { return Bytes(row_.blob(column)); }

  Uuid uuid(int column);
  template <typename IdType>
  IdType id(int column) {
    return IdType{uuid(column)};
  }
  Digest digest(int column);
  std::uint32_t small(int column);  // an unsigned number of 32 bits
  // An enumeration whose values run from 0 to `last`.
  template <typename Enumeration>
  Enumeration enumeration(int column, Enumeration last) {
    return static_cast<Enumeration>(upTo(column, static_cast<std::int64_t>(last)));
  }
  void damaged() { damaged_ = true; }

  bool ok() const { return !damaged_; }
  // kStorageFailed when anything did not fit; `what` names the row for people: "a record".
  Status whole(std::string_view what) const;

 private:
  std::int64_t upTo(int column, std::int64_t last);

  const Statement& row_;
  bool damaged_ = false;
};

}  // namespace rapport
