#include "shared/base/limits.h"
#include "shared/merge/conflicts.h"
#include "shared/merge/filter.h"
#include "shared/merge/judge.h"
#include "shared/merge/state_codec.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/change_codec.h"
#include "tests/fuzz/target.h"
#include "tests/support/pact_type.h"

// Changes, each behind its length as in a push, taken into one record as the server does.

namespace rapport::fuzz {
namespace {

const Catalogue& everyType() {
  static const Catalogue kCatalogue = Catalogue::load(testing::declarationsWithPact()).value();
  return kCatalogue;
}

constexpr std::size_t kChanges = 64;

void keepAndRead(const RecordState& state) {
  ByteWriter out;
  encodeState(out, state);
  demand(out.size() <= limits::kStateBytes, "what was judged to fit can be kept");
  ByteReader in(out.bytes());
  demand(decodeState(in) == state && in.finished(), "what was merged can be read back");
}

void readEverything(const RecordType& type, const RecordState& state) {
  (void)conflictsIn(type, state);
  for (const Role role : {Role::kVolunteer, Role::kSafeguarding}) {
    const auto visible = filterFor(role, &type, state);
    if (visible) keepAndRead(*visible);
  }
  demand(!isDeleted(state) || !isDeleteContested(state), "a contested delete does not delete");
}

}  // namespace

void tryBytes(ByteView bytes) {
  ByteReader in(bytes);
  RecordState state;
  const RecordType* type = nullptr;
  for (std::uint64_t n = 1; n <= kChanges && in.ok() && !in.atEnd(); ++n) {
    const auto change = decodeChange(in.blob(limits::kChangeBytes));
    if (!in.ok() || !change) return;
    if (type == nullptr) {
      type = everyType().type(change->type);
      if (type == nullptr) return;
      state.id = change->record;
      state.type = change->type;
    }
    const Applied applied{Numbers(Number{EpochId{1}, n}), change->time, Author::kTablet, nullptr,
                          nullptr};
    (void)judgePermission(*type, Role::kVolunteer, *change).ok();
    if (!judge(*type, state, *change, applied)) continue;
    apply(state, *change, applied);
    const RecordState once = state;
    apply(state, *change, applied);
    demand(state == once, "a change applied twice is applied once");
    keepAndRead(state);
    readEverything(*type, state);
  }
}

}  // namespace rapport::fuzz
