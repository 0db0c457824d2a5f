#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mobile/viewmodels/partners_reading.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct VersionFacts {
  Value value{};  // as it is written back
  std::string person{};
  std::string device{};
  bool mine = false;
  bool sent = false;  // the office holds it
  WallTime at{};
};

struct FieldInDoubt {
  const FieldDeclaration* field = nullptr;  // or cell of a row; of a row's removal, true or false
  std::string address{};                    // its name, or the cell's address (cell_address.h)
  std::vector<VersionFacts> versions{};     // this person's first, then the newest
  std::string merged{};                     // both, for text; empty where that makes no sense
};

// A record of which somebody must choose versions, as it is shown on the screen.
struct RecordInDoubt {
  std::shared_ptr<const RecordSheet> sheet{};  // what a decision has seen
  std::string title{};
  std::vector<FieldInDoubt> fields{};
  NameOf names{};  // of records that its references name
};

// kNotFound when the record is not here, or when nobody needs to choose any more.
Result<RecordInDoubt> readVersions(Notebook& notebook, const std::string& id);

}  // namespace rapport
