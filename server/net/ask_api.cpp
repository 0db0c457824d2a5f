#include "server/net/ask_api.h"

#include "server/app/api.h"

namespace rapport {

std::string_view cookieNameOf(const Api& api) { return api.cookieName(); }

void postTo(Api& api, ApiRequest request, std::function<void(ApiAnswer)> answered) {
  api.post(std::move(request), std::move(answered));
}

void askPiece(Api& api, const ApiFile& file, std::uint64_t offset, std::size_t mostBytes,
              std::function<void(Result<Bytes>)> answered) {
  api.read(file.contents, offset, mostBytes, std::move(answered));
}

void askMayFollow(Api& api, std::string sessionToken, std::string origin, std::string programme,
                  std::function<void(Status)> answered) {
  api.askMayFollow(std::move(sessionToken), std::move(origin), std::move(programme),
                   std::move(answered));
}

}  // namespace rapport
