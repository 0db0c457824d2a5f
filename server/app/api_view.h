#pragma once

#include <utility>

#include "server/app/api_call.h"
#include "server/review/records_view.h"

namespace rapport {

// Runs a view on a fresh snapshot of the call's programme, for whoever asks.
template <typename View>
Result<ApiReply> read(const ApiCall& call, const View& view) {
  nlohmann::json body;
  const Status done = call.desk.store.reading(call.programme, [&](ServerReader& reader) -> Status {
    const auto types = call.desk.types.of(reader);
    if (!types) return types.error();
    Result<nlohmann::json> shown = view(Viewer{reader, **types, call.role, call.visitor.person});
    if (!shown) return shown.error();
    body = std::move(*shown);
    return {};
  });
  if (!done) return done.error();
  return ApiReply{std::move(body)};
}

}  // namespace rapport
