#include "server/app/api_call.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::string cookieOf(const PublicAddress& address, const std::string& token,
                     std::chrono::seconds life) {
  const bool tls = address.transport == Transport::kTls;
  return std::string(tls ? "__Host-rapport=" : "rapport=") + token +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(life.count()) +
         (tls ? "; Secure" : "");
}

Result<Json> sessionView(const ApiCall& call, const Visitor& visitor) {
  Json programmes = Json::array();
  for (const RoleRow& role : visitor.roles) {
    const Result<std::string> title = call.desk.accounts.titleOf(role.programme);
    if (!title) return title.error();
    programmes.push_back({{"programme", role.programme},
                          {"name", title->empty() ? role.programme : *title},
                          {"role", nameOf(role.role)}});
  }
  return Json{{"user", {{"id", visitor.person.toString()}, {"name", visitor.name}}},
              {"programmes", std::move(programmes)},
              {"csrf", visitor.csrf}};
}

Result<ApiReply> signIn(const ApiCall& call) {
  const Result<std::string> name = textIn(call.body, "name");
  if (!name) return name.error();
  const Result<std::string> password = textIn(call.body, "password");
  if (!password) return password.error();
  const Result<SignedIn> in = call.desk.signIns.signIn(*name, *password, call.request.address);
  if (!in && in.error().code == ErrorCode::kUnavailable) {
    call.desk.meters.signInsHeldBack.add();
    // The console reads 503 as "the server is away".
    return ApiReply{{{"error", {{"code", "too_many"}, {"message", in.error().message}}}}, 429};
  }
  if (!in) {
    if (in.error().code == ErrorCode::kUnauthenticated) call.desk.meters.signInsWrong.add();
    return in.error();
  }
  Result<Json> view = sessionView(call, in->visitor);
  if (!view) return view.error();
  return ApiReply{std::move(*view), 200, cookieOf(call.address, in->token, limits::kSessionLife)};
}

Result<ApiReply> signOut(const ApiCall& call) {
  const Status ended = call.desk.signIns.signOut(call.request.sessionToken);
  if (!ended) return ended.error();
  return ApiReply{Json::object(), 200, cookieOf(call.address, "", std::chrono::seconds{0})};
}

Result<ApiReply> session(const ApiCall& call) {
  Result<Json> view = sessionView(call, call.visitor);
  if (!view) return view.error();
  return ApiReply{std::move(*view)};
}

}  // namespace

const std::vector<ApiRoute>& sessionRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kPost, "/api/sign-in", Access::kAnybody, signIn, {{"name", "password"}}},
      {Method::kPost, "/api/sign-out", Access::kSignedIn, signOut},
      {Method::kGet, "/api/session", Access::kSignedIn, session}};
  return kRoutes;
}

}  // namespace rapport
