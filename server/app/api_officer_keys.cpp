#include "server/app/api_view.h"
#include "server/app/officer_keys.h"
#include "server/review/officer_keys_view.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> keys(const ApiCall& call) { return read(call, officerKeysView); }

Result<ApiReply> addKey(const ApiCall& call) {
  const auto publicKey = textIn(call.body, "public_key");
  if (!publicKey) return publicKey.error();
  const auto wrapped = textIn(call.body, "wrapped");
  if (!wrapped) return wrapped.error();
  const NewOfficerKey key{call.visitor.person, call.visitor.name, *publicKey, *wrapped};
  Json body;
  const auto work = [&](ServerWriter& programme) -> Status {
    const KeyDesk desk{call.desk.arbiter, call.desk.types.builtIn(), call.desk.clock,
                       call.desk.random};
    if (const Status added = addOfficerKey(desk, programme, key); !added) return added;
    Result<Json> shown =
        officerKeysView(Viewer{programme, desk.catalogue, call.role, call.visitor.person});
    if (!shown) return shown.error();
    body = *std::move(shown);
    return {};
  };
  const Status done = call.desk.writer.run({call.programme, Haste::kNow, work, nullptr});
  if (!done) return done.error();
  return ApiReply{std::move(body), 201};
}

}  // namespace

const std::vector<ApiRoute>& officerKeyRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/officer-keys", Access::kProgramme, keys},
      {Method::kPost,
       "/api/programmes/*/officer-keys",
       Access::kOfficers,
       addKey,
       {{"public_key", "wrapped"}}}};
  return kRoutes;
}

}  // namespace rapport
