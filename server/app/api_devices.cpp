#include "server/app/api_call.h"
#include "server/app/directory.h"
#include "server/app/invitation.h"
#include "server/app/qr_svg.h"
#include "server/review/devices_view.h"
#include "shared/base/limits.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> devices(const ApiCall& call) {
  Json body;
  const Status done = call.desk.store.reading(call.programme, [&](ServerReader& reader) -> Status {
    Result<Json> shown = devicesView(
        reader, {valueIn(call.query, "after"), limitIn(call.query), call.desk.clock.wallNow()});
    if (!shown) return shown.error();
    body = std::move(*shown);
    return {};
  });
  if (!done) return done.error();
  return ApiReply{std::move(body)};
}

Result<ApiReply> revoke(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const ReplicaId replica{*id};
  std::vector<ReplicaRow> names;
  const auto work = [&](ServerWriter& programme) -> Status {
    const Status revoked = revokeDevice(programme, call.desk.arbiter, call.desk.types.builtIn(),
                                        replica, call.visitor.person);
    if (!revoked) return revoked;
    auto named = namesOfDevice(programme, replica);
    if (!named) return named.error();
    names = *std::move(named);
    if (call.desk.enrolmentLedger == nullptr) return {};
    for (const ReplicaRow& row : names) {
      const Status noted = call.desk.enrolmentLedger->note(call.programme, row);
      if (!noted) return noted;
    }
    return {};
  };
  const Status done = call.desk.writer.run({call.programme, Haste::kNow, work, nullptr});
  if (!done) return done.error();
  for (const ReplicaRow& row : names) {
    call.desk.switchboard.revoke(call.programme, row.replica);
  }
  return ApiReply{};
}

// Nobody lets in somebody who may do more than they do themselves.
Status mayInvite(Role host, Role guest) {
  const bool fieldRole =
      guest == Role::kVolunteer || guest == Role::kWorker || guest == Role::kCoordinator;
  if (host == Role::kAdmin || fieldRole) return {};
  return Error{ErrorCode::kRefused, "Only an administrator may enrol somebody in this role."};
}

Result<ApiReply> inviteDevice(const ApiCall& call) {
  const Result<std::string> roleName = textIn(call.body, "role");
  if (!roleName) return roleName.error();
  const Result<std::string> name = textIn(call.body, "name");
  if (!name) return name.error();
  const std::optional<Role> role = roleNamed(*roleName);
  if (!role) return Error{ErrorCode::kInvalid, "There is no such role."};
  if (const Status may = mayInvite(call.role, *role); !may) return may.error();
  const Result<Invitation> invitation =
      invite(call.desk.accounts, call.desk.clock, call.desk.random,
             {call.programme, *role, *name, Confirmation::kByCoordinator});
  if (!invitation) return invitation.error();
  const EnrolLink link{call.address.host, call.address.port,      call.programme,
                       invitation->code,  call.address.transport, call.address.pins};
  Result<std::string> svg = qrSvg(toText(link));
  if (!svg) return svg.error();
  const WallTime expires = invitation->enrolment.expiresAt;
  return ApiReply{{{"id", invitation->enrolment.id.toString()},
                   {"link", toText(link)},
                   {"code", invitation->code},
                   {"office", officeAddressText(call.address.host, call.address.port)},
                   {"qr_svg", std::move(*svg)},
                   {"expires_at", timeToJson(expires.time_since_epoch().count())}},
                  201};
}

Result<EnrolmentRow> enrolmentOf(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const auto row = call.desk.accounts.enrolment(*id);
  if (!row) return row.error();
  if (*row && (*row)->programme == call.programme) return **row;
  return Error{ErrorCode::kNotFound, "There is no such enrolment, or it expired long ago."};
}

// Three words with spaces, as a list.
Json wordsOf(const std::string& words) {
  Json out = Json::array();
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t space = std::min(words.find(' ', from), words.size());
    out.push_back(words.substr(from, space - from));
    from = space + 1;
  }
  return out;
}

Json enrolmentView(const EnrolmentRow& row, WallTime now) {
  Json words = nullptr;
  if (row.claim) words = wordsOf(row.claim->words);
  const bool expired = row.state != EnrolmentState::kConfirmed && row.expiresAt <= now;
  const char* state = row.state == EnrolmentState::kConfirmed ? "confirmed"
                      : row.state == EnrolmentState::kRefused ? "refused"
                      : expired                               ? "expired"
                      : row.state == EnrolmentState::kClaimed ? "claimed"
                                                              : "open";
  Json out{{"state", state}, {"words", std::move(words)}};
  if (row.claim) out["device_name"] = row.claim->deviceName;
  return out;
}

Result<ApiReply> enrolment(const ApiCall& call) {
  const Result<EnrolmentRow> row = enrolmentOf(call);
  if (!row) return row.error();
  return ApiReply{enrolmentView(*row, call.desk.clock.wallNow())};
}

Result<ApiReply> confirm(const ApiCall& call) {
  const Result<EnrolmentRow> row = enrolmentOf(call);
  if (!row) return row.error();
  if (const Status may = mayInvite(call.role, row->role); !may) return may.error();
  const Result<EnrolmentRow> confirmed = call.desk.enrolments.confirm(row->id);
  if (!confirmed) return confirmed.error();
  return ApiReply{enrolmentView(*confirmed, call.desk.clock.wallNow())};
}

Result<ApiReply> refuse(const ApiCall& call) {
  const Result<EnrolmentRow> row = enrolmentOf(call);
  if (!row) return row.error();
  const Result<EnrolmentRow> refused = call.desk.enrolments.refuse(row->id);
  if (!refused) return refused.error();
  return ApiReply{enrolmentView(*refused, call.desk.clock.wallNow())};
}

}  // namespace

const std::vector<ApiRoute>& deviceRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/devices", Access::kDevices, devices},
      {Method::kPost, "/api/programmes/*/devices/*/revoke", Access::kDevices, revoke},
      {Method::kPost,
       "/api/programmes/*/enrolments",
       Access::kDevices,
       inviteDevice,
       {{"role", "name"}}},
      {Method::kGet, "/api/programmes/*/enrolments/*", Access::kDevices, enrolment},
      {Method::kPost, "/api/programmes/*/enrolments/*/confirm", Access::kDevices, confirm},
      {Method::kPost, "/api/programmes/*/enrolments/*/refuse", Access::kDevices, refuse}};
  return kRoutes;
}

}  // namespace rapport
