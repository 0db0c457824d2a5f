#include "server/app/api_call.h"
#include "server/app/api_document.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<ApiReply> describe(const ApiCall&) {
  static const Json kDocument = Json::parse(apiDocuments().front().contents, nullptr, false);
  return ApiReply{kDocument};
}

}  // namespace

const std::vector<ApiRoute>& apiRoutes() {
  static const std::vector<ApiRoute> kRoutes = [] {
    std::vector<ApiRoute> all{{Method::kGet, "/api/openapi.json", Access::kAnybody, describe}};
    for (const auto* routes :
         {&sessionRoutes(), &recordRoutes(), &attachmentRoutes(), &deviceRoutes(),
          &enrolmentRoutes(), &erasureRoutes(), &officerKeyRoutes(), &asideRoutes(), &boardRoutes(),
          &partnerRoutes(), &exportRoutes()}) {
      all.insert(all.end(), routes->begin(), routes->end());
    }
    return all;
  }();
  return kRoutes;
}

}  // namespace rapport
