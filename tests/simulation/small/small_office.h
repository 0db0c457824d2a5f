#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/server_database.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/crypto/secret.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_session.h"
#include "tests/simulation/downlink.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/watched_store.h"

namespace rapport::simulation {

// Always the same: which schedule a run takes must be all that tells it from another.
class ConstantRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> out) override { std::ranges::fill(out, std::uint8_t{0x5A}); }
};

// One connection, as the office and the tablet hold it.
struct SmallLine {
  SmallLine(ProgrammeTypes& types, const Clock& clock, Random& random, Scene& scene,
            const Ledger& ledger, const Oracle& oracle)
      : session(types, clock, random), check(scene, ledger, oracle) {}

  ServerSession session;
  DownlinkCheck check;
  std::deque<Bytes> up, down;
  std::uint64_t history = 0;  // of what the session heard and said
};

// The server without time: each call is one step of a schedule.
class SmallOffice {
 public:
  SmallOffice(Scene& scene, Oracle& oracle, Ledger& ledger, const Clock& clock);

  void admit(const ReplicaRow& row);
  std::unique_ptr<SmallLine> connect();
  // Takes the oldest frame that came up; a push is committed and answered in the same step.
  void take(SmallLine& line, std::vector<std::unique_ptr<SmallLine>>& all);
  void pull(SmallLine& line);
  std::optional<RecordState> record(RecordId id);
  Result<RecordState> write(const ServerWrite& edit, const std::function<void(const Dot&)>& before);
  // As a program that ends and starts.
  void restart();
  void read(const std::function<void(ServerReader&)>& work);
  std::uint64_t fingerprint() const;

 private:
  void open();
  void perform(SmallLine& line, ServerStep step, std::vector<std::unique_ptr<SmallLine>>& all);

  Scene& scene_;
  Oracle& oracle_;
  Ledger& ledger_;
  const Clock& clock_;
  ConstantRandom random_;
  Machine machine_;
  SecretKey key_;
  ProgrammeTypes types_;
  Arbiter arbiter_;
  std::unique_ptr<ServerDatabase> database_;
  std::unique_ptr<ServerStore> real_;
  std::unique_ptr<WatchedStore> store_;
};

}  // namespace rapport::simulation
