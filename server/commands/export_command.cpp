#include <cstdio>

#include "server/commands/commands.h"
#include "server/review/export_table.h"

namespace rapport {

Status exportRecords(const Place& place, const ExportOptions& options) {
  const Result<Role> role = roleFrom(options.role);
  if (!role) return role.error();
  auto home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  if (const Status there = (*home)->mustHaveProgramme(options.programme); !there) return there;
  const TableFormat format = options.format == "ndjson" ? TableFormat::kNdjson : TableFormat::kCsv;
  bool written = true;
  const Status read = (*home)->store().reading(options.programme, [&](ServerReader& reader) {
    const auto types = (*home)->types().of(reader);
    if (!types) return Status{types.error()};
    return exportTable({reader, **types, *role}, options.type, format,
                       [&written](const std::string& line) {
                         written = std::fwrite(line.data(), line.size(), 1, stdout) == 1 && written;
                       });
  });
  if (!read) return read;
  if (std::fflush(stdout) == 0 && written) return {};
  return Error{ErrorCode::kStorageFailed,
               "The table could not be written whole; is the disk full? What was written is not "
               "complete."};
}

}  // namespace rapport
