#include "server/app/api_view.h"
#include "server/app/settings_record.h"
#include "server/review/measures_view.h"
#include "server/review/partners/partner_view.h"
#include "server/review/partners/partners_view.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> partners(const ApiCall& call) {
  PartnersQuestion question{valueIn(call.query, "q"), valueIn(call.query, "area"),
                            valueIn(call.query, "steward"), valueIn(call.query, "status")};
  question.need = partnerNeedFrom(valueIn(call.query, "need"));
  question.order = partnerOrderFrom(valueIn(call.query, "order"));
  question.direction = valueIn(call.query, "direction") == "descending" ? Direction::kDescending
                                                                        : Direction::kAscending;
  question.after = valueIn(call.query, "after");
  question.limit = limitIn(call.query);
  return read(call, [&](const Viewer& viewer) -> Result<Json> {
    const auto settings = settingsOf(viewer.reader, viewer.catalogue, call.programme);
    if (!settings) return settings.error();
    return partnersView(viewer, *settings, unfinishedDay(call.desk.clock.wallNow()), question);
  });
}

Result<ApiReply> partner(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const Copy copy = valueIn(call.query, "copy") == "theirs" ? Copy::kTheirs : Copy::kOurs;
  return read(call, [&](const Viewer& viewer) -> Result<Json> {
    const auto settings = settingsOf(viewer.reader, viewer.catalogue, call.programme);
    if (!settings) return settings.error();
    return partnerView(viewer, *settings, unfinishedDay(call.desk.clock.wallNow()), id->toString(),
                       copy);
  });
}

}  // namespace

const std::vector<ApiRoute>& partnerRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/partners", Access::kProgramme, partners},
      {Method::kGet, "/api/programmes/*/partners/*", Access::kProgramme, partner}};
  return kRoutes;
}

}  // namespace rapport
