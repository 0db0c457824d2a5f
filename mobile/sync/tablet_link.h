#pragma once

#include <functional>
#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "mobile/sync/back_off.h"
#include "mobile/sync/exchange.h"

namespace rapport {

// How the tablet stands with the office, as its link sees it.
enum class LinkPhase : std::uint8_t { kConnecting, kExchanging, kAway, kRefused };

// Keeps a tablet connected for as long as it is wanted: connects, exchanges, and after a break
// tries again by itself with full jitter. Runs on the one thread of the io_context, which owns the
// store.
class TabletLink {
 public:
  struct Listener {
    std::function<void(LinkPhase, const Refusal&)>
        phase;  // the refusal says why, when away or refused
    Exchange::Listener exchanged;
  };
  using MakeSession = std::function<std::unique_ptr<ClientSession>()>;

  TabletLink(boost::asio::io_context& io, Office office, MakeSession makeSession, Random& random,
             Listener listener);
  ~TabletLink();

  void start();
  // Ends the connection and tries no more.
  void stop();
  // The notebook wrote something: it goes out at once if there is a connection.
  void changed();
  // Somebody asked, or the network is back: do not wait for the back-off.
  void tryNow();

 private:
  boost::asio::awaitable<void> run();
  boost::asio::awaitable<void> pause();

  boost::asio::io_context& io_;
  Office office_;
  MakeSession makeSession_;
  BackOff backOff_;
  Listener listener_;
  boost::asio::steady_timer pausing_;
  std::shared_ptr<Exchange> exchange_;
  bool stopped_ = false;
};

}  // namespace rapport
