#include "server/app/api_view.h"
#include "server/review/aside_view.h"

// What tablets brought and was set aside, and that somebody has seen to it.

namespace rapport {
namespace {

Result<ApiReply> aside(const ApiCall& call) {
  return read(call, [&](const Viewer& viewer) {
    return asideView(viewer, valueIn(call.query, "after"), limitIn(call.query));
  });
}

Result<ApiReply> settleAside(const ApiCall& call) {
  const auto place = asidePlace(call.names.front());
  if (!place) return Error{ErrorCode::kNotFound, "Nothing is set aside there."};
  const auto work = [&](ServerWriter& programme) -> Status {
    const auto types = call.desk.types.of(programme);
    if (!types) return types.error();
    const Status may = maySettleAside(Viewer{programme, **types, call.role}, *place);
    if (!may) return may;
    return programme.settleAside(*place, call.visitor.person, call.desk.clock.wallNow());
  };
  const Status done = call.desk.writer.run({call.programme, Haste::kNow, work, nullptr});
  if (!done) return done.error();
  return ApiReply{};
}

}  // namespace

const std::vector<ApiRoute>& asideRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/aside", Access::kOversight, aside},
      {Method::kPost, "/api/programmes/*/aside/*/settle", Access::kOversight, settleAside}};
  return kRoutes;
}

}  // namespace rapport
