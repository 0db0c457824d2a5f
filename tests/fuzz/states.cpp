#include <nlohmann/json.hpp>

#include "shared/merge/state_codec.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/record_json.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {
namespace {

const Catalogue& builtIn() {
  static const Catalogue kCatalogue = Catalogue::load(builtInDeclarations()).value();
  return kCatalogue;
}

// Every screen and page reads records this way, whatever they hold.
void readAsJson(const RecordState& state) {
  const RecordType* type = builtIn().type(state.type);
  if (type == nullptr) return;
  const DirectoryNames names{[](PersonId person) { return person.toString(); },
                             [](ReplicaId device) { return device.toString(); }};
  const std::string text = recordToJson(*type, state, names).dump();
  demand(nlohmann::json::accept(text), "a record's JSON is JSON");
}

}  // namespace

void tryBytes(ByteView bytes) {
  ByteReader in(bytes);
  const RecordState state = decodeState(in);
  if (!in.finished()) return;
  ByteWriter out;
  encodeState(out, state);
  demand(out.bytes() == bytes, "a state has one spelling");
  ByteWriter hashed;
  encodeHashed(hashed, state);
  readAsJson(state);
}

}  // namespace rapport::fuzz
