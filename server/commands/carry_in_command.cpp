#include <cstdio>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "server/backup/backup_reader.h"
#include "server/commands/commands.h"
#include "shared/sync/take_carried.h"

namespace rapport {

Status carryIn(const Place& place, const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return Error{ErrorCode::kNotFound, "There is no file " + path + "."};
  }
  auto opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  const CarriedDesk desk{{home.store(), home.types(), home.blobs(), home.ledger(), home.clock()},
                         home.arbiter(),
                         home.sealingKey()};
  const auto taken = takeCarried(desk, [&path] { return readFrom(path); });
  if (!taken) return taken.error();
  const nlohmann::json told{{"programme", taken->programme}, {"person", taken->person},
                            {"device", taken->device},       {"applied", taken->applied},
                            {"refused", taken->refused},     {"set_aside", taken->setAside},
                            {"erased", taken->erased},       {"known_before", taken->known},
                            {"files", taken->files},         {"files_left", taken->filesLeft}};
  std::printf("%s\n", told.dump().c_str());
  if (!taken->firstReason.empty()) {
    std::fprintf(stderr, "rapport-server: Of what was not simply taken, the first: %s\n",
                 taken->firstReason.c_str());
  }
  return {};
}

}  // namespace rapport
