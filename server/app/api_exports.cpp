#include <algorithm>
#include <array>

#include "server/app/api_call.h"
#include "server/app/exports/export_desk.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ExportDesk*> deskOf(const ApiCall& call) {
  if (call.desk.exports != nullptr) return call.desk.exports;
  return Error{ErrorCode::kUnavailable, "This server makes no exports just now."};
}

Json shown(const ExportStatus& status, std::chrono::minutes life) {
  Json tables = Json::array(), files = Json::array();
  for (const ExportedTable& table : status.tables) {
    tables.push_back({{"type", table.type},
                      {"form_version", table.formVersion},
                      {"rows", table.rows},
                      {"left_out", table.leftOut},
                      {"of_people", table.ofPeople}});
  }
  for (const ExportedFile& file : status.files) {
    files.push_back(
        {{"name", file.name}, {"size_bytes", file.sizeBytes}, {"sha256", hexOf(file.sha256)}});
  }
  const auto millis = [](WallTime at) { return at.time_since_epoch().count(); };
  return {{"id", status.id.toString()},
          {"state", nameOf(status.state)},
          {"format", nameOf(status.request.format)},
          {"types", status.request.types},
          {"rows_done", status.rowsDone},
          {"rows_total", status.rowsTotal},
          {"begun_at", timeToJson(millis(status.begunAt))},
          {"until", timeToJson(millis(status.begunAt + life))},
          {"tables", std::move(tables)},
          {"files", std::move(files)},
          {"why", status.why}};
}

std::optional<ExportFormat> formatFrom(const std::string& name) {
  for (const ExportFormat format :
       {ExportFormat::kCsv, ExportFormat::kNdjson, ExportFormat::kXlsx}) {
    if (name == nameOf(format)) return format;
  }
  return std::nullopt;
}

Result<ApiReply> beginExport(const ApiCall& call) {
  const auto desk = deskOf(call);
  if (!desk) return desk.error();
  const auto format = textIn(call.body, "format");
  const auto known = format ? formatFrom(*format) : std::nullopt;
  if (!known) return Error{ErrorCode::kInvalid, "\"format\" must be csv, ndjson or xlsx."};
  ExportRequest request{call.programme, call.visitor.person, call.visitor.name, call.role, {},
                        *known};
  const auto types = call.body.find("types");
  if (types != call.body.end() && types->is_array()) {
    for (const Json& type : *types) {
      if (!type.is_string())
        return Error{ErrorCode::kInvalid, "\"types\" must name kinds of records."};
      request.types.push_back(type.get<std::string>());
    }
  }
  const auto begun = (*desk)->begin(std::move(request));
  if (!begun) return begun.error();
  constexpr unsigned kAccepted = 202;
  return ApiReply{shown(*begun, (*desk)->life()), kAccepted};
}

Result<ApiReply> exports(const ApiCall& call) {
  const auto desk = deskOf(call);
  if (!desk) return desk.error();
  Json items = Json::array();
  for (const ExportStatus& status : (*desk)->of(call.programme, call.visitor.person)) {
    items.push_back(shown(status, (*desk)->life()));
  }
  return ApiReply{{{"items", std::move(items)}}};
}

Result<ApiReply> exportedFile(const ApiCall& call) {
  const auto desk = deskOf(call);
  if (!desk) return desk.error();
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  auto handed = (*desk)->file(call.programme, call.visitor.person, *id, call.names.back());
  if (!handed) return handed.error();
  ApiReply reply;
  reply.file = ApiFile{handed->named.mediaType, handed->named.name, std::move(handed->contents)};
  return reply;
}

}  // namespace

const std::vector<ApiRoute>& exportRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/exports", Access::kDevices, exports},
      {Method::kPost,
       "/api/programmes/*/exports",
       Access::kDevices,
       beginExport,
       {{"types", "format"}}},
      {Method::kGet, "/api/programmes/*/exports/*/files/*", Access::kDevices, exportedFile}};
  return kRoutes;
}

}  // namespace rapport
