#pragma once

#include <string>

#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/sync/local_store.h"
#include "shared/sync/server_store.h"

// Small values for the stores' tests. A name is a number; equal numbers name the same thing, and
// ids are ordered as the numbers are.
namespace rapport::testing {

inline constexpr EpochId kEpoch{0xE0C4'1234'5678'9ABCU};

RecordId recordNamed(std::uint64_t name);
ReplicaId replicaNamed(std::uint64_t name);
PersonId personNamed(std::uint64_t name);

// A record of one text field.
RecordState sampleState(RecordId id, TypeNumber type, std::uint64_t number,
                        const std::string& text = "water point");
Change sampleChange(std::uint64_t counter, RecordId record, TypeNumber type = 1,
                    const std::string& text = "water point");
OwnChange sampleOwnChange(std::uint64_t counter, RecordId record, TypeNumber type = 1,
                          const std::string& text = "water point");
Receipt sampleReceipt(ReceiptStage stage, std::uint64_t number = 0);

RecordRow sampleRow(RecordId id, TypeNumber type, std::uint64_t number,
                    const std::string& searchText = "water point");
LogEntry sampleLogEntry(ReplicaId replica, std::uint64_t counter, RecordId record,
                        std::int64_t receivedAtMillis, ReceiptStage stage = ReceiptStage::kApplied);
ReplicaRow sampleReplica(ReplicaId id);

}  // namespace rapport::testing
