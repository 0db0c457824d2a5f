#pragma once

#include <map>
#include <memory>
#include <string>

#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/server_store.h"

namespace rapport {

// The record types of each of a server's programmes: the built-in ones, and what the programme's
// own forms declare (forms.h). One thread at a time; a server with several guards it
// (server/app/guarded_types.h).
class ProgrammeTypes {
 public:
  using Types = std::shared_ptr<const Catalogue>;

  explicit ProgrammeTypes(const Catalogue& builtIn);
  virtual ~ProgrammeTypes() = default;

  const Catalogue& builtIn() const { return *builtIn_; }
  // As the reader sees the programme. Forms are read again only when there are others than before.
  // An error is the store's.
  virtual Result<Types> of(ServerReader& programme);

 private:
  struct Known {
    EpochId epoch;
    std::size_t forms = 0;
    Types types;
  };
  Result<std::size_t> formsIn(ServerReader& programme) const;
  Result<Types> read(ServerReader& programme) const;

  const Types builtIn_;
  const TypeNumber form_;
  std::map<std::string, Known> known_;  // by programme
};

}  // namespace rapport
