#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// Programmes and their replicas. `programme` is a programme's key in this database.

Status insertProgramme(Connection& connection, const ProgrammeRow& row);  // kConflict: it is there
Status updateProgramme(Connection& connection, std::int64_t programme, const ProgrammeRow& row);
Result<std::int64_t> programmeKey(Connection& connection, std::string_view name);  // or kNotFound
Result<ProgrammeRow> readProgramme(Connection& connection, std::int64_t programme);
Result<std::vector<std::string>> programmeNames(Connection& connection);  // alphabetical

Status putReplicaRow(Connection& connection, std::int64_t programme, const ReplicaRow& row);
Result<std::optional<ReplicaRow>> readReplica(Connection& connection, std::int64_t programme,
                                              ReplicaId id);
Result<std::vector<ReplicaRow>> readReplicas(Connection& connection, std::int64_t programme);

}  // namespace rapport
