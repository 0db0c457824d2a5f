#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/record_json.h"
#include "tests/fuzz/target.h"
#include "tests/support/pact_type.h"

// JSON from scripts and pages, read as an entry of each record type.

namespace rapport::fuzz {
namespace {

const Catalogue& everyType() {
  static const Catalogue kCatalogue = Catalogue::load(testing::declarationsWithPact()).value();
  return kCatalogue;
}

}  // namespace

void tryBytes(ByteView bytes) {
  const auto json = parseBoundedJson(bytes, limits::kChangeBytes);
  if (!json) {
    demand(!json.error().message.empty(), "a refusal says why");
    return;
  }
  demand(parseBoundedJson(json->dump(), limits::kChangeBytes * 6).ok(),
         "what was taken can be written and taken again");
  for (const RecordType& type : everyType().types()) {
    const auto entry = entryFromJson(type, *json);
    demand(entry.ok() || !entry.error().message.empty(), "a refusal says why");
  }
}

}  // namespace rapport::fuzz
