#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/sqlite/statement.h"

namespace rapport {

// Binds the parameters of a statement one after the other, from ?1 on.
class RowBinder {
 public:
  explicit RowBinder(Statement& statement) : statement_(statement) {}

  RowBinder& integer(std::int64_t value) {
    statement_.bindInteger(next_++, value);
    return *this;
  }
  // Kept as the signed integer of the same bits: SQLite has no unsigned ones.
  RowBinder& bits(std::uint64_t value) { return integer(static_cast<std::int64_t>(value)); }
  RowBinder& flag(bool value) { return integer(value ? 1 : 0); }
  template <typename Enumeration>
  RowBinder& enumeration(Enumeration value) {
    return integer(static_cast<std::int64_t>(value));
  }
  RowBinder& text(std::string_view utf8) {
    statement_.bindText(next_++, utf8);
    return *this;
  }
  RowBinder& blob(ByteView bytes) {
    statement_.bindBlob(next_++, bytes);
    return *this;
  }
  RowBinder& uuid(const Uuid& id) { return blob(id.view()); }
  template <typename Tag>
  RowBinder& id(const Id<Tag>& id) {
    return uuid(id.uuid);
  }
  RowBinder& digest(const Digest& digest) {
    return blob({reinterpret_cast<const char*>(digest.data()), digest.size()});
  }
  RowBinder& null() {
    statement_.bindNull(next_++);
    return *this;
  }

 private:
  Statement& statement_;
  int next_ = 1;
};

}  // namespace rapport
