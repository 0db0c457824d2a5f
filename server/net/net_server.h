#pragma once

#include <cstdint>
#include <memory>

#include "server/app/api.h"
#include "server/app/event_log.h"
#include "server/app/outside_watch.h"
#include "server/app/tablet_connection.h"
#include "server/net/console_files.h"
#include "server/net/net_options.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

namespace rapport {

// What answers behind the port; all of it outlives the server.
struct NetDesk {
  Api& api;
  const SyncDesk& sync;
  OutsideWatch& outside;
  EventLog& log;
  const ConsoleFiles& console;
  Random& random;
};

// The one port: HTTP for the console and enrolling tablets, /sync and /live as WebSockets.
class NetServer {
 public:
  // Takes the port; nobody is answered before run(). kRefused: plain transport on an address that
  // others can reach. kUnavailable: the port is taken or the address is not this machine's.
  // kInvalid, kNotFound: the certificate or key cannot be used.
  static Result<std::unique_ptr<NetServer>> open(const NetOptions& options);
  ~NetServer();

  std::uint16_t port() const;

  // Serves until stop(), SIGTERM or SIGINT; then takes no more, lets running requests end, tells
  // tablets and pages, and returns within some seconds. Once.
  void run(const NetDesk& desk);
  // Any thread.
  void stop();

 private:
  struct Parts;
  explicit NetServer(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace rapport
