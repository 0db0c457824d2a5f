#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "server/app/account_store.h"
#include "server/app/api_message.h"
#include "server/app/attempt_limit.h"
#include "server/app/enrolment_desk.h"
#include "server/app/sign_in.h"
#include "server/app/switchboard.h"
#include "server/app/worker_pool.h"
#include "server/app/writer.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/protocol/enrol_link.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_blobs.h"
#include "shared/sync/server_store.h"

namespace rapport {

class ExportDesk;

// Where people and tablets reach this server. Known once it listens.
struct PublicAddress {
  std::string host;
  std::uint16_t port = 0;
  Transport transport = Transport::kPlain;
  std::vector<std::string> pins;     // of the keys that may serve
  std::vector<std::string> origins;  // exactly these web pages may talk to it
};

// What the API works with; all of it outlives the API.
struct ApiDesk {
  ServerStore& store;
  AccountStore& accounts;
  Writer& writer;
  Switchboard& switchboard;
  SignInDesk& signIns;
  EnrolmentDesk& enrolments;
  const Arbiter& arbiter;
  ProgrammeTypes& types;
  const Clock& clock;
  Random& random;
  Meters& meters;
  BlobFiles& blobs;
  BlobLedger& ledger;
  EnrolmentLedger* enrolmentLedger = nullptr;
  Bytes sealTo{};  // what tablets seal to what they hand in; empty: nothing
  ExportDesk* exports = nullptr;
};

// Everything under /api (server/app/API.md). Any thread.
//
// Before a handler runs: the origin fits, the session stands, a request that changes something
// carries the session's CSRF token, and the person has a role in the programme it names. Errors are
// {"error": {"code", "message"}}.
class Api {
 public:
  Api(const ApiDesk& desk, PublicAddress address);

  // Answers on a pool's thread, exactly once; at once with 503 where too many wait already.
  void post(ApiRequest request, std::function<void(ApiAnswer)> answer);
  // The same, here and now. Blocks.
  ApiAnswer handle(const ApiRequest& request);

  // A piece of an answer's file, on a pool's thread, exactly once. Whoever gives a file out asks
  // for the next piece when the last has gone, so that no more than connections wait here.
  void read(std::shared_ptr<const WholeBlob> contents, std::uint64_t offset, std::size_t mostBytes,
            std::function<void(Result<Bytes>)> answer);

  // May the owner of this session follow the programme's changes from this origin? Blocks.
  Status mayFollow(std::string_view sessionToken, std::string_view origin,
                   std::string_view programme);
  // The same question on a pool's thread.
  void askMayFollow(std::string sessionToken, std::string origin, std::string programme,
                    std::function<void(Status)> answer);

  bool isOwnOrigin(std::string_view origin) const;
  // The name of the session's cookie, which depends on the transport.
  std::string_view cookieName() const;
  const PublicAddress& address() const { return address_; }

  // Answers what waits, then takes no more.
  void stop();

 private:
  const ApiDesk desk_;
  const PublicAddress address_;
  AttemptLimit codes_;  // wrong enrolment codes, by address
  std::atomic<std::size_t> waiting_{0}, signInsWaiting_{0};
  WorkerPool requests_, signIns_;
};

}  // namespace rapport
