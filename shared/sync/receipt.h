#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/merge/change.h"
#include "shared/merge/numbers.h"

namespace rapport {

// How far a change has come, told only after the durable commit that makes it true.
enum class ReceiptStage : std::uint8_t {
  kSaved = 0,        // durable on this tablet
  kUploaded = 1,     // the server holds its bytes
  kApplied = 2,      // merged; everybody in scope sees it
  kReviewed = 3,     // a person read it
  kRefused = 4,      // judged and sent back with a reason; the change stays in the inbox
  kQuarantined = 5,  // kept apart for the coordinator; nothing is lost
  kErased = 6,       // its record was erased for good: nothing of it is kept anywhere
};

// The server's final word on one change.
struct Verdict {
  ReceiptStage stage = ReceiptStage::kApplied;  // applied, refused, quarantined or erased
  std::string reason;                           // a sentence for the author; empty when applied
  HybridTime effective;                         // bounded time, stamped once
  std::optional<Number> before;  // the record's number just before; nothing: it was new
  std::optional<Number> after;   // the record's number with this change; nothing unless applied
  std::string mac;  // over hash, stage and effective time, by a key outside the database
  bool operator==(const Verdict&) const = default;
};

struct Receipt {
  ReceiptStage stage = ReceiptStage::kSaved;
  Verdict verdict;                     // meaningful from kApplied on
  std::optional<WallTime> learntAt{};  // when this tablet heard the verdict, by its own clock
  // That it was applied with before the office went back; nothing, if it was not given back since.
  std::optional<Number> earlier{};
};

}  // namespace rapport
