#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace rapport {

class Clock;
class Random;

// 128 bits that name something for ever. Ordered as unsigned bytes, as SQLite orders blobs.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Uuid&) const = default;
  bool isNil() const;
  ByteView view() const;         // the 16 bytes
  std::string toString() const;  // 8-4-4-4-12, lower case
  static std::optional<Uuid> parse(
      std::string_view text);                            // the same form, either case; else nothing
  static std::optional<Uuid> fromBytes(ByteView bytes);  // exactly 16 bytes; else nothing
};

// RFC 9562 version 7: ordered by creation, so that inserts land at the end of an index.
Uuid makeUuidV7(const Clock& clock, Random& random);
// RFC 9562 version 4: says nothing about when.
Uuid makeUuidV4(Random& random);

// One kind of id cannot be passed for another.
template <typename Tag>
struct Id {
  Uuid uuid;
  auto operator<=>(const Id&) const = default;
  std::string toString() const { return uuid.toString(); }
};

using RecordId = Id<struct RecordTag>;
using RowId = Id<struct RowTag>;          // one row of a record
using ReplicaId = Id<struct ReplicaTag>;  // one device in one programme
using PersonId = Id<struct PersonTag>;

}  // namespace rapport

template <>
struct std::hash<rapport::Uuid> {
  std::size_t operator()(const rapport::Uuid& id) const noexcept;
};
template <typename Tag>
struct std::hash<rapport::Id<Tag>> {
  std::size_t operator()(const rapport::Id<Tag>& id) const noexcept {
    return std::hash<rapport::Uuid>{}(id.uuid);
  }
};
