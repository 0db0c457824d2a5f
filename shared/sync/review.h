#pragma once

#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/merge/state.h"
#include "shared/model/catalogue.h"
#include "shared/sync/receipt.h"
#include "shared/sync/server_store.h"

namespace rapport {

inline constexpr char kReviewTypeName[] = "review";

// A coordinator's word on a record as it was shown to them. It is a record itself, one for each
// record reviewed, and reaches tablets like any other.
struct Review {
  RecordId about;
  std::optional<Number> through;  // of the record that was read
  bool hasIssues = false;
  std::string comment;  // empty unless it has
  PersonId by;
  HybridTime at;

  // Was what bears this number in front of the reviewer? Of another epoch nobody can tell: no.
  bool covers(const std::optional<Number>& number) const;
};

// Follows from the reviewed record's id, so that two reviewers write one record.
RecordId reviewIdOf(RecordId about);

// What a review record says; nothing of a record of another type, or of one that was withdrawn.
std::optional<Review> reviewIn(const Catalogue& types, const RecordState& record);

// A review was written: what it is about waits no more, as far as it was read. Nothing to do for a
// record of another type, or where the review is of another epoch.
Status noteReview(ServerWriter& store, const Catalogue& types, const RecordType& type,
                  const RecordState& record);

// The receipt of a change to the reviewed record, with the review in it; also one of before the
// office went back, where the change was given back to it.
Receipt reviewed(Receipt receipt, const std::optional<Review>& review);

}  // namespace rapport
