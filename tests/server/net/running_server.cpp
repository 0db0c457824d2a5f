#include "tests/server/net/running_server.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rapport::testing {
namespace {

ConsoleFiles consoleIn(const TempFolder& folder) {
  const std::filesystem::path dist = folder.path() / "dist";
  std::filesystem::create_directories(dist / "assets");
  std::ofstream(dist / "index.html") << "<meta nonce=\"__CSP_NONCE__\"><p>console</p>";
  std::ofstream(dist / "assets/console-abc.js") << "start();";
  std::ofstream(dist / "favicon.svg") << "<svg/>";
  std::ofstream(folder.path() / "secret.txt") << "outside";
  return need(ConsoleFiles::load(dist.string()));
}

}  // namespace

RunningServer::RunningServer(NetOptions options)
    : console_(consoleIn(folder_)),
      server_(need(NetServer::open(options))),
      port_(server_->port()),
      transport_(options.tls ? Transport::kTls : Transport::kPlain),
      api_(std::make_unique<Api>(desk_.api(),
                                 PublicAddress{"127.0.0.1", port_, transport_, {}, {origin()}})),
      sync_(desk_.sync()),
      running_([this] {
        server_->run({*api_, sync_, desk_.outside, log_, console_, desk_.random});
      }) {}

RunningServer::~RunningServer() { stop(); }

std::string RunningServer::origin() const {
  return std::string(transport_ == Transport::kTls ? "https" : "http") +
         "://127.0.0.1:" + std::to_string(port_);
}

void RunningServer::stop() {
  server_->stop();
  if (running_.joinable()) running_.join();
  desk_.writer.stop();
  desk_.readers.stop();
}

std::string Answer::header(const std::string& name) const {
  const std::size_t at = head.find("\r\n" + name + ": ");
  if (at == std::string::npos) return {};
  const std::size_t from = at + name.size() + 4;
  return head.substr(from, head.find("\r\n", from) - from);
}

RawLine::RawLine(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{kPatience.count(), 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  EXPECT_EQ(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
}

RawLine::~RawLine() { ::close(socket_); }

bool RawLine::send(const std::string& bytes) {
  return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(bytes.size());
}

Answer RawLine::read() {
  Answer answer;
  char chunk[16 * 1024];
  while (true) {
    const std::size_t end = rest_.find("\r\n\r\n");
    if (end != std::string::npos) {
      answer.head = rest_.substr(0, end + 2);
      const std::string length = answer.header("Content-Length");
      const std::size_t size = length.empty() ? 0 : std::stoul(length);
      if (rest_.size() >= end + 4 + size) {
        answer.status = static_cast<unsigned>(std::stoul(answer.head.substr(9, 3)));
        answer.body = rest_.substr(end + 4, size);
        rest_.erase(0, end + 4 + size);
        return answer;
      }
    }
    const ssize_t got = ::recv(socket_, chunk, sizeof chunk, 0);
    if (got <= 0) return {};
    rest_.append(chunk, static_cast<std::size_t>(got));
  }
}

bool RawLine::endsWithin(std::chrono::milliseconds wait) {
  pollfd watched{socket_, POLLIN, 0};
  char chunk[1024];
  while (::poll(&watched, 1, static_cast<int>(wait.count())) == 1) {
    if (::recv(socket_, chunk, sizeof chunk, 0) <= 0) return true;
  }
  return false;
}

Answer RawLine::ask(const std::string& request) {
  send(request);
  return read();
}

Answer get(std::uint16_t port, const std::string& target, const std::string& headers) {
  return RawLine(port).ask("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n");
}

Answer post(std::uint16_t port, const std::string& target, const std::string& body,
            const std::string& headers) {
  return RawLine(port).ask(
      "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
      "Content-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body);
}

}  // namespace rapport::testing
