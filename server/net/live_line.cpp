#include "server/net/live_line.h"

#include <utility>

#include <boost/asio/post.hpp>

#include "server/app/api.h"
#include "server/app/tablet_connection.h"
#include "shared/protocol/number_text.h"

namespace rapport {

LiveLine::LiveLine(const NetContext& net, LiveListener listener)
    : net_(net),
      counted_(net.meters.consoleLines),
      listener_(std::move(listener)),
      askedAt_(net.sync.clock.steadyNow()) {}

std::shared_ptr<SocketLine> makeLiveLine(const NetContext& net, LiveListener listener) {
  return LiveLine::make(net, std::move(listener));
}

std::shared_ptr<LiveLine> LiveLine::make(const NetContext& net, LiveListener listener) {
  return std::shared_ptr<LiveLine>(new LiveLine(net, std::move(listener)));
}

SocketEvents LiveLine::events() {
  const auto self = shared_from_this();
  SocketEvents events;
  events.frame = [self](const Bytes&) {
    // A page has nothing to say here; what it says is passed over.
    if (const auto socket = self->socket_.lock()) socket->readNext();
  };
  events.drained = [self] {
    self->busy_ = false;
    self->tell();
  };
  events.closed = [self] {};  // keeps the line for as long as the socket is open
  return events;
}

void LiveLine::begin(const std::shared_ptr<WebSocket>& socket) {
  socket_ = socket;
  net_.sync.switchboard.join(shared_from_this());
  net_.sync.switchboard.follow(shared_from_this(), listener_.programme);
  socket->readNext();
}

void LiveLine::tell() {
  if (busy_ || !latest_) return;
  busy_ = true;
  const std::string number = numberText(*std::exchange(latest_, std::nullopt));
  if (const auto socket = socket_.lock()) socket->send("{\"number\":\"" + number + "\"}");
}

void LiveLine::marked(const Mark& mark) {
  const auto socket = socket_.lock();
  if (!socket) return;
  boost::asio::post(socket->executor(), [self = shared_from_this(), number = mark.number] {
    self->latest_ = number;
    self->tell();
  });
}

void LiveLine::tick() {
  const auto socket = socket_.lock();
  if (!socket) return;
  boost::asio::post(socket->executor(), [self = shared_from_this()] {
    const auto now = self->net_.sync.clock.steadyNow();
    if (now - self->askedAt_ < limits::kHeartbeatEvery) return;
    self->askedAt_ = now;
    const LiveListener& listener = self->listener_;
    self->net_.api.askMayFollow(
        listener.sessionToken, listener.origin, listener.programme, [self](const Status& may) {
          const bool busy = !may && may.error().code == ErrorCode::kUnavailable;
          const auto line = self->socket_.lock();
          if (!may && !busy && line) line->close();
        });
  });
}

void LiveLine::dismiss(const Refusal&) {
  if (const auto socket = socket_.lock()) socket->close();
}

}  // namespace rapport
