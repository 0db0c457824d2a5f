#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mobile/viewmodels/drafts.h"
#include "mobile/viewmodels/files.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What this tablet saved and how far it has come: one line for each thing people did, not for each
// change. A tally is one line an event, a session one with all its notes.
struct ReceiptFacts {
  std::string key{};
  std::string type{};  // tally_cell and listening_session stand for their families
  std::string icon{};
  Label label{};          // of the type
  std::string title{};    // of the record, or of the event or session that the line gathers
  std::string context{};  // partner or event
  std::string recordId{};
  std::int64_t amount = 0;  // people counted; notes and quotes taken
  bool sensitive = false;
  bool handedIn = false;                      // only the office reads it
  ReceiptStage stage = ReceiptStage::kSaved;  // of the change that has come least far
  WallTime savedAt{};                         // of the newest change
  std::optional<WallTime> appliedAt{};        // when this tablet heard it, of the newest answer
  std::string reviewedBy{};                   // who read it last
  std::optional<WallTime> reviewedAt{};
  bool fresh = false;               // read by somebody since the person here last looked
  std::optional<LocalBlob> file{};  // of a photo or paper, until the office has all of it
};

struct SentBackFacts {
  std::uint64_t counter = 0;
  std::string recordId{};
  std::string type{};
  std::string icon{};
  Label label{};
  std::string title{};
  std::string reason{};
  bool quarantined = false;
  WallTime at{};
};

// A record of this tablet's that a coordinator asks to look at again; gone once it was changed.
struct AskedFacts {
  std::string recordId{};
  std::string type{};
  std::string icon{};
  std::string title{};
  std::string comment{};
  std::string by{};
  WallTime at{};
};

// A record that was erased for good, while something of it was here.
struct ErasedFacts {
  std::string recordId{};
  std::string type{};
  std::size_t discarded = 0;  // changes written here that the office never took
};

struct ReceiptsReading {
  std::vector<ReceiptFacts> lines{};  // newest first
  std::vector<AskedFacts> asked{};    // newest first
  std::vector<SentBackFacts> sentBack{};
  std::vector<ErasedFacts> erased{};
  std::set<std::string> reviewMarks{};  // of every review that stands (review_marks.h)
  NotebookStatus status{};
  LocalBlobCounts files{};

  // Changes and files that the office does not have; and how many lines wait besides those of
  // files.
  std::size_t waiting() const { return status.waiting + files.waiting; }
  std::size_t linesWaiting() const;
};

bool waits(const ReceiptFacts& line);

// At most this many changes back.
inline constexpr std::uint64_t kReceiptsBack = 500;

Result<ReceiptsReading> readReceipts(Notebook& notebook, Drafts& drafts, Files& files);

}  // namespace rapport
