#include "server/app/api_document.h"

#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/app/api_call.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;
using Operations = std::set<std::string>;  // "post /api/programmes/*/records"

const Json& document() {
  static const Json kDocument = Json::parse(apiDocuments().front().contents);
  return kDocument;
}

std::string patternOf(std::string path) {
  for (std::size_t from = path.find('{'); from != std::string::npos; from = path.find('{')) {
    path.replace(from, path.find('}') - from + 1, "*");
  }
  return path;
}

std::string methodOf(const ApiRoute& route) {
  return route.method == Method::kPost ? "post" : "get";
}

TEST(ApiDocument, DescribesEveryRouteAndNoOther) {
  Operations described;
  for (const auto& [path, operations] : document()["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) {
      described.insert(method + " " + patternOf(path));
    }
  }
  Operations routed;
  for (const ApiRoute& route : apiRoutes()) {
    routed.insert(methodOf(route) + " " + std::string(route.pattern));
  }
  EXPECT_EQ(described, routed);
  EXPECT_EQ(apiRoutes().size(), routed.size()) << "a route stands twice";
}

// Keys are refused by the route's own list: the document must tell the same ones.
TEST(ApiDocument, TellsTheKeysThatEachBodyMayHold) {
  for (const auto& [path, operations] : document()["paths"].items()) {
    if (!operations.contains("post")) continue;
    Json body = operations["post"]["requestBody"]["content"]["application/json"]["schema"];
    if (body.contains("$ref")) {
      body = document()[Json::json_pointer(body["$ref"].get<std::string>().substr(1))];
    }
    const auto route = std::ranges::find_if(apiRoutes(), [&](const ApiRoute& one) {
      return one.method == Method::kPost && one.pattern == patternOf(path);
    });
    ASSERT_NE(route, apiRoutes().end()) << path;
    EXPECT_EQ(route->keys.has_value(), body.value("additionalProperties", true) == false) << path;
    if (!route->keys) continue;
    Operations described;
    for (const auto& [key, shape] : body["properties"].items()) described.insert(key);
    EXPECT_EQ(described, Operations(route->keys->begin(), route->keys->end())) << path;
  }
}

TEST(ApiDocument, SaysWhoMayAsk) {
  for (const ApiRoute& route : apiRoutes()) {
    for (const auto& [path, operations] : document()["paths"].items()) {
      if (patternOf(path) != route.pattern || !operations.contains(methodOf(route))) continue;
      const Json& security = operations[methodOf(route)]["security"];
      ASSERT_EQ(security.size(), route.access == Access::kAnybody ? 0U : 1U) << path;
      if (route.access == Access::kAnybody) continue;
      Json roles = Json::array();
      if (route.access == Access::kDevices) roles = {"coordinator", "admin"};
      if (route.access == Access::kOversight) roles = {"coordinator", "admin", "safeguarding"};
      if (route.access == Access::kOfficers) roles = Json::array({"safeguarding"});
      EXPECT_EQ(security[0]["session"], roles) << path;
      EXPECT_EQ(security[0].contains("csrf"), route.method == Method::kPost) << path;
    }
  }
}

}  // namespace
}  // namespace rapport::testing
