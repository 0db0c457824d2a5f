#pragma once

#include <set>
#include <string>

#include "mobile/viewmodels/drafts.h"
#include "shared/base/result.h"
#include "shared/sync/review.h"

namespace rapport {

// Which reviews whoever holds this tablet has looked at: of those, Today tells nothing any more.
// Remembered as a draft that stays on this tablet; a new review of a record is told anew.

std::string reviewMark(const Review& review);
std::set<std::string> reviewsLookedAt(Drafts& drafts);
// In place of what was remembered: reviews that are told nowhere any more need no mark.
Status lookAtReviews(Drafts& drafts, const std::set<std::string>& marks);

}  // namespace rapport
