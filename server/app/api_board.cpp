#include "server/app/api_view.h"
#include "server/app/settings_record.h"
#include "server/review/board_view.h"
#include "server/review/measures_view.h"
#include "server/review/poster_view.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> board(const ApiCall& call) {
  BoardQuestion question{valueIn(call.query, "area"), valueIn(call.query, "partner")};
  question.cards = countIn(call.query, "cards", question.cards);
  return read(call, [&](const Viewer& viewer) -> Result<Json> {
    const auto settings = settingsOf(viewer.reader, viewer.catalogue, call.programme);
    if (!settings) return settings.error();
    return boardView(viewer, *settings, unfinishedDay(call.desk.clock.wallNow()), question);
  });
}

Result<ApiReply> poster(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  return read(call, [&](const Viewer& viewer) -> Result<Json> {
    const auto settings = settingsOf(viewer.reader, viewer.catalogue, call.programme);
    if (!settings) return settings.error();
    return posterView(viewer, *settings, id->toString());
  });
}

}  // namespace

const std::vector<ApiRoute>& boardRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/board", Access::kProgramme, board},
      {Method::kGet, "/api/programmes/*/records/*/poster", Access::kProgramme, poster}};
  return kRoutes;
}

}  // namespace rapport
