#include <nlohmann/json.hpp>

#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "mobile/cli/out_file.h"

namespace rapport::cli {

ExitCode carryOut(const Place& place, const std::string& path, Carry what) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  auto file = OutFile::make(path);
  if (!file) return complain(file.error());
  std::uint64_t sizeBytes = 0;
  const auto sink = [&](ByteView bytes) {
    sizeBytes += bytes.size();
    return file->write(bytes);
  };
  Context& tablet = **context;
  const auto carried =
      rapport::carryOut({tablet.store(), tablet.attachments(), tablet.profile().signingKey(),
                         tablet.clock(), tablet.random()},
                        what, sink);
  if (!carried) return complain(carried.error());
  if (const Status whole = file->finish(); !whole) return complain(whole.error());
  printLine({{"changes", carried->changes}, {"files", carried->files}, {"size_bytes", sizeBytes}});
  return ExitCode::kDone;
}

}  // namespace rapport::cli
