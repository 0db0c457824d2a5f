#include "mobile/app/follow_bell.h"

#include <filesystem>

#include <boost/asio/buffer.hpp>

#include "shared/base/bytes.h"
#include "shared/crypto/digest.h"

namespace rapport {
namespace {

using Protocol = boost::asio::local::datagram_protocol;

// A name in the kernel's abstract space: as short as a socket's name must be, and gone with its
// process.
Protocol::endpoint nameFor(const std::string& folder) {
  std::error_code unresolved;
  const auto whole = std::filesystem::canonical(folder, unresolved);
  const std::string path = unresolved ? folder : whole.string();
  return Protocol::endpoint(std::string(1, '\0') + "rapport-" +
                            toHex(viewOf(digestOf(path))).substr(0, 32));
}

}  // namespace

FollowBell::FollowBell(boost::asio::io_context& io, const std::string& folder,
                       std::function<void()> rung)
    : socket_(io), rung_(std::move(rung)) {
  boost::system::error_code failed;
  socket_.open(Protocol(), failed);
  if (!failed) socket_.bind(nameFor(folder), failed);
  if (failed) {
    socket_.close(failed);
  } else {
    listen();
  }
}

void FollowBell::listen() {
  socket_.async_receive(boost::asio::buffer(&ignored_, 1),
                        [this](boost::system::error_code failed, std::size_t) {
                          if (failed) return;
                          rung_();
                          listen();
                        });
}

void FollowBell::stop() {
  boost::system::error_code ignored;
  socket_.close(ignored);
}

void FollowBell::ring(const std::string& folder) {
  boost::asio::io_context io;
  Protocol::socket socket(io);
  boost::system::error_code failed;
  socket.open(Protocol(), failed);
  if (failed) return;
  socket.non_blocking(true, failed);
  const char note = 1;
  socket.send_to(boost::asio::buffer(&note, 1), nameFor(folder), 0, failed);
}

}  // namespace rapport
