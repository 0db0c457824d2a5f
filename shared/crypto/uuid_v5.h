#pragma once

#include "shared/base/uuid.h"

namespace rapport {

// RFC 9562 version 5: the same name in the same namespace is the same id, everywhere.
Uuid makeUuidV5(const Uuid& nameSpace, ByteView name);

}  // namespace rapport
