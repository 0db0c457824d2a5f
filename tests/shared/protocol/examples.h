#pragma once

#include <string>
#include <vector>

#include "shared/crypto/signing.h"
#include "shared/merge/state.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/frame_codec.h"

// What the examples of PROTOCOL.md mean, as values.
namespace rapport::test {

struct FrameExample {
  std::string golden;
  Frame frame;
};
std::vector<FrameExample> frameExamples();
std::vector<FrameExample> reservedFrameExamples();

std::vector<Value> exampleValues();
Change exampleChange();
Change exampleOneFieldChange();
Change exampleEverythingChange();
Change exampleRowsChange();
SealedChange exampleSealedChange();
RecordState exampleState();
RecordState exampleEverythingState();
RecordState exampleRowsState();

// Of the tablet in the examples.
SigningKey exampleKey();
SecretKey secretOf(ByteView bytes);                     // 32 of them
Bytes counting(unsigned first, std::size_t sizeBytes);  // bytes that count up

extern const ReplicaId kTabletA, kTabletB, kServerReplica;
extern const PersonId kAna, kBen;
extern const RecordId kPromise, kOtherRecord;
extern const RowId kFirstRow, kSecondRow;
inline constexpr EpochId kEpochNow{0x1122334455667788};
inline constexpr EpochId kEpochBefore{0x0102030405060708};
inline constexpr std::uint64_t kTag = 0x99aabbccddeeff00;
inline constexpr std::int64_t kThen = 1795912205000;  // 2026-11-29T00:30:05Z

Bytes encodeAny(const Frame& frame);

}  // namespace rapport::test
