#pragma once

#include <set>
#include <string>

#include "mobile/viewmodels/drafts.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

// Conflicts that somebody here left to the coordinator. They stay open for everybody, and no longer
// ask on this tablet. Remembered as a draft; a new version of the record asks anew.

// Names a conflict by its record and the versions in it.
std::string conflictMark(const RecordSheet& sheet);
std::set<std::string> leftToCoordinator(Drafts& drafts);
Status leaveToCoordinator(Drafts& drafts, const RecordSheet& sheet);

// The conflicts that still ask here, at most `limit`.
Result<std::vector<RecordSheet>> conflictsThatAsk(Notebook& notebook, Drafts& drafts,
                                                  std::size_t limit);

}  // namespace rapport
