#pragma once

#include <QString>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/model/record_type.h"
#include "shared/sync/notebook.h"

namespace rapport {

// Kinds of record as a person finds and begins them, and a walk over what is on the tablet.

// May this person begin one by hand, by its declaration? Not what comes about by itself (counts,
// files), nor what nobody is linked to.
bool mayBegin(const RecordType& type, Role role);
// May they look for such records? Not the programme's own bookkeeping.
bool mayFind(const RecordType& type, Role role);
// Can a new record of `type` say that it is about one of `about`?
bool canBeAbout(const RecordType& type, const std::string& about);

struct FoundRecord {
  RecordId id;
  std::string type;
  QString title;
};

// Words as they are compared: without case and accents.
QString plainWords(const QString& words);

// Over records by type, oldest first, a piece at a time, so that what is saved meanwhile goes
// first. Keeps the newest that match.
struct FindWalk {
  std::vector<std::string> types{};
  QString words{};  // plain; empty: every record matches
  std::size_t at = 0;
  std::optional<RecordId> after{};
  std::vector<FoundRecord> found{};  // newest first once the walk has ended
  bool more = false;                 // older ones matched too

  bool ended() const { return at == types.size(); }
};
// The next piece of the walk.
Result<FindWalk> walkOn(Notebook& notebook, FindWalk walk);

}  // namespace rapport
