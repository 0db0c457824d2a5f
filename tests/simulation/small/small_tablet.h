#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mobile/storage/local_profile.h"
#include "shared/crypto/signing.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"
#include "tests/simulation/sim_types.h"
#include "tests/simulation/small/small_office.h"
#include "tests/simulation/tablet_check.h"
#include "tests/simulation/wishes.h"

namespace rapport::simulation {

// A tablet without time: each call is one step of a schedule.
class SmallTablet {
 public:
  SmallTablet(Scene& scene, Oracle& oracle, const Ledger& ledger, const Clock& clock,
              std::size_t place);

  ReplicaRow row() const;
  void connect();  // a session that has heard nothing yet
  void write(SmallLine& line, RecordId record, const Wish& wish);
  void take(SmallLine& line);
  void restart();
  void checkTheEnd(ServerReader& reader);
  // Of everything that what it does next depends on.
  std::uint64_t fingerprint();

 private:
  void open();
  void perform(SmallLine& line, ClientStep step);

  Scene& scene_;
  Oracle& oracle_;
  const Clock& clock_;
  const std::string name_;
  ConstantRandom random_;
  Machine machine_;
  SeededRandom keys_;
  SigningKey key_;
  ReplicaId replica_;
  PersonId person_;
  Catalogue catalogue_ = simCatalogue();
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<Notebook> notebook_;
  std::unique_ptr<ClientSession> session_;
  TabletCheck check_;
  std::vector<Oracle::Edit> edits_;
  std::uint64_t history_ = 0;  // of this session
};

}  // namespace rapport::simulation
