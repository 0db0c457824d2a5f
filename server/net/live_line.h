#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "server/app/switchboard.h"
#include "server/net/net_context.h"
#include "server/net/socket_line.h"

namespace rapport {

// Tells one page of the console that its programme changed: {"number": "epoch:n"}. At once while
// the page keeps up; what happens while a message is on its way becomes one message after it. The
// leave is asked for again now and then, and the line ends with it.
class LiveLine final : public SocketLine,
                       public Subscriber,
                       public std::enable_shared_from_this<LiveLine> {
 public:
  static std::shared_ptr<LiveLine> make(const NetContext& net, LiveListener listener);
  SocketEvents events() override;
  void begin(const std::shared_ptr<WebSocket>& socket) override;

  void marked(const Mark& mark) override;
  void tick() override;
  void dismiss(const Refusal& reason) override;

 private:
  LiveLine(const NetContext& net, LiveListener listener);
  void tell();

  const NetContext& net_;
  const Gauge::Held counted_;
  const LiveListener listener_;
  std::weak_ptr<WebSocket> socket_;
  // Below: touched on the socket's executor only.
  std::optional<Number> latest_;
  bool busy_ = false;
  std::chrono::milliseconds askedAt_{0};
};

}  // namespace rapport
