#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/model/record_type.h"
#include "shared/model/value.h"

namespace rapport {

// The messages by which anonymous answers travel, apart from changes (PROTOCOL.md "Drop").

// An answer that links to nobody: no envelope, no dot, no number.
struct DroppedAnswer {
  Uuid id;  // version 4; the same one twice is one answer
  TypeNumber type = 0;
  std::uint32_t formVersion = 1;
  std::vector<std::pair<FieldNumber, Value>> values;  // ascending by field
  bool operator==(const DroppedAnswer&) const = default;
};

// Tablet: answers in an order that tells nothing.
struct Drop {
  std::vector<DroppedAnswer> answers;  // ascending by id
  bool operator==(const Drop&) const = default;
};

// Server: these are durable; the tablet drops its own.
struct DropKept {
  std::vector<Uuid> ids;  // ascending
  bool operator==(const DropKept&) const = default;
};

}  // namespace rapport
