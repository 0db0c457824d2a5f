#pragma once

#include <string_view>
#include <vector>

namespace rapport {

struct ApiDocument {
  std::string_view name, contents;
};

// server/app/openapi.json, as it was when the program was built.
const std::vector<ApiDocument>& apiDocuments();

}  // namespace rapport
