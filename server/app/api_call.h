#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "server/app/api.h"
#include "server/app/query_string.h"

namespace rapport {

// One request on its way through a handler, with everything checked that its route asks for.
struct ApiCall {
  const ApiDesk& desk;
  const PublicAddress& address;
  AttemptLimit& codes;
  const ApiRequest& request;
  Visitor visitor;                 // of routes for somebody signed in
  std::string programme;           // of routes below /api/programmes/{p}
  Role role = Role::kVolunteer;    // there
  std::vector<std::string> names;  // what stood for the other stars of the route
  QueryString query;
  nlohmann::json body;  // of a POST; an object
};

struct ApiReply {
  nlohmann::json body = nlohmann::json::object();
  unsigned status = 200;
  std::optional<std::string> setCookie = std::nullopt;
  // Instead of the body.
  std::optional<ApiFile> file = std::nullopt;
};

using ApiHandler = Result<ApiReply> (*)(const ApiCall&);

enum class Access : std::uint8_t {
  kAnybody,
  kSignedIn,
  kProgramme,  // any role in the programme
  kDevices,    // coordinators and administrators
  kOfficers,   // safeguarding officers
  kOversight,  // all these: coordinators, administrators and safeguarding officers
};

// What a body may hold; another key is refused. Nothing: any key, because newer tablets may know
// more.
using BodyKeys = std::optional<std::vector<std::string_view>>;

struct ApiRoute {
  Method method;
  std::string_view pattern;  // "*" stands for one name; the first one below programmes is its name
  Access access;
  ApiHandler handler;
  BodyKeys keys = std::vector<std::string_view>{};
};

// Each file of handlers names its routes.
const std::vector<ApiRoute>& sessionRoutes();
const std::vector<ApiRoute>& recordRoutes();
const std::vector<ApiRoute>& deviceRoutes();
const std::vector<ApiRoute>& enrolmentRoutes();
const std::vector<ApiRoute>& attachmentRoutes();
const std::vector<ApiRoute>& erasureRoutes();
const std::vector<ApiRoute>& officerKeyRoutes();
const std::vector<ApiRoute>& asideRoutes();
const std::vector<ApiRoute>& boardRoutes();
const std::vector<ApiRoute>& partnerRoutes();
const std::vector<ApiRoute>& exportRoutes();
// All of them, and the one that describes them.
const std::vector<ApiRoute>& apiRoutes();

// The text under a key of the body; kInvalid where there is none or it is something else.
Result<std::string> textIn(const nlohmann::json& body, const char* key);
// A UUID that came in a path or a body; kNotFound where it is none, as for an id that nobody has.
Result<Uuid> idFrom(const std::string& text);
// A count from the query, `usual` where it is none; at least 1 and at most limits::kPageItems.
std::size_t countIn(const QueryString& query, std::string_view name, std::size_t usual);
// How many items a page may have, from ?limit=.
std::size_t limitIn(const QueryString& query);
std::string valueIn(const QueryString& query, std::string_view name);  // empty where there is none

}  // namespace rapport
