#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"

namespace rapport::bench {

// One edit: who, when, which record, and the fields it writes, numbered from 1.
struct FloorOperation {
  std::uint64_t node = 0, clock = 0;
  std::string_view record;
  std::vector<std::pair<std::uint64_t, std::string_view>> fields;
};

inline std::string encode(const FloorOperation& operation) {
  ByteWriter out;
  out.varint(operation.node);
  out.varint(operation.clock);
  out.blob(operation.record);
  out.varint(operation.fields.size());
  for (const auto& [field, text] : operation.fields) {
    out.varint(field);
    out.blob(text);
  }
  return out.take();
}

// Its texts lie in the bytes that were given.
inline FloorOperation decode(std::string_view bytes) {
  constexpr std::size_t kAnySize = 1 << 20;
  ByteReader in(bytes);
  FloorOperation operation;
  operation.node = in.varint();
  operation.clock = in.varint();
  operation.record = in.blob(kAnySize);
  operation.fields.resize(in.count(kAnySize));
  for (auto& [field, text] : operation.fields) {
    field = in.varint();
    text = in.blob(kAnySize);
  }
  return operation;
}

}  // namespace rapport::bench
