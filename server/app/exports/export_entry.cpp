#include "server/app/exports/export_entry.h"

#include <algorithm>

#include "shared/merge/author.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

// The server alone writes it, on a record that nobody has seen.
constexpr Role kReads = Role::kAdmin;
constexpr std::size_t kTablesBytes = 2000;

struct Sums {
  std::string tables;
  std::int64_t rows = 0, leftOut = 0;
};

Sums sumsOf(const std::vector<ExportedTable>& tables) {
  Sums sums;
  for (const ExportedTable& table : tables) {
    sums.tables += (sums.tables.empty() ? "" : ", ") + table.type;
    sums.rows += static_cast<std::int64_t>(table.rows);
    sums.leftOut += static_cast<std::int64_t>(table.leftOut);
  }
  sums.tables.resize(std::min(sums.tables.size(), kTablesBytes));
  return sums;
}

}  // namespace

Status writeExportEntry(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                        const ExportStatus& made) {
  const RecordType* type = catalogue.type(std::string_view{"export_entry"});
  if (type == nullptr) return Error{ErrorCode::kInternal, "The record types lack export_entry."};
  RecordState shown;
  shown.id = RecordId{made.id};
  shown.type = type->number;
  shown.formVersion = type->formVersion;
  const Sums sums = sumsOf(made.tables);
  std::vector<Value> files;
  for (const ExportedFile& file : made.files) {
    files.emplace_back(file.name + " " + hexOf(file.sha256));
  }
  ServerWrite write;
  write.authority = Authority::kServer;
  write.person = made.request.person;
  write.record = shown.id;
  write.type = type->number;
  const auto set = [&](std::string_view name, const Value& value) -> Status {
    auto operation = authorWrite(*type, kReads, *type->field(name), shown, value);
    if (!operation) return operation.error();
    write.operations.push_back(std::move(*operation));
    return {};
  };
  for (const Status& done :
       {set("tables", sums.tables), set("format", std::string(nameOf(made.request.format))),
        set("made_at", timeToJson(made.begunAt.time_since_epoch().count())),
        set("made_for", made.request.personName), set("rows", sums.rows),
        set("left_out", sums.leftOut)}) {
    if (!done) return done;
  }
  auto added = authorElements(*type, kReads, *type->field(std::string_view{"files"}), shown,
                              EditElements{std::move(files), {}});
  if (!added) return added.error();
  write.operations.push_back(std::move(*added));
  const auto written = arbiter.write(programme, write);
  return written ? Status{} : Status{written.error()};
}

}  // namespace rapport
