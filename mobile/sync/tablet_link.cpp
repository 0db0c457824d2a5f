#include "mobile/sync/tablet_link.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace rapport {
namespace {

// Refusals that trying again soon will not mend; a person has to act.
bool wantsPerson(RefusalCode code) {
  return code == RefusalCode::kUnknownDevice || code == RefusalCode::kRevoked ||
         code == RefusalCode::kUpdateNeeded;
}

}  // namespace

TabletLink::TabletLink(boost::asio::io_context& io, Office office, MakeSession makeSession,
                       Random& random, Listener listener)
    : io_(io),
      office_(std::move(office)),
      makeSession_(std::move(makeSession)),
      backOff_(random),
      listener_(std::move(listener)),
      pausing_(io) {}

TabletLink::~TabletLink() = default;

void TabletLink::start() { boost::asio::co_spawn(io_, run(), boost::asio::detached); }

void TabletLink::stop() {
  stopped_ = true;
  pausing_.cancel();
  if (exchange_) exchange_->stop();
}

void TabletLink::changed() {
  if (exchange_) exchange_->changed();
}

void TabletLink::tryNow() {
  backOff_.reset();
  pausing_.cancel();
}

boost::asio::awaitable<void> TabletLink::pause() {
  pausing_.expires_after(backOff_.next());
  co_await pausing_.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
}

boost::asio::awaitable<void> TabletLink::run() {
  while (!stopped_) {
    listener_.phase(LinkPhase::kConnecting, {});
    exchange_ = Exchange::make(io_, office_, makeSession_(), listener_.exchanged);
    const ExchangeEnd end = co_await exchange_->run();
    exchange_.reset();
    if (end.greeted) backOff_.reset();
    const bool refused = end.untrusted || wantsPerson(end.refusal.code);
    listener_.phase(refused ? LinkPhase::kRefused : LinkPhase::kAway, end.refusal);
    if (!stopped_) co_await pause();
  }
}

}  // namespace rapport
