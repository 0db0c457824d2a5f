#include "shared/sync/handed_in.h"

#include <algorithm>

#include "shared/crypto/sealed_box.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"

namespace rapport {
namespace {

constexpr std::size_t kPage = 200;

}  // namespace

bool isHandedIn(const RecordType* type, Role role) {
  return type != nullptr && !mayRead(*type, role);
}

Status sealOwn(OwnChange& own, ByteView officeKey, Random& random) {
  const auto key = SealingPublicKey::fromBytes(officeKey);
  if (!key) return Error{ErrorCode::kInvalid, "The office's key is none that can be sealed to."};
  auto box = seal(*key, own.encoded, random);
  if (!box) return box.error();
  own.change.operations.clear();
  own.encoded = encodeSealedChange({own.change, *std::move(box)});
  own.before.reset();
  return {};
}

Result<std::size_t> sealHandedIn(LocalStore& store, const Catalogue& types, const Enrolment& who,
                                 Random& random) {
  std::size_t sealed = 0;
  const bool any = std::ranges::any_of(
      types.types(), [&who](const RecordType& type) { return isHandedIn(&type, who.role); });
  if (who.sealTo.empty() || !any) return sealed;
  for (std::uint64_t after = 0;;) {
    auto page = store.changesAfter(after, kPage);
    if (!page) return page.error();
    for (OwnChange& own : *page) {
      after = own.change.dot.counter;
      const bool open = !own.encoded.empty() && !isSealedChange(own.encoded);
      if (!open || !isHandedIn(types.type(own.change.type), who.role)) continue;
      if (const Status done = sealOwn(own, who.sealTo, random); !done) return done.error();
      if (const Status kept = store.sealChange(own); !kept) return kept.error();
      ++sealed;
    }
    if (page->size() < kPage) return sealed;
  }
}

}  // namespace rapport
