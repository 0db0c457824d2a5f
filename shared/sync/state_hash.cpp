#include "shared/sync/state_hash.h"

#include "shared/base/byte_writer.h"
#include "shared/crypto/digest.h"
#include "shared/merge/filter.h"
#include "shared/merge/state_codec.h"

namespace rapport {

struct StateHash::Stream {
  DigestStream digest;
};

StateHash::StateHash() : stream_(std::make_unique<Stream>()) {}
StateHash::~StateHash() = default;

void StateHash::add(const RecordState& record) {
  ByteWriter out;
  encodeHashed(out, record);
  ByteWriter sized;
  sized.varint(out.size());
  stream_->digest.add(sized.bytes());
  stream_->digest.add(out.bytes());
}

Digest StateHash::finish() { return stream_->digest.finish(); }

Result<Digest> stateHash(ServerReader& reader, Role role, const Catalogue& catalogue) {
  StateHash hash;
  const Status read = reader.eachState([&](const RecordState& record) -> Status {
    const auto visible = filterFor(role, catalogue.type(record.type), record);
    if (visible) hash.add(*visible);
    return {};
  });
  if (!read) return read.error();
  return hash.finish();
}

}  // namespace rapport
