#include "server/app/exports/export_run.h"

#include <nlohmann/json.hpp>

#include "server/review/exports/export_table.h"
#include "server/review/exports/workbook.h"
#include "shared/base/limits.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

ExportedTable tableOf(const ExportHead& head) {
  return {head.type, head.formVersion, head.columns, head.ofPeople, 0, head.dropped};
}

class Run {
 public:
  Run(const Viewer& viewer, const ExportRequest& request, const ExportTools& tools)
      : viewer_(viewer), request_(request), tools_(tools) {}

  Result<ExportOutcome> write() {
    const Status done = request_.format == ExportFormat::kXlsx ? workbook() : tables();
    if (!done) return done.error();
    return std::move(out_);
  }

 private:
  Status tables() {
    for (const std::string& type : request_.types) {
      if (const Status done = table(type); !done) return done;
    }
    return {};
  }

  Status table(const std::string& type) {
    const bool csv = request_.format == ExportFormat::kCsv;
    const auto file = tools_.file(csv ? ExportedFile{type + ".csv", "text/csv; charset=utf-8"}
                                      : ExportedFile{type + ".ndjson", "application/x-ndjson"});
    if (!file) return file.error();
    std::size_t lines = 0;
    const auto line = [&](const std::string& text) -> Status {
      ++lines;
      const Status may = tools_.row();
      return may ? (*file)->write(text) : may;
    };
    const Status told =
        exportTable(viewer_, type, csv ? TableFormat::kCsv : TableFormat::kNdjson, line,
                    [&](const ExportHead& head) { out_.tables.push_back(tableOf(head)); });
    if (!told) return told;
    out_.tables.back().rows = lines - (csv ? 1 : 0);
    out_.files.push_back(*file);
    return (*file)->finish();
  }

  Status workbook() {
    const auto file =
        tools_.file({request_.programme + ".xlsx",
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"});
    if (!file) return file.error();
    Workbook book([&](std::string_view bytes) { return (*file)->write(bytes); }, request_.types);
    if (const Status begun = book.begin(); !begun) return begun;
    for (const std::string& type : request_.types) {
      Measured measured;
      const Status seen = sheet(type, [&](std::string_view xml) {
        measured.add(xml);
        return Status{};
      });
      if (!seen) return seen;
      // Told by the walk that writes.
      out_.tables.pop_back();
      if (const Status begun = book.beginSheet(measured); !begun) return begun;
      const Status written = sheet(type, [&](std::string_view xml) { return book.sheet(xml); });
      if (!written) return written;
    }
    if (const Status done = book.finish(); !done) return done;
    out_.files.push_back(*file);
    return (*file)->finish();
  }

  Status sheet(const std::string& type, const ByteSink& sink) {
    SheetXml xml(sink);
    ExportSink walk;
    walk.head = [&](const ExportHead& head) -> Status {
      out_.tables.push_back(tableOf(head));
      std::vector<TableCell> names;
      for (const std::string& column : head.columns) names.push_back({column});
      const Status begun = xml.begin();
      return begun ? xml.row(names) : begun;
    };
    walk.row = [&](const std::vector<TableCell>& cells, const Json&) -> Status {
      ++out_.tables.back().rows;
      const Status may = tools_.row();
      return may ? xml.row(cells) : may;
    };
    const Status walked = exportRows(viewer_, type, walk);
    return walked ? xml.end() : walked;
  }

  const Viewer& viewer_;
  const ExportRequest& request_;
  const ExportTools& tools_;
  ExportOutcome out_;
};

}  // namespace

const char* nameOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::kCsv:
      return "csv";
    case ExportFormat::kNdjson:
      return "ndjson";
    case ExportFormat::kXlsx:
      return "xlsx";
  }
  return "";
}

const char* nameOf(ExportState state) {
  switch (state) {
    case ExportState::kWaiting:
      return "waiting";
    case ExportState::kRunning:
      return "running";
    case ExportState::kReady:
      return "ready";
    case ExportState::kFailed:
      return "failed";
  }
  return "";
}

std::size_t walksOf(ExportFormat format) { return format == ExportFormat::kXlsx ? 2 : 1; }

Result<ExportOutcome> writeExport(const Viewer& viewer, const ExportRequest& request,
                                  const ExportTools& tools) {
  return Run(viewer, request, tools).write();
}

std::string manifestOf(const ExportRequest& request, const ExportOutcome& outcome, WallTime at) {
  Json tables = Json::array(), files = Json::array();
  for (const ExportedTable& table : outcome.tables) {
    tables.push_back({{"type", table.type},
                      {"form_version", table.formVersion},
                      {"columns", table.columns},
                      {"rows", table.rows},
                      {"left_out", table.leftOut},
                      {"of_people", table.ofPeople}});
  }
  for (const auto& file : outcome.files) {
    const ExportedFile& named = file->named();
    files.push_back(
        {{"name", named.name}, {"size_bytes", named.sizeBytes}, {"sha256", hexOf(named.sha256)}});
  }
  const Json manifest{{"rapport_export", 1},
                      {"programme", request.programme},
                      {"made_by", request.personName},
                      {"role", nameOf(request.role)},
                      {"made_at", timeToJson(at.time_since_epoch().count())},
                      {"format", nameOf(request.format)},
                      {"smallest_group", limits::kSmallestGroup},
                      {"tables", std::move(tables)},
                      {"files", std::move(files)}};
  return manifest.dump(2) + '\n';
}

}  // namespace rapport
