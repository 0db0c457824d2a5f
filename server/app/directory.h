#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/model/catalogue.h"
#include "shared/model/record_type.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// The programme's directory: records of people (`user`, by the person's id) and devices (`device`,
// by the replica's id), so that every tablet can name who wrote what. The server alone writes them.

struct DirectoryDevice {
  ReplicaId replica;
  PersonId person;
  std::string name;
  Bytes publicKey;
};

// Each writes what differs from what stands, and nothing if nothing does. Inside the writer's
// transaction.
Status listPerson(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                  PersonId person, const std::string& name, Role role);
Status listDevice(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                  const DirectoryDevice& device);
// Every name that this device has, or had before it was noticed to be an old image (fork.h).
// kNotFound: there is none of this name.
Result<std::vector<ReplicaRow>> namesOfDevice(ServerReader& programme, ReplicaId replica);
// `by` is whoever revoked it. Marks the device's rows and their records: under a former name that
// was left out an old image of it would be let in again.
Status revokeDevice(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                    ReplicaId replica, PersonId by);

}  // namespace rapport
