#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include "server/app/api_message.h"
#include "shared/base/result.h"

namespace rapport {

class Api;

// Api::cookieName, Api::post, Api::read and Api::askMayFollow, for files that know the Api by name
// alone.
std::string_view cookieNameOf(const Api& api);
void postTo(Api& api, ApiRequest request, std::function<void(ApiAnswer)> answered);
void askPiece(Api& api, const ApiFile& file, std::uint64_t offset, std::size_t mostBytes,
              std::function<void(Result<Bytes>)> answered);
void askMayFollow(Api& api, std::string sessionToken, std::string origin, std::string programme,
                  std::function<void(Status)> answered);

// Turns a completion handler into a callback that any thread may call once: the handler runs on its
// own executor, which stays awake for it.
template <typename Answer, typename Handler>
std::function<void(Answer)> fromAnyThread(Handler handler) {
  auto executor = boost::asio::get_associated_executor(handler);
  auto kept = std::make_shared<Handler>(std::move(handler));
  auto awake = boost::asio::make_work_guard(executor);
  return [kept, executor, awake](Answer answer) {
    boost::asio::post(executor,
                      [kept, answer = std::move(answer)]() mutable { (*kept)(std::move(answer)); });
  };
}

// postTo as an asynchronous operation.
template <typename Token>
auto askApi(Api& api, ApiRequest request, Token&& token) {
  return boost::asio::async_initiate<Token, void(ApiAnswer)>(
      [&api](auto handler, ApiRequest asked) {
        postTo(api, std::move(asked), fromAnyThread<ApiAnswer>(std::move(handler)));
      },
      token, std::move(request));
}

// askPiece as one. The file must stay until it is answered.
template <typename Token>
auto askFile(Api& api, const ApiFile& file, std::uint64_t offset, std::size_t mostBytes,
             Token&& token) {
  return boost::asio::async_initiate<Token, void(Result<Bytes>)>(
      [&api, &file, offset, mostBytes](auto handler) {
        askPiece(api, file, offset, mostBytes, fromAnyThread<Result<Bytes>>(std::move(handler)));
      },
      token);
}

// askMayFollow as one.
template <typename Token>
auto askLive(Api& api, std::string sessionToken, std::string origin, std::string programme,
             Token&& token) {
  return boost::asio::async_initiate<Token, void(Status)>(
      [&api](auto handler, std::string session, std::string from, std::string of) {
        askMayFollow(api, std::move(session), std::move(from), std::move(of),
                     fromAnyThread<Status>(std::move(handler)));
      },
      token, std::move(sessionToken), std::move(origin), std::move(programme));
}

}  // namespace rapport
