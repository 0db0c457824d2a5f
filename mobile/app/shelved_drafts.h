#pragma once

#include "mobile/storage/draft_shelf.h"
#include "mobile/viewmodels/drafts.h"
#include "shared/base/clock.h"
#include "shared/sync/local_drafts.h"

namespace rapport {

// Where the screens' drafts are: on the shelf of this tablet, or in what the office keeps for their
// author too. Both, and the clock, outlive it. Before the tablet is enrolled there is the shelf
// alone.
class ShelvedDrafts final : public Drafts {
 public:
  ShelvedDrafts(DraftShelf shelf, LocalDrafts* begun, const Clock& clock)
      : shelf_(shelf), begun_(begun), clock_(clock) {}

  Status keep(std::string_view key, ByteView bytes, Reach reach) override {
    if (reach == Reach::kTablet || begun_ == nullptr) {
      const Status kept = shelf_.keep(key, bytes);
      return kept && begun_ != nullptr ? begun_->giveUp(key) : kept;
    }
    // Wherever it is found after a crash, it is the latest.
    const auto here = shelf_.find(key);
    if (!here) return here.error();
    if (*here) {
      if (const Status kept = shelf_.keep(key, bytes); !kept) return kept;
    }
    const Status kept = begun_->keep(key, bytes, clock_.wallNow());
    return kept && *here ? shelf_.forget(key) : kept;
  }

  Result<std::optional<Bytes>> find(std::string_view key) override {
    auto here = shelf_.find(key);
    if (!here || *here || begun_ == nullptr) return here;
    return begun_->find(key);
  }

  Status forget(std::string_view key) override {
    const Status forgotten = shelf_.forget(key);
    return forgotten && begun_ != nullptr ? begun_->giveUp(key) : forgotten;
  }

 private:
  DraftShelf shelf_;
  LocalDrafts* begun_;
  const Clock& clock_;
};

}  // namespace rapport
