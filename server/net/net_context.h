#pragma once

#include <atomic>
#include <cstddef>

#include "server/app/event_log.h"
#include "server/app/meters.h"
#include "server/net/http_answer.h"
#include "server/net/net_options.h"
#include "server/net/socket_registry.h"

namespace rapport {

// By name alone: what a connection's templates include is compiled with them, for minutes.
class Api;
class OutsideWatch;
struct SyncDesk;

// Counts something for as long as it lasts.
class Ticket {
 public:
  explicit Ticket(std::atomic<std::size_t>& count) : count_(count) { ++count_; }
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;
  ~Ticket() { --count_; }

 private:
  std::atomic<std::size_t>& count_;
};

// What a running server's connections share.
struct NetContext {
  NetContext(Api& ofApi, const SyncDesk& ofSync, OutsideWatch& ofOutside, EventLog& ofLog,
             Meters& ofMeters, const NetOptions& ofOptions, const HttpAnswers& ofAnswers,
             SocketRegistry& ofSockets)
      : api(ofApi),
        sync(ofSync),
        outside(ofOutside),
        log(ofLog),
        meters(ofMeters),
        options(ofOptions),
        answers(ofAnswers),
        sockets(ofSockets) {}

  Api& api;
  const SyncDesk& sync;
  OutsideWatch& outside;
  EventLog& log;
  Meters& meters;
  const NetOptions& options;
  const HttpAnswers& answers;
  SocketRegistry& sockets;
  std::atomic<std::size_t> connections{0};  // open, of every kind (see Ticket)
  std::atomic<std::size_t> answering{0};    // requests between their header and their last byte
  std::atomic<bool> stopping{false};
};

}  // namespace rapport
