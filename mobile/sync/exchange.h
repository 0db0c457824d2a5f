#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include "mobile/sync/frame_pipe.h"
#include "mobile/sync/office.h"
#include "shared/sync/client_session.h"

namespace rapport {

// How one connection ended.
struct ExchangeEnd {
  Refusal refusal;         // why; the sentence is for people
  bool greeted = false;    // the server knew this tablet: the next try may come soon
  bool untrusted = false;  // it is not the office that was enrolled with: a person must act
};

// One connection to the server: carries a client session's frames, and stops when either end does.
// Everything runs on the io_context's one thread, which owns the store.
class Exchange {
 public:
  using Listener = std::function<void(const ClientStep&, const SyncProgress&)>;

  virtual ~Exchange() = default;
  // Connects, exchanges until the connection ends, and says why.
  virtual boost::asio::awaitable<ExchangeEnd> run() = 0;
  // The notebook wrote something.
  virtual void changed() = 0;
  // Sends what is queued, then closes.
  virtual void stop() = 0;
  virtual Traffic traffic() const = 0;

  static std::shared_ptr<Exchange> make(boost::asio::io_context& io, const Office& office,
                                        std::unique_ptr<ClientSession> session, Listener listener);
};

}  // namespace rapport
