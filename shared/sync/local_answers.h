#pragma once

#include <cstddef>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/protocol/drop_frames.h"

namespace rapport {

// One programme's anonymous answers on this tablet, until the office has them. What is kept of one
// says nothing of who gave it or took it, of when (but for its week), or of which came first; an
// erased one leaves nothing behind in the database. Errors are the disk's.
class LocalAnswers {
 public:
  virtual ~LocalAnswers() = default;

  // kTooLarge: limits::kAnswersKept wait already.
  virtual Status keep(const DroppedAnswer& answer) = 0;
  virtual Result<std::size_t> count() = 0;
  virtual Result<std::vector<DroppedAnswer>> waiting() = 0;  // ascending by id
  virtual Status erase(const std::vector<Uuid>& ids) = 0;    // those that are not here: as well
};

}  // namespace rapport
