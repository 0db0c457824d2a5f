#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <vector>

#include "server/net/web_socket.h"

namespace rapport {

// The open WebSockets, for the day when they must all end. Any thread.
class SocketRegistry {
 public:
  void add(const std::shared_ptr<WebSocket>& socket) {
    const std::lock_guard lock(mutex_);
    if (sockets_.size() >= 2 * living_ + 16) sweep();
    sockets_.push_back(socket);
  }

  bool empty() {
    const std::lock_guard lock(mutex_);
    sweep();
    return sockets_.empty();
  }

  void abandonAll() {
    std::vector<std::weak_ptr<WebSocket>> all;
    {
      const std::lock_guard lock(mutex_);
      all.swap(sockets_);
    }
    for (const auto& each : all) {
      if (const auto socket = each.lock()) socket->abandon();
    }
  }

 private:
  void sweep() {
    std::erase_if(sockets_, [](const auto& each) { return each.expired(); });
    living_ = sockets_.size();
  }

  std::mutex mutex_;
  std::vector<std::weak_ptr<WebSocket>> sockets_;
  std::size_t living_ = 0;
};

}  // namespace rapport
