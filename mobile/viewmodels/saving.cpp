#include "mobile/viewmodels/saving.h"

#include <utility>

#include "shared/model/iso_time.h"

namespace rapport {

Result<Kept> putFields(Notebook& notebook, const std::string& id, std::vector<FieldEdit> fields) {
  const auto uuid = Uuid::parse(id);
  if (!uuid) return Error{ErrorCode::kNotFound, "This record is no longer on this tablet."};
  return notebook.put({.id = RecordId{*uuid}, .fields = std::move(fields)});
}

Result<Kept> putAndForget(Notebook& notebook, Drafts& drafts, const Entry& entry,
                          std::string_view draftKey) {
  const auto kept = notebook.putAct({&entry, 1}, [&] { return drafts.forget(draftKey); });
  if (!kept.ok()) return kept.error();
  notebook.store().forgetPast();
  return kept->front();
}

std::string nowText(const Clock& clock) {
  return formatDateTime({clock.wallNow(), clock.utcOffset()});
}

}  // namespace rapport
