#pragma once

#include <string>
#include <string_view>

#include "mobile/sync/office.h"
#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

struct HttpAnswer {
  unsigned status = 0;
  Bytes body;            // at most limits::kHttpAnswerBytes
  std::string shownPin;  // of the key that answered; empty with plain transport
};

// One POST of JSON to the office, blocking, at most limits::kHandshake for each step. kUnavailable
// when the office cannot be reached, kRefused when what answers is not believed to be it.
Result<HttpAnswer> postJson(const Office& office, std::string_view path, std::string_view json);

// The same to whoever answers there, whatever key it shows; `office.pins` are not looked at. For
// what a stranger may read. The caller judges the answer by `shownPin`.
Result<HttpAnswer> postJsonToStranger(const Office& office, std::string_view path,
                                      std::string_view json);

}  // namespace rapport
