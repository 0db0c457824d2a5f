#pragma once

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/merge/state.h"

namespace rapport {

// Former replica ids as the stores keep them: for each its 16 bytes and 8 of the counter.

inline Bytes encodeFormerly(const Formerly& formerly) {
  ByteWriter out;
  for (const auto& [replica, forkedAt] : formerly) {
    out.uuid(replica.uuid);
    out.fixed64(forkedAt);
  }
  return out.take();
}

// Nothing if the bytes do not fit.
inline std::optional<Formerly> decodeFormerly(ByteView bytes) {
  Formerly formerly;
  ByteReader in(bytes);
  while (in.ok() && !in.atEnd()) {
    const ReplicaId replica{in.uuid()};
    formerly.emplace_back(replica, in.fixed64());
  }
  if (!in.ok()) return std::nullopt;
  return formerly;
}

}  // namespace rapport
