#include <cstdio>

#include "server/commands/commands.h"
#include "server/review/exports/export_table.h"
#include "shared/base/limits.h"

namespace rapport {

Status exportRecords(const Place& place, const ExportOptions& options) {
  const Result<Role> role = roleFrom(options.role);
  if (!role) return role.error();
  auto home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  if (const Status there = (*home)->mustHaveProgramme(options.programme); !there) return there;
  const TableFormat format = options.format == "ndjson" ? TableFormat::kNdjson : TableFormat::kCsv;
  const Error cut{ErrorCode::kStorageFailed,
                  "The table could not be written whole; is the disk full? What was written is not "
                  "complete."};
  std::size_t dropped = 0;
  const Status read = (*home)->store().reading(options.programme, [&](ServerReader& reader) {
    const auto types = (*home)->types().of(reader);
    if (!types) return Status{types.error()};
    const auto line = [&cut](const std::string& text) {
      return std::fwrite(text.data(), text.size(), 1, stdout) == 1 ? Status{} : Status{cut};
    };
    return exportTable({reader, **types, *role}, options.type, format, line,
                       [&dropped](const ExportHead& head) { dropped = head.dropped; });
  });
  if (!read) return read;
  if (std::fflush(stdout) != 0) return cut;
  if (dropped > 0) {
    std::fprintf(stderr,
                 "%zu rows are left out: fewer than %zu people have their age band, language and "
                 "area, or nothing of them may leave.\n",
                 dropped, limits::kSmallestGroup);
  }
  return {};
}

}  // namespace rapport
