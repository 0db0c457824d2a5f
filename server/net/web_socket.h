#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>

#include "server/net/http_answer.h"
#include "server/net/net_options.h"
#include "shared/base/bytes.h"

namespace rapport {

enum class SocketKind : std::uint8_t { kBinary, kText };

// What a WebSocket tells its owner, on its own executor.
struct SocketEvents {
  std::function<void(Bytes)> frame;  // asked for with readNext()
  std::function<void()> drained;     // everything given to send() has gone out
  std::function<void()> closed;      // once; nothing comes after it
};

// One open WebSocket, whatever carries it: frames go out in order, one write in flight, through a
// bounded queue; who does not take what was sent, or does not answer a close, is cut off.
class WebSocket {
 public:
  virtual ~WebSocket() = default;

  // Any thread.
  virtual void send(Bytes frame) = 0;
  virtual void close() = 0;     // after what was sent before
  virtual void readNext() = 0;  // one frame
  virtual void abandon() = 0;   // at once, telling nobody
  virtual boost::asio::any_io_executor executor() = 0;
};

// The events keep the socket's owner alive until `closed`.
struct SocketStart {
  SocketKind kind = SocketKind::kBinary;
  NetTimeouts timeouts;
  std::shared_ptr<const void> ticket;  // kept until the socket is gone
  std::string date;                    // of the answer to the handshake
};

}  // namespace rapport
