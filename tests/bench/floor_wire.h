#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::bench {

// Frames over loopback TCP: a length, a kind, and a body, compressed with zstd-1 where that pays.
class FloorWire {
 public:
  enum class Kind : char {
    kPush = 'P',
    kAcknowledge = 'A',
    kSubscribe = 'S',
    kData = 'D',
    kEnd = 'E'
  };
  struct Frame {
    Kind kind;
    std::string body;
  };

  explicit FloorWire(int socket);
  static FloorWire connectTo(std::uint16_t port);
  FloorWire(FloorWire&& other) noexcept;
  ~FloorWire();

  void send(Kind kind, std::string_view body);  // any thread
  std::optional<Frame> receive();               // nothing: the other end is gone
  std::uint64_t sentBytes() const { return sentBytes_; }

 private:
  bool readAll(char* to, std::size_t sizeBytes);

  int socket_;
  std::uint64_t sentBytes_ = 0;
  std::mutex sending_;
};

// Listens on a free port of the loopback.
struct FloorListener {
  FloorListener();
  int socket;
  std::uint16_t port;
};

}  // namespace rapport::bench
