#pragma once

#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "server/app/event_log.h"
#include "server/net/net_server.h"
#include "tests/server/app/test_desk.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {

// A real server on a free port of this machine, over a TestDesk.
class RunningServer {
 public:
  explicit RunningServer(NetOptions options = {});
  ~RunningServer();

  std::uint16_t port() const { return port_; }
  std::string origin() const;
  TestDesk& desk() { return desk_; }
  // Asks it to stop and waits until run() has returned.
  void stop();

 private:
  static NetOptions withConsole(NetOptions options, const TempFolder& folder);

  TempFolder folder_;
  TestDesk desk_;
  EventLog log_{LogLevel::kError};
  ConsoleFiles console_;
  std::unique_ptr<NetServer> server_;
  std::uint16_t port_;
  Transport transport_;
  std::unique_ptr<Api> api_;
  SyncDesk sync_;
  std::thread running_;
};

// What came back for one request.
struct Answer {
  unsigned status = 0;  // 0: the connection ended without one
  std::string head, body;
  std::string header(const std::string& name) const;  // empty where there is none
};

// A TCP connection that says exactly what a test wants. Plain only.
class RawLine {
 public:
  explicit RawLine(std::uint16_t port);
  ~RawLine();
  RawLine(const RawLine&) = delete;
  RawLine& operator=(const RawLine&) = delete;

  bool send(const std::string& bytes);
  Answer read();                                    // one answer, by its Content-Length
  bool endsWithin(std::chrono::milliseconds wait);  // the other end closed

  Answer ask(const std::string& request);

 private:
  int socket_;
  std::string rest_;
};

// One request on a connection of its own.
Answer get(std::uint16_t port, const std::string& target, const std::string& headers = "");
Answer post(std::uint16_t port, const std::string& target, const std::string& body,
            const std::string& headers = "");

}  // namespace rapport::testing
