#pragma once

#include <memory>

#include "server/app/tablet_connection.h"
#include "server/net/net_context.h"
#include "server/net/socket_line.h"

namespace rapport {

// Joins an open WebSocket to a tablet's connection: one frame is read at a time, and the next only
// when the session has room for it.
class TabletLine final : public SocketLine,
                         public TabletPeer,
                         public std::enable_shared_from_this<TabletLine> {
 public:
  static std::shared_ptr<TabletLine> make(const NetContext& net);
  SocketEvents events() override;
  void begin(const std::shared_ptr<WebSocket>& socket) override;

  void send(Bytes frame) override;
  void close() override;

 private:
  explicit TabletLine(const NetContext& net) : net_(net) {}

  const NetContext& net_;
  std::weak_ptr<WebSocket> socket_;  // which keeps this line, by its events
  std::shared_ptr<TabletConnection> connection_;
};

}  // namespace rapport
