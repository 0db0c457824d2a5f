#include "server/app/api_view.h"
#include "server/app/erasure.h"
#include "server/review/erasures_view.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> eraseRecord(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  // Nothing confirms nothing; but whether there is such a record is said first.
  const Result<std::string> typed = textIn(call.body, "confirm");
  const std::string confirmed = typed ? *typed : std::string{};
  const ApiDesk& office = call.desk;
  const ErasureDesk desk{office.store,  office.types, office.arbiter,        office.blobs,
                         office.ledger, office.clock, office.enrolmentLedger};
  const EraseOrder order{call.programme, RecordId{*id}, confirmed, call.role, call.visitor.person};
  Erased erased;
  const auto work = [&](ServerWriter& programme) -> Status {
    auto done = erase(desk, programme, order);
    if (!done) return done.error();
    erased = *std::move(done);
    return {};
  };
  const Status done = office.writer.run({call.programme, Haste::kNow, work, nullptr});
  if (!done) return done.error();
  const Status cleared = clearErased(desk, call.programme, erased.blobs);
  // It is erased, for everybody; that its pages wait to be cleared is no failure of the request.
  if (!cleared && cleared.error().code != ErrorCode::kUnavailable) return cleared.error();
  Json ids = Json::array();
  for (const ErasureRow& row : erased.rows) ids.push_back(row.record.toString());
  return ApiReply{{{"erased", std::move(ids)}, {"cleared", cleared.ok()}}};
}

Result<ApiReply> erasures(const ApiCall& call) {
  return read(call, [&](const Viewer& viewer) {
    return erasuresView(viewer, valueIn(call.query, "after"), limitIn(call.query));
  });
}

}  // namespace

const std::vector<ApiRoute>& erasureRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/erasures", Access::kDevices, erasures},
      {Method::kPost,
       "/api/programmes/*/records/*/erase",
       Access::kOversight,
       eraseRecord,
       {{"confirm"}}}};
  return kRoutes;
}

}  // namespace rapport
