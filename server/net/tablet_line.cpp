#include "server/net/tablet_line.h"

#include <utility>

namespace rapport {

std::shared_ptr<SocketLine> makeTabletLine(const NetContext& net) { return TabletLine::make(net); }

std::shared_ptr<TabletLine> TabletLine::make(const NetContext& net) {
  return std::shared_ptr<TabletLine>(new TabletLine(net));
}

SocketEvents TabletLine::events() {
  const auto self = shared_from_this();
  SocketEvents events;
  events.frame = [self](Bytes frame) {
    // Between two reads nothing else holds the socket: whoever is to go on does.
    const auto goOn = [socket = self->socket_.lock()] {
      if (socket) socket->readNext();
    };
    self->connection_->frameArrived(std::move(frame), goOn);
  };
  events.closed = [self] {
    if (self->connection_) self->connection_->closed();
  };
  return events;
}

void TabletLine::begin(const std::shared_ptr<WebSocket>& socket) {
  socket_ = socket;
  connection_ = TabletConnection::open(net_.sync, weak_from_this());
  socket->readNext();
}

void TabletLine::send(Bytes frame) {
  if (const auto socket = socket_.lock()) socket->send(std::move(frame));
}

void TabletLine::close() {
  if (const auto socket = socket_.lock()) socket->close();
}

}  // namespace rapport
