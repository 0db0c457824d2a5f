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
inline constexpr std::size_t kHeadsPerField = 2048;
inline constexpr std::size_t kHeadsPerRecord = 8 * 1024;
inline constexpr std::uint32_t kGenerationsAhead =
    16;  // of a status or consent, beyond the highest that stands
inline constexpr std::size_t kFormerNames = 64;  // replica ids that one device went by before
inline constexpr std::size_t kRowCells = 32;
inline constexpr std::size_t kRowsPerField = 1024;  // that merge cell by cell; removed ones too
inline constexpr std::size_t kRowsPerOperation = 256;
inline constexpr std::size_t kUnreadableCells =
    kFieldsPerType * kRowCells;  // that one delete names
inline constexpr std::size_t kEpochsRemembered = 64;
inline constexpr std::size_t kChangeBytes = 512 * 1024;
inline constexpr std::size_t kStateBytes = 640 * 1024;
inline constexpr std::size_t kNumbersPerRecord = 32 * 1024;  // that its heads bear, all together
inline constexpr std::size_t kSearchBytes = 16 * 1024;       // of one record
inline constexpr std::size_t kChangesPerAct =
    64;  // consecutive changes applied or refused together
inline constexpr std::size_t kActBytes = 704 * 1024;  // of them all

// One frame on the wire.
inline constexpr std::size_t kFrameBytes = 1024 * 1024;              // as it arrives
inline constexpr std::size_t kFrameUnpackedBytes = 4 * 1024 * 1024;  // after decompression
inline constexpr std::size_t kControlBytes = 4 * 1024;               // one control message
inline constexpr std::size_t kChangesPerFrame = 1000;
inline constexpr std::size_t kStatesPerFrame = 1000;
inline constexpr std::size_t kFrameTargetBytes = 256 * 1024;  // stop filling a frame here
inline constexpr std::size_t kFoldedRemembered =
    20'000;  // runs of own changes that a session need not echo
inline constexpr std::size_t kStateFramesInFlight = 4;
inline constexpr std::size_t kReasonBytes = 2000;  // a sentence that one end tells the other
inline constexpr std::size_t kHttpAnswerBytes = 64 * 1024;  // to a tablet that enrols
inline constexpr std::size_t kPushesInFlight = 4;
// Of a tablet's changes that were applied, what waits to be folded into copies until the line is
// quiet, and how many of them one transaction folds.
inline constexpr std::size_t kFoldsWaiting = 16 * kStatesPerFrame;
inline constexpr std::size_t kFoldsAtOnce = 256;
// Of records that a tablet asks for, what waits behind its pushes: all that was not folded, and
// more.
inline constexpr std::size_t kNeedsWaiting = kFoldsWaiting + 8 * kStatesPerFrame;
inline constexpr std::size_t kSocketPieceBytes =
    256 * 1024;  // what a tablet masks and writes at once
inline constexpr std::size_t kReceiptsPerRecord = 4096;
inline constexpr std::size_t kDropsPerFrame = 1000;
inline constexpr std::size_t kAnswerBytes = 32 * 1024;  // one answer that is linked to nobody
inline constexpr std::size_t kAnswersKept = 2000;       // on one tablet, not handed in yet
inline constexpr std::size_t kAnswersTogether = 5;   // handed in together, before their week ends
inline constexpr std::size_t kDraftsPerDevice = 64;  // begun and not saved, kept at the office
inline constexpr std::size_t kDraftsElsewhere = 64;  // told to another device of their author
inline constexpr std::chrono::milliseconds kDraftRests{5000};  // before a draft is sent
inline constexpr std::size_t kSmallestGroup = 11;              // people that a number may speak of
inline constexpr std::size_t kSealedKeyBytes = 80;             // 32 bytes in a sealed box
inline constexpr std::size_t kSealedReaders = 16;
inline constexpr std::size_t kSealedBytes = kChangeBytes + 64;
inline constexpr std::size_t kOfficersNeeded = 2;   // to seal to: one lost key loses nothing
inline constexpr std::size_t kSealedPadding = 256;  // sealed texts are as long as a multiple of it
inline constexpr std::size_t kSealedTextBytes = 191 * kSealedPadding;  // of one entry, as JSON
inline constexpr std::size_t kWrappedKeyBytes = 2048;  // an officer's key under their passphrase
inline constexpr std::size_t kOfficerKeys = 200;       // of one programme, retired ones too
inline constexpr std::size_t kBlobBytes = 256 * 1024 * 1024;
inline constexpr std::size_t kChunkBytes = 256 * 1024;  // of a blob, in one frame
inline constexpr std::size_t kNameBytes = 200;          // names of programmes, people, devices
inline constexpr std::size_t kPasswordBytes = 1024;

// Changes and states that are on the way at once, before compression: as much as is answered in a
// few seconds, for a cut costs what was not.
inline constexpr std::size_t kFirstWindowBytes = 32 * 1024;
inline constexpr std::size_t kLeastWindowBytes = 4 * 1024;
inline constexpr std::size_t kWindowBytes = 4 * kFrameTargetBytes;
inline constexpr std::chrono::milliseconds kAnswerAim{2000};
inline constexpr int kWindowGrowth = 16;  // at most so many times as much after one answer

// Attachments. A sender begins with small chunks and lets them grow while answers come quickly.
inline constexpr std::size_t kFirstChunkBytes = 16 * 1024;
inline constexpr std::size_t kLeastChunkBytes = 4 * 1024;
inline constexpr std::chrono::milliseconds kChunkQuick{500};  // an answer within: twice as large
inline constexpr std::chrono::milliseconds kChunkSlow{2000};  // … and after: half
inline constexpr std::size_t kPhotoBytes = 16 * 1024 * 1024;
inline constexpr std::size_t kRecordingBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kPaperBytes = 32 * 1024 * 1024;  // PDF and text
inline constexpr std::size_t kPhotoParts = 100'000;  // segments or chunks of one photo's file
inline constexpr std::size_t kAttachmentsPerRecord = 100;
inline constexpr std::size_t kUploadsBegun = 16;  // unfinished, of one replica
inline constexpr std::uint64_t kUploadsBegunBytes = std::uint64_t{512} * 1024 * 1024;
inline constexpr std::uint64_t kBlobBytesPerReplica = std::uint64_t{16} * 1024 * 1024 * 1024;
// What a device may hand in once its access was withdrawn: more than weeks of work in the field.
inline constexpr std::uint64_t kRevokedChanges = 10'000;
inline constexpr std::uint64_t kRevokedChangeBytes = std::uint64_t{32} * 1024 * 1024;
inline constexpr std::uint64_t kRevokedBlobBytes = std::uint64_t{512} * 1024 * 1024;
inline constexpr std::chrono::hours kUploadLife{24 * 30};  // of one that nobody goes on with
inline constexpr std::chrono::hours kStrayLife{24};  // of a blob's file that nothing speaks of
inline constexpr std::chrono::hours kBlobSweep{6};   // how often the office looks for those

// Coming in.
inline constexpr std::size_t kLinkBytes = 2048;  // an enrolment link
inline constexpr std::size_t kPinsPerLink = 4;
inline constexpr std::size_t kEnrolmentNonceBytes = 32;    // exactly so many
inline constexpr std::chrono::minutes kEnrolmentLife{10};  // of a code, and of a claim to confirm
inline constexpr std::size_t kSignInFailures = 5;          // of one name at one address in a window
inline constexpr std::size_t kAddressFailures = 20;        // of one address
inline constexpr std::size_t kNameFailures = 100;          // of one name, from wherever
inline constexpr std::chrono::minutes kFailureWindow{15};
inline constexpr std::size_t kFailuresRemembered = 10'000;  // names and addresses, each
inline constexpr std::chrono::hours kSessionLife{12};       // of somebody signed in, at most
inline constexpr std::chrono::minutes kSessionIdle{120};
inline constexpr std::chrono::minutes kSessionExtendEvery{5};

// The server's queues.
inline constexpr std::size_t kWriterQueue = 4096;           // jobs waiting for the writer
inline constexpr std::size_t kJobsPerCommit = 256;          // of one group
inline constexpr std::chrono::seconds kLazyWait{2};         // what a job that hurries nobody waits
inline constexpr std::chrono::milliseconds kPatience{250};  // of work that lets other work pass it
inline constexpr std::size_t kRequestsWaiting = 512;
inline constexpr std::size_t kSignInsWaiting = 64;
inline constexpr std::size_t kPageItems = 200;  // of one answer's list

// The server's connections.
inline constexpr std::size_t kConnections = 12 * 1024;
inline constexpr std::size_t kOutgoingFrames = 256;
inline constexpr std::size_t kOutgoingBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kHttpHeaderBytes = 16 * 1024;
inline constexpr std::size_t kHttpTargetBytes = 4 * 1024;
inline constexpr std::size_t kHttpBodyBytes = 1024 * 1024;
inline constexpr std::size_t kConsoleFileBytes = 8 * 1024 * 1024;
inline constexpr std::chrono::seconds kHttpHeaders{10};  // until a request's headers are complete
inline constexpr std::chrono::seconds kHttpBody{20};
inline constexpr std::chrono::seconds kHttpIdle{60};  // between requests
inline constexpr std::chrono::seconds kHttpWrite{30};
inline constexpr std::chrono::seconds kStopping{5};  // what a stop waits for connections to end
inline constexpr std::chrono::seconds kTickEvery{1};

// Declarations and JSON.
inline constexpr std::size_t kDeclarationBytes = 1024 * 1024;
inline constexpr std::size_t kRecordTypes = 512;
inline constexpr std::uint32_t kFirstQuestionnaire = 1000;  // type numbers of a programme's own
inline constexpr std::size_t kDeclaredNameBytes = 64;
inline constexpr std::size_t kEnumeratorsPerField = 256;
inline constexpr std::size_t kGroupsPerType = 32;       // headings of an editor
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

// Stores.
inline constexpr std::size_t kDatabaseReaders = 4;   // connections that read beside the writer
inline constexpr std::size_t kRecordsPerPage = 500;  // of a list or a search

}  // namespace rapport::limits
