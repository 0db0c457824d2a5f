#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "shared/sync/arbiter.h"
#include "shared/sync/carried_file.h"
#include "shared/sync/server_attachments.h"

namespace rapport {

// What a tablet wrote for its office to be carried there (carried_file.h), taken as if it had come
// over a line: judged, set aside where the device's access was withdrawn, and repeated where it was
// taken before.

struct TakenIn {
  std::string programme, person, device;
  std::size_t applied = 0, refused = 0, setAside = 0, erased = 0;
  std::size_t known = 0;  // of them all, those that had their answer before
  std::size_t files = 0;  // of attachments, that are here and whole now
  std::size_t filesLeft = 0;
  std::string firstReason;  // why one was refused, set aside or left
};

struct CarriedDesk {
  AttachmentDesk attachments;
  const Arbiter& arbiter;
  const SealingKey& opens;
};

// Opens the file from its beginning; it is read twice, and nothing is taken before all of it was
// seen to be whole and its device's own. What was taken before a failure stays taken, and is known
// the next time. kInvalid, kRefused: as readCarried, or there are changes missing before these.
// kNotFound: no such programme or device.
Result<TakenIn> takeCarried(const CarriedDesk& desk, const std::function<CarriedSource()>& open);

}  // namespace rapport
