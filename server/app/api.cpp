#include "server/app/api.h"

#include <algorithm>

#include "server/app/api_call.h"
#include "shared/base/limits.h"
#include "shared/crypto/compare.h"
#include "shared/model/bounded_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kRequestThreads = 4;
constexpr std::size_t kSignInThreads = 1;  // each takes 64 MiB and a core
constexpr std::string_view kSignInPath = "/api/sign-in";

struct Fault {
  unsigned status;
  const char* code;
};

Fault faultOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalid:
      return {422, "invalid"};
    case ErrorCode::kTooLarge:
      return {413, "too_large"};
    case ErrorCode::kNotFound:
      return {404, "not_found"};
    case ErrorCode::kRefused:
      return {403, "refused"};
    case ErrorCode::kConflict:
      return {409, "reload"};
    case ErrorCode::kUnauthenticated:
      return {401, "unauthenticated"};
    case ErrorCode::kUnavailable:
      return {503, "unavailable"};
    case ErrorCode::kStorageFull:
      return {507, "storage_full"};
    default:
      return {500, "trouble"};
  }
}

ApiAnswer answerOf(Fault fault, const std::string& message) {
  const Json body{{"error", {{"code", fault.code}, {"message", message}}}};
  return {fault.status, body.dump(), std::nullopt};
}

ApiAnswer answerOf(const Error& error) { return answerOf(faultOf(error.code), error.message); }

std::vector<std::string_view> segmentsOf(std::string_view path) {
  std::vector<std::string_view> out;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    out.push_back(path.substr(0, path.find('/')));
    path.remove_prefix(out.back().size());
  }
  return out;
}

// What stood for the pattern's stars; nothing if the path is another one.
std::optional<std::vector<std::string>> matchPath(std::string_view pattern, std::string_view path) {
  const auto wanted = segmentsOf(pattern);
  const auto found = segmentsOf(path);
  if (wanted.size() != found.size()) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] == "*" && !found[i].empty()) {
      names.emplace_back(found[i]);
    } else if (wanted[i] != found[i]) {
      return std::nullopt;
    }
  }
  return names;
}

struct Match {
  const ApiRoute* route = nullptr;
  std::vector<std::string> names;
  bool otherMethod = false;
};

Match routeOf(const ApiRequest& request) {
  Match match;
  for (const ApiRoute& route : apiRoutes()) {
    auto names = matchPath(route.pattern, request.path);
    if (!names) continue;
    match.otherMethod = route.method != request.method;
    if (!match.otherMethod) return {&route, std::move(*names), false};
  }
  return match;
}

Status takeProgramme(ApiCall& call, Access access) {
  call.programme = call.names.front();
  call.names.erase(call.names.begin());
  const std::optional<Role> role = call.visitor.roleIn(call.programme);
  if (!role) return Error{ErrorCode::kNotFound, "There is no such programme for you."};
  call.role = *role;
  const bool managesDevices = *role == Role::kCoordinator || *role == Role::kAdmin;
  if (access == Access::kDevices && !managesDevices) {
    return Error{ErrorCode::kRefused, "Only coordinators and administrators may do this."};
  }
  if (access == Access::kOversight && !managesDevices && *role != Role::kSafeguarding) {
    return Error{ErrorCode::kRefused,
                 "Only coordinators, administrators and safeguarding officers may do this."};
  }
  if (access == Access::kOfficers && *role != Role::kSafeguarding) {
    return Error{ErrorCode::kRefused, "Only safeguarding officers have a sealing key."};
  }
  return {};
}

Status takeVisitor(ApiCall& call, Access access) {
  if (access == Access::kAnybody) return {};
  Result<Visitor> visitor = call.desk.signIns.visitor(call.request.sessionToken);
  if (!visitor) return visitor.error();
  call.visitor = std::move(*visitor);
  const bool forged = call.request.method == Method::kPost &&
                      !equalInConstantTime(call.request.csrf, call.visitor.csrf);
  if (forged) {
    return Error{ErrorCode::kRefused,
                 "This request did not come from an open page of yours. Load the page again."};
  }
  return access == Access::kSignedIn ? Status{} : takeProgramme(call, access);
}

// "application/json", whatever parameters follow.
bool isJson(std::string_view contentType) {
  constexpr std::string_view kJson = "application/json";
  std::string_view type = contentType.substr(0, contentType.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return std::ranges::equal(type, kJson, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

Status checkKeys(const Json& body, const BodyKeys& known) {
  if (!known) return {};
  for (const auto& [key, value] : body.items()) {
    if (std::ranges::find(*known, key) == known->end()) {
      return Error{ErrorCode::kInvalid, "This request has no \"" + key + "\"."};
    }
  }
  return {};
}

Status takeContents(ApiCall& call) {
  auto query = parseQueryString(call.request.query);
  if (!query) return Error{ErrorCode::kInvalid, "The address's query is malformed."};
  call.query = std::move(*query);
  call.body = Json::object();
  if (call.request.method == Method::kGet || call.request.body.empty()) return {};
  if (!isJson(call.request.contentType)) {
    return Error{ErrorCode::kInvalid, "The body must be application/json."};
  }
  Result<Json> body = parseBoundedJson(call.request.body, limits::kHttpBodyBytes);
  if (!body)
    return Error{body.error().code, "The body was not understood: " + body.error().message};
  if (!body->is_object()) return Error{ErrorCode::kInvalid, "The body must be a JSON object."};
  call.body = std::move(*body);
  return {};
}

}  // namespace

Result<std::string> textIn(const Json& body, const char* key) {
  const auto found = body.find(key);
  if (found != body.end() && found->is_string()) return found->get<std::string>();
  return Error{ErrorCode::kInvalid, "\"" + std::string(key) + "\" must be text."};
}

Result<Uuid> idFrom(const std::string& text) {
  if (const auto id = Uuid::parse(text)) return *id;
  return Error{ErrorCode::kNotFound, "There is nothing under this address."};
}

std::string valueIn(const QueryString& query, std::string_view name) {
  const auto found = query.find(name);
  return found == query.end() ? std::string{} : found->second;
}

std::size_t countIn(const QueryString& query, std::string_view name, std::size_t usual) {
  constexpr std::size_t kDigits = 4;
  const std::string text = valueIn(query, name);
  const bool digits = !text.empty() && text.size() <= kDigits &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  const std::size_t asked = digits ? std::stoul(text) : usual;
  return std::clamp<std::size_t>(asked, 1, limits::kPageItems);
}

std::size_t limitIn(const QueryString& query) {
  constexpr std::size_t kUsual = 50;
  return countIn(query, "limit", kUsual);
}

Api::Api(const ApiDesk& desk, PublicAddress address)
    : desk_(desk),
      address_(std::move(address)),
      codes_(desk.clock, limits::kAddressFailures),
      requests_(kRequestThreads, desk.meters.apiRequests),
      signIns_(kSignInThreads, desk.meters.signIns) {}

bool Api::isOwnOrigin(std::string_view origin) const {
  return std::ranges::find(address_.origins, origin) != address_.origins.end();
}

std::string_view Api::cookieName() const {
  return address_.transport == Transport::kTls ? "__Host-rapport" : "rapport";
}

ApiAnswer Api::handle(const ApiRequest& request) {
  if (request.origin && !isOwnOrigin(*request.origin)) {
    return answerOf({403, "wrong_origin"}, "This page may not talk to this server.");
  }
  Match match = routeOf(request);
  if (match.route == nullptr) {
    return match.otherMethod
               ? answerOf({405, "wrong_method"}, "This address does not take this method.")
               : answerOf({404, "not_found"}, "There is nothing under this address.");
  }
  ApiCall call{desk_, address_, codes_, request, {}, {}, {}, std::move(match.names), {}, {}};
  if (const Status known = takeVisitor(call, match.route->access); !known) {
    return answerOf(known.error());
  }
  if (const Status read = takeContents(call); !read) {
    const bool large = read.error().code == ErrorCode::kTooLarge;
    return large ? answerOf(read.error()) : answerOf({400, "malformed"}, read.error().message);
  }
  if (const Status known = checkKeys(call.body, match.route->keys); !known) {
    return answerOf(known.error());
  }
  Result<ApiReply> reply = match.route->handler(call);
  if (!reply) return answerOf(reply.error());
  if (reply->file) return {reply->status, {}, std::nullopt, std::move(reply->file)};
  return {reply->status, reply->body.dump(), std::move(reply->setCookie)};
}

void Api::post(ApiRequest request, std::function<void(ApiAnswer)> answer) {
  const bool isSignIn = request.path == kSignInPath;
  std::atomic<std::size_t>& waiting = isSignIn ? signInsWaiting_ : waiting_;
  const std::size_t most = isSignIn ? limits::kSignInsWaiting : limits::kRequestsWaiting;
  const auto busy = [] {
    return answerOf({503, "unavailable"}, "The server is busy. Try again in a moment.");
  };
  if (waiting.fetch_add(1) >= most) {
    --waiting;
    return answer(busy());
  }
  const auto work = [this, &waiting, request = std::move(request), answer] {
    answer(handle(request));
    --waiting;
  };
  if (!(isSignIn ? signIns_ : requests_).post(work)) {
    --waiting;
    answer(busy());
  }
}

void Api::read(std::shared_ptr<const WholeBlob> contents, std::uint64_t offset,
               std::size_t mostBytes, std::function<void(Result<Bytes>)> answer) {
  const auto work = [contents = std::move(contents), offset, mostBytes, answer] {
    answer(contents->read(offset, mostBytes));
  };
  if (!requests_.post(work)) {
    answer(Error{ErrorCode::kUnavailable, "The server is stopping."});
  }
}

Status Api::mayFollow(std::string_view sessionToken, std::string_view origin,
                      std::string_view programme) {
  if (!isOwnOrigin(origin)) return Error{ErrorCode::kRefused, "This page may not listen here."};
  const Result<Visitor> visitor = desk_.signIns.visitor(sessionToken);
  if (!visitor) return visitor.error();
  if (visitor->roleIn(programme)) return {};
  return Error{ErrorCode::kNotFound, "There is no such programme for you."};
}

void Api::askMayFollow(std::string sessionToken, std::string origin, std::string programme,
                       std::function<void(Status)> answer) {
  if (waiting_.fetch_add(1) >= limits::kRequestsWaiting) {
    --waiting_;
    return answer(Error{ErrorCode::kUnavailable, "The server is busy. Try again in a moment."});
  }
  const auto work = [this, token = std::move(sessionToken), origin = std::move(origin),
                     programme = std::move(programme), answer] {
    answer(mayFollow(token, origin, programme));
    --waiting_;
  };
  if (!requests_.post(work)) {
    --waiting_;
    answer(Error{ErrorCode::kUnavailable, "The server is stopping."});
  }
}

void Api::stop() {
  signIns_.stop();
  requests_.stop();
}

}  // namespace rapport
