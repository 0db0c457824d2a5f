#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mobile/viewmodels/drafts.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

// An edit of a record that is here, by its id as lists carry it. kNotFound if it is gone.
Result<Kept> putFields(Notebook& notebook, const std::string& id, std::vector<FieldEdit> fields);

// Saves what a draft has become and forgets the draft, at once: no cut leaves both, in the open and
// sealed.
Result<Kept> putAndForget(Notebook& notebook, Drafts& drafts, const Entry& entry,
                          std::string_view draftKey);

// This moment as records spell it.
std::string nowText(const Clock& clock);

}  // namespace rapport
