#include "mobile/viewmodels/programme_reading.h"

#include "shared/crypto/uuid_v5.h"
#include "shared/merge/held_values.h"

namespace rapport {

Result<ProgrammeSettings> readProgramme(Notebook& notebook) {
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  const RecordId id{makeUuidV5(kProgrammeNamespace, programmeRecordName(enrolment->programme))};
  const auto sheet = notebook.get(id);
  if (!sheet.ok()) return sheet.error();
  if (!sheet->has_value() || (*sheet)->deleted) return ProgrammeSettings{};
  return readSettings(*(*sheet)->type, [&](const FieldDeclaration& field) {
    return heldValues((*sheet)->state, field);
  });
}

}  // namespace rapport
