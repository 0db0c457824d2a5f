#include "shared/sync/forms.h"

#include <string>

#include "shared/base/limits.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/merge/named_value.h"
#include "shared/sync/local_store.h"

namespace rapport {
namespace {

// Drawn once; under it lie the names of forms.
constexpr std::string_view kNameSpace = "6f3a1c0e-52b7-5d0a-9f41-0c5d8e27b6a4";

}  // namespace

RecordId formRecordId(std::string_view typeName, std::uint32_t formVersion) {
  const std::string name = std::string(typeName) + " " + std::to_string(formVersion);
  return RecordId{makeUuidV5(*Uuid::parse(kNameSpace), name)};
}

void adoptForm(Catalogue& types, const RecordState& record) {
  const RecordType* form = types.type(kFormTypeName);
  if (form == nullptr || record.type != form->number) return;
  const DeclarationFile file{textNamed(*form, "name", record),
                             textNamed(*form, "declaration", record)};
  // What it refuses was accepted by a newer office; there is nobody to tell here.
  static_cast<void>(types.adopt(file).ok());
}

Status adoptForms(Catalogue& types, LocalStore& store) {
  const RecordType* form = types.type(kFormTypeName);
  if (form == nullptr) return {};
  std::optional<RecordId> after;
  while (true) {
    const auto ids = store.recordsOf(form->number, after, limits::kRecordsPerPage);
    if (!ids) return ids.error();
    for (const RecordId& id : *ids) {
      const auto copy = store.copy(id);
      if (!copy) return copy.error();
      if (*copy) adoptForm(types, **copy);
    }
    if (ids->size() < limits::kRecordsPerPage) return {};
    after = ids->back();
  }
}

}  // namespace rapport
