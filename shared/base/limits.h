#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every limit of Rapport. What input can grow is bounded here and nowhere else.
namespace rapport::limits {

// One record.
inline constexpr std::size_t kTextBytes = 64 * 1024;  // one text value
inline constexpr std::size_t kFieldsPerType = 256;
inline constexpr std::size_t kOperationsPerChange = 256;
inline constexpr std::size_t kElementsPerOperation =
    256;  // set elements added and removed by one edit
inline constexpr std::size_t kHeadsPerField = 4096;
inline constexpr std::size_t kHeadsPerRecord = 16 * 1024;
inline constexpr std::uint32_t kGenerationsAhead =
    16;  // of a status or consent, beyond the highest that stands
inline constexpr std::size_t kFormerNames = 64;  // replica ids that one device went by before
inline constexpr std::size_t kRowCells = 32;
inline constexpr std::size_t kEpochsRemembered = 64;
inline constexpr std::size_t kChangeBytes = 512 * 1024;
inline constexpr std::size_t kStateBytes = 4 * 1024 * 1024;
inline constexpr std::size_t kSearchBytes = 16 * 1024;           // of one record
inline constexpr std::size_t kChangesPerAct =
    64;  // consecutive changes applied or refused together

// One frame on the wire.
inline constexpr std::size_t kFrameBytes = 1024 * 1024;              // as it arrives
inline constexpr std::size_t kFrameUnpackedBytes = 8 * 1024 * 1024;  // after decompression
inline constexpr std::size_t kControlBytes = 16 * 1024;               // one control message
inline constexpr std::size_t kChangesPerFrame = 1000;
inline constexpr std::size_t kStatesPerFrame = 1000;
inline constexpr std::size_t kFrameTargetBytes = 256 * 1024;  // stop filling a frame here
inline constexpr std::size_t kStateFramesInFlight = 4;
inline constexpr std::size_t kReasonBytes = 2000;                      // a sentence that one end tells the other
inline constexpr std::size_t kPushesInFlight = 8;
inline constexpr std::size_t kNameBytes = 200;  // names of programmes, people, devices
inline constexpr std::size_t kPasswordBytes = 1024;

// Declarations and JSON.
inline constexpr std::size_t kDeclarationBytes = 1024 * 1024;
inline constexpr std::size_t kRecordTypes = 512;
inline constexpr std::size_t kDeclaredNameBytes = 64;
inline constexpr std::size_t kEnumeratorsPerField = 256;
inline constexpr std::uint32_t kDeclaredNumber = 9999;  // of types, fields, form versions
inline constexpr std::uint32_t kStatusRank = 1000;
inline constexpr std::int64_t kCountStep = 1'000'000;  // what one edit adds to a count or takes off
inline constexpr std::size_t kJsonDepth = 16;
inline constexpr std::int64_t kJsonInteger = std::int64_t{1} << 53;

// Time.
inline constexpr std::chrono::minutes kClockTrust{
    5};  // a hybrid time further ahead is ranked by receipt
inline constexpr std::chrono::seconds kHeartbeatEvery{20};
inline constexpr std::chrono::seconds kSilenceCloses{60};
inline constexpr std::chrono::seconds kHandshake{10};

}  // namespace rapport::limits
