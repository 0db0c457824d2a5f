#pragma once

#include "shared/base/result.h"
#include "shared/model/programme_settings.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What holds in the programme, as far as its settings have come to this tablet: they are a record
// like any other. Until then, and where one of them makes no sense, what holds without them.
Result<ProgrammeSettings> readProgramme(Notebook& notebook);

}  // namespace rapport
