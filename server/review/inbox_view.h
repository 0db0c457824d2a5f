#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"

namespace rapport {

struct InboxQuestion {
  std::string type;   // empty: every type
  std::string after;  // the cursor of the page before; empty: the first page
  std::size_t limit = 50;
  bool oldestFirst = false;
};

// Living records that came from the field, or were changed there, and that nobody at the office has
// read since: {"items": [{id, type, title, number, at, person, device, sealed, conflict}], "next",
// "total", "oldest_at", "types": [{type, waiting}]}. A record that is sealed to this role shows
// when it came and nothing else. kRefused: this role does not review; else as recordsView.
Result<nlohmann::json> inboxView(const Viewer& viewer, const InboxQuestion& question);

// How many wait that this role may read about; 0 for one that does not review.
Result<std::size_t> countInbox(const Viewer& viewer);

}  // namespace rapport
