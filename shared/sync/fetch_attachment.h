#pragma once

#include "shared/sync/local_attachments.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What this tablet keeps of an attachment's file. What is not here is asked for from now on, with
// each connection until it came. kNotFound: this tablet knows of no such attachment.
Result<LocalBlob> wantAttachment(Notebook& notebook, LocalAttachments& files, RecordId attachment);

}  // namespace rapport
