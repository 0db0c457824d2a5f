#pragma once

#include <string>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Who was let in, who was shut out and which records were erased, written down outside the
// database: after a restore from an older backup nobody else knows.
class EnrolmentLedger {
 public:
  virtual ~EnrolmentLedger() = default;
  // The device's row as it is from now on. Called inside the writer's transaction; durable when it
  // returns. An error undoes the change.
  virtual Status note(const std::string& programme, const ReplicaRow& row) = 0;
  // The same of a record.
  virtual Status note(const std::string& programme, const ErasureRow& row) = 0;
};

}  // namespace rapport
