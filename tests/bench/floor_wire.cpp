#include "tests/bench/floor_wire.h"

#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zstd.h>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"

namespace rapport::bench {
namespace {

constexpr std::size_t kWorthCompressing = 200;
constexpr std::size_t kHeaderBytes = 5;
constexpr char kCompressed = static_cast<char>(0x80);

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(port);
  return address;
}

std::string compressed(std::string_view body) {
  thread_local ZSTD_CCtx* context = ZSTD_createCCtx();
  std::string out(ZSTD_compressBound(body.size()), '\0');
  out.resize(ZSTD_compressCCtx(context, out.data(), out.size(), body.data(), body.size(), 1));
  return out;
}

std::string unpacked(std::string_view body) {
  thread_local ZSTD_DCtx* context = ZSTD_createDCtx();
  std::string out(ZSTD_getFrameContentSize(body.data(), body.size()), '\0');
  ZSTD_decompressDCtx(context, out.data(), out.size(), body.data(), body.size());
  return out;
}

}  // namespace

FloorWire::FloorWire(int socket) : socket_(socket) {
  const int on = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

FloorWire::FloorWire(FloorWire&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), sentBytes_(other.sentBytes_) {}

FloorWire::~FloorWire() {
  if (socket_ >= 0) close(socket_);
}

FloorWire FloorWire::connectTo(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  const sockaddr_in address = loopback(port);
  if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) _exit(1);
  return FloorWire(socket);
}

void FloorWire::send(Kind kind, std::string_view body) {
  const bool small = body.size() > kWorthCompressing;
  const std::string packed = small ? compressed(body) : std::string(body);
  const std::uint32_t sizeBytes = htonl(static_cast<std::uint32_t>(packed.size()));
  std::string frame(reinterpret_cast<const char*>(&sizeBytes), sizeof sizeBytes);
  frame +=
      small ? static_cast<char>(static_cast<char>(kind) | kCompressed) : static_cast<char>(kind);
  frame += packed;
  const std::lock_guard lock(sending_);
  sentBytes_ += frame.size();
  for (std::string_view left = frame; !left.empty();) {
    const ssize_t sent = ::send(socket_, left.data(), left.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    left.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool FloorWire::readAll(char* to, std::size_t sizeBytes) {
  while (sizeBytes > 0) {
    const ssize_t got = recv(socket_, to, sizeBytes, 0);
    if (got <= 0) return false;
    to += got;
    sizeBytes -= static_cast<std::size_t>(got);
  }
  return true;
}

std::optional<FloorWire::Frame> FloorWire::receive() {
  char header[kHeaderBytes];
  if (!readAll(header, sizeof header)) return std::nullopt;
  std::uint32_t sizeBytes = 0;
  std::copy(header, header + sizeof sizeBytes, reinterpret_cast<char*>(&sizeBytes));
  std::string body(ntohl(sizeBytes), '\0');
  if (!readAll(body.data(), body.size())) return std::nullopt;
  const bool small = (header[4] & kCompressed) != 0;
  return Frame{static_cast<Kind>(header[4] & ~kCompressed),
               small ? unpacked(body) : std::move(body)};
}

FloorListener::FloorListener() : socket(::socket(AF_INET, SOCK_STREAM, 0)), port(0) {
  sockaddr_in address = loopback(0);
  bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
  listen(socket, 8);
  socklen_t length = sizeof address;
  getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
  port = ntohs(address.sin_port);
}

}  // namespace rapport::bench
