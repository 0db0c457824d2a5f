#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/base/bytes.h"

namespace rapport::testing {

// A WebSocket client that blocks, plain only.
class SocketClient {
 public:
  // `headers` as "Name: value\r\n" lines.
  SocketClient(std::uint16_t port, const std::string& target, const std::string& headers = "");
  ~SocketClient();

  bool open() const { return open_; }
  unsigned status() const { return status_; }  // of the refused handshake
  bool send(const Bytes& frame, bool binary = true);
  std::optional<Bytes> receive();  // nothing: the connection ended
  void close();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  bool open_ = false;
  unsigned status_ = 0;
};

}  // namespace rapport::testing
