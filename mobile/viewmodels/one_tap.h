#pragma once

#include <QString>
#include <string>
#include <vector>

#include "mobile/viewmodels/view_model.h"

namespace rapport {

// What one tap does at once, with a few seconds to take it back. The way back outlives the screen.

// Saves `fields` of a record; Undo saves `before` over them.
void putUndoably(ViewModel& model, const std::string& id, std::vector<FieldEdit> fields,
                 std::vector<FieldEdit> before, const QString& done);
// A promise is kept now. `status` is what it was.
void keepPromise(ViewModel& model, const std::string& id, const std::string& status);
// They were told that it is kept.
void tellPromise(ViewModel& model, const std::string& id);
// Says that a new record is saved; Undo deletes it.
void offerToDelete(FrontDesk& desk, RecordId id, const QString& done);

}  // namespace rapport
