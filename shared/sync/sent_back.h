#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/field_edit.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What a person may do about a change of theirs that the office sent back, besides letting it go
// (Notebook::dismiss). Each writes and puts the old change away in one transaction; the old one
// stays in the history. kNotFound: nothing of that number waits in the inbox.

// Enters the same again, on the record as it stands now, with `instead` in place of the fields that
// it names. What was sealed as it was saved cannot be entered from here: then `instead` is all, and
// nothing in it is kInvalid.
Result<Kept> sendAgain(Notebook& notebook, std::uint64_t counter, std::vector<FieldEdit> instead);

// Asks the coordinator to see to it: a `hand_over` record with the office's reason, what had been
// entered in words (labels in this language), and what its author adds. What coordinators may not
// read is not in it.
Result<Kept> handOver(Notebook& notebook, std::uint64_t counter, const std::string& words,
                      const std::string& language);

}  // namespace rapport
