#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>

#include "mobile/sync/office.h"
#include "shared/base/bytes.h"

namespace rapport {

// Why no connection came about.
struct PipeFailure {
  std::string message;     // a sentence for people
  bool untrusted = false;  // it is not the office that was enrolled with: a person must act
};

// What has crossed the network so far, with the WebSocket's own headers.
struct Traffic {
  std::uint64_t sentBytes = 0, receivedBytes = 0;
};

// One WebSocket to the office, whatever carries it: whole frames, in order. Apart from the exchange
// that speaks over it, because what it is made of takes minutes to compile. Everything runs on the
// io_context's one thread; at most one read and one write at a time.
class FramePipe {
 public:
  static std::shared_ptr<FramePipe> make(boost::asio::io_context& io, const Office& office);

  virtual ~FramePipe() = default;
  // Nothing: it is open, and it is the office.
  virtual boost::asio::awaitable<std::optional<PipeFailure>> connect() = 0;
  // The next frame, until the next read; nothing: the connection is over.
  virtual boost::asio::awaitable<std::optional<ByteView>> read() = 0;
  // False: the connection is over.
  virtual boost::asio::awaitable<bool> write(ByteView frame) = 0;
  // Says goodbye, and ends a read that waits.
  virtual boost::asio::awaitable<void> close() = 0;
  // Ends whatever waits, telling nobody.
  virtual void cancel() = 0;
  virtual Traffic traffic() const = 0;
};

}  // namespace rapport
