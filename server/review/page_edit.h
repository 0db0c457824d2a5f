#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/field_edit.h"
#include "shared/model/catalogue.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Who edits at the console, and from what their new rows are named.
struct Editor {
  PersonId person;
  Role role = Role::kCoordinator;
  const Clock& clock;
  Random& random;
};

// The record as this role sees it. kNotFound: it is not there, or not for this role; nobody learns
// which.
Result<RecordState> visibleRecord(ServerReader& reader, const Catalogue& catalogue, Role role,
                                  RecordId id);

// What "seen" in a body says was shown. kInvalid: it says nothing; kConflict: the page must reload,
// because it is of another epoch.
Result<Number> seenIn(const nlohmann::json& body, const RecordState& shown);

// Did what this edit builds on move on since `seen` (status, consent, first writes)?
bool movedOn(const RecordType& type, const RecordState& now, const FieldEdit& edit, Number seen);
Error reloadFirst();  // kConflict

// A new record from {"type", "fields"}. kNotFound: no such type; kInvalid: what it says is wrong.
Result<ServerWrite> newRecordFrom(const Catalogue& catalogue, const Editor& editor, RecordId id,
                                  const nlohmann::json& body);

// An edit of a record from {"seen", "fields"?, "deleted"?}, authored on what the page showed. The
// reader is the writer's own transaction. kConflict: the page must reload first, because it is of
// another epoch, or because a field whose next value depends on the present one (status, consent,
// immutable) moved on since; every other edit of something that moved on becomes a conflict that a
// person sees. kNotFound: no such record for this role.
Result<ServerWrite> editFrom(ServerReader& reader, const Catalogue& catalogue, const Editor& editor,
                             RecordId id, const nlohmann::json& body);

}  // namespace rapport
