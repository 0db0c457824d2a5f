#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/app/exports/export_file.h"
#include "server/app/exports/export_status.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"

namespace rapport {

// What writing an export needs from its desk. `file` makes the next one; `row` is asked with each
// row that was walked, and ends the export with a failure.
struct ExportTools {
  std::function<Result<std::shared_ptr<ExportFile>>(const ExportedFile& named)> file;
  std::function<Status()> row;
};

struct ExportOutcome {
  std::vector<ExportedTable> tables;
  std::vector<std::shared_ptr<ExportFile>> files;
};

// How often each row is walked (a workbook is measured before it is written).
std::size_t walksOf(ExportFormat format);

// Writes every table of the request as the viewer's role reads it (server/review/exports), all from
// one snapshot: a file a table as CSV or NDJSON, one workbook with a sheet a table as XLSX.
Result<ExportOutcome> writeExport(const Viewer& viewer, const ExportRequest& request,
                                  const ExportTools& tools);

// manifest.json: {"rapport_export": 1, "programme", "made_by", "role", "made_at", "format",
// "smallest_group", "tables": [{type, form_version, columns, rows, left_out, of_people}], "files":
// [{name, size_bytes, sha256}]}.
std::string manifestOf(const ExportRequest& request, const ExportOutcome& outcome, WallTime at);

}  // namespace rapport
