#include <cstdio>

#include "server/commands/commands.h"
#include "server/storage/loose_ends.h"
#include "shared/sync/audit.h"

namespace rapport {
namespace {

Status auditEach(Home& home, Faults& faults) {
  const Result<std::vector<std::string>> names = home.store().programmes();
  if (!names) return names.error();
  for (const std::string& name : *names) {
    Audited audited;
    const Status read = home.store().reading(name, [&](ServerReader& reader) -> Status {
      const Result<Audited> result = auditProgramme(reader, home.verdictKey(), faults);
      if (!result) return result.error();
      audited = *result;
      return {};
    });
    if (!read) return read;
    std::printf("%s: %zu records, %zu changes\n", name.c_str(), audited.records, audited.changes);
  }
  return {};
}

// Every byte of every attachment that the office says it has.
Status checkBlobs(Home& home, Faults& faults) {
  const auto pinned = home.ledger().pinned();
  if (!pinned) return pinned.error();
  for (const PinnedBlob& blob : *pinned) {
    const Status sound = home.blobs().check(blob.programme, blob.sha256, blob.sizeBytes);
    if (!sound) faults.add(blob.programme + ": " + sound.error().message);
  }
  if (!pinned->empty()) std::printf("%zu attachments\n", pinned->size());
  return {};
}

Error unsound(const Faults& faults) {
  for (const std::string& sentence : faults.sentences()) {
    std::fprintf(stderr, "%s\n", sentence.c_str());
  }
  return {ErrorCode::kStorageFailed,
          "The data is damaged: " + std::to_string(faults.count()) +
              (faults.count() == 1 ? " thing does" : " things do") +
              " not add up. Nothing was changed. Stop the server, keep this folder as it is, and "
              "put the newest backup in its place."};
}

}  // namespace

Status check(const Place& place) {
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  // Pages first: what cannot be read cannot be added up.
  if (const Status sound = home.database().check(CheckDepth::kFull); !sound) return sound;
  Faults faults;
  Result<std::vector<std::string>> loose = findLooseEnds(home.database());
  if (!loose) return loose.error();
  for (std::string& sentence : *loose) faults.add(std::move(sentence));
  if (const Status audited = auditEach(home, faults); !audited) return audited;
  if (const Status looked = checkBlobs(home, faults); !looked) return looked;
  if (faults.count() > 0) return unsound(faults);
  std::printf("The data is sound.\n");
  return {};
}

}  // namespace rapport
