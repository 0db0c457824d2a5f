#pragma once

#include <memory>
#include <string>

#include "server/net/web_socket.h"

namespace rapport {

struct NetContext;

// Whoever speaks over one WebSocket: a tablet's connection, a page of the console.
class SocketLine {
 public:
  virtual ~SocketLine() = default;
  // Call before the handshake is answered; nothing is read before begin().
  virtual SocketEvents events() = 0;
  virtual void begin(const std::shared_ptr<WebSocket>& socket) = 0;
};

// Who listens, and by what leave.
struct LiveListener {
  std::string sessionToken, origin, programme;
};

std::shared_ptr<SocketLine> makeTabletLine(const NetContext& net);
std::shared_ptr<SocketLine> makeLiveLine(const NetContext& net, LiveListener listener);

}  // namespace rapport
