#pragma once

#include <functional>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/datagram_protocol.hpp>

namespace rapport {

// Lets another process that wrote into a profile wake the one that keeps it in sync, without a
// timer and without a file that a crash could leave behind. A bell that nobody hears is no error:
// the change goes out with the next sync.
class FollowBell {
 public:
  // Hears rings for this profile folder. If another process hears them already, this one hears
  // none.
  FollowBell(boost::asio::io_context& io, const std::string& folder, std::function<void()> rung);
  void stop();

  static void ring(const std::string& folder);

 private:
  void listen();

  boost::asio::local::datagram_protocol::socket socket_;
  std::function<void()> rung_;
  char ignored_ = 0;
};

}  // namespace rapport
