#include "mobile/sync/exchange.h"

#include <deque>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace rapport {
namespace {

namespace asio = boost::asio;

constexpr auto kWait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kTick{5};

class PipeExchange final : public Exchange, public std::enable_shared_from_this<PipeExchange> {
 public:
  PipeExchange(asio::io_context& io, const Office& office, std::unique_ptr<ClientSession> session,
               Listener listener)
      : io_(io),
        pipe_(FramePipe::make(io, office)),
        session_(std::move(session)),
        listener_(std::move(listener)),
        ticker_(io) {}

  asio::awaitable<ExchangeEnd> run() override {
    const std::optional<PipeFailure> failed = co_await pipe_->connect();
    if (failed) {
      ended_.untrusted = failed->untrusted;
      ended_.refusal = {RefusalCode::kBusy, failed->message};
      co_return ended_;
    }
    connected_ = true;
    asio::co_spawn(io_, tick(shared_from_this()), asio::detached);
    co_await read();
    ticker_.cancel();
    while (!session_->progress().folded) {
      const ClientStep rested = session_->rest();
      listener_(rested, session_->progress());
    }
    ended_.greeted = session_->progress().greeted;
    co_return ended_;
  }

  void changed() override { handle(session_->changed()); }

  void stop() override {
    closing_ = true;
    if (!connected_) pipe_->cancel();
    if (!writing_) startWriting();
  }

  Traffic traffic() const override { return pipe_->traffic(); }

 private:
  asio::awaitable<void> read() {
    while (!closing_) {
      const std::optional<ByteView> frame = co_await pipe_->read();
      if (!frame) {
        if (ended_.refusal.message.empty()) {
          ended_.refusal = {RefusalCode::kBusy,
                            "The connection to the office broke. Everything is saved here."};
        }
        break;
      }
      // What is being written goes on first: to keep an answer takes as long as to send many
      // frames.
      if (writing_) co_await asio::post(io_, asio::use_awaitable);
      if (closing_) break;
      handle(session_->receive(*frame));
    }
    closing_ = true;
  }

  void handle(ClientStep step) {
    for (Bytes& frame : step.frames) outgoing_.push_back(std::move(frame));
    if (step.refusal) ended_.refusal = *step.refusal;
    closing_ = closing_ || step.close;
    const SyncProgress progress = session_->progress();
    listener_(step, progress);
    if (!writing_ && (!outgoing_.empty() || closing_)) startWriting();
    mayRest_ = !closing_ && progress.caughtUp && !progress.folded;
    if (mayRest_ && !resting_) asio::co_spawn(io_, rest(shared_from_this()), asio::detached);
  }

  // A little at a time: what arrives meanwhile does not wait for all of it.
  asio::awaitable<void> rest(std::shared_ptr<PipeExchange>) {
    resting_ = true;
    while (mayRest_ && !closing_) {
      handle(session_->rest());
      co_await asio::post(io_, asio::use_awaitable);
    }
    resting_ = false;
  }

  void startWriting() {
    if (!connected_) return;
    writing_ = true;
    asio::co_spawn(io_, write(shared_from_this()), asio::detached);
  }

  // A parameter, not a capture, keeps this alive for as long as the coroutine runs.
  asio::awaitable<void> write(std::shared_ptr<PipeExchange>) {
    while (!outgoing_.empty()) {
      const Bytes frame = std::move(outgoing_.front());
      outgoing_.pop_front();
      const bool written = co_await pipe_->write(frame);
      if (!written) {
        pipe_->cancel();
        break;
      }
    }
    writing_ = false;
    if (closing_ && connected_) {
      connected_ = false;
      co_await pipe_->close();
    }
  }

  asio::awaitable<void> tick(std::shared_ptr<PipeExchange>) {
    while (!closing_) {
      ticker_.expires_after(kTick);
      auto [stopped] = co_await ticker_.async_wait(kWait);
      if (stopped || closing_) break;
      handle(session_->tick());
    }
  }

  asio::io_context& io_;
  const std::shared_ptr<FramePipe> pipe_;
  std::unique_ptr<ClientSession> session_;
  Listener listener_;
  asio::steady_timer ticker_;
  std::deque<Bytes> outgoing_;  // bounded by the session: a few frames in flight
  ExchangeEnd ended_;
  bool connected_ = false;
  bool writing_ = false;
  bool mayRest_ = false;  // the line is quiet, and something was put off
  bool resting_ = false;
  bool closing_ = false;
};

}  // namespace

std::shared_ptr<Exchange> Exchange::make(asio::io_context& io, const Office& office,
                                         std::unique_ptr<ClientSession> session,
                                         Listener listener) {
  return std::make_shared<PipeExchange>(io, office, std::move(session), std::move(listener));
}

}  // namespace rapport
