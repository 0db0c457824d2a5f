#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace rapport {

// One declaration as it lies on disk: its name is for error messages only.
struct DeclarationFile {
  std::string name;
  std::string json;
};

// All record types of a programme. Immutable once loaded; shared by value of reference, never
// changed.
class Catalogue {
 public:
  // Reads and validates declarations. A broken one is refused as a whole, with file, field and
  // reason.
  static Result<Catalogue> load(const std::vector<DeclarationFile>& files);

  const RecordType* type(std::string_view name) const;
  const RecordType* type(TypeNumber number) const;
  const std::vector<RecordType>& types() const { return types_; }  // ascending by number

 private:
  std::vector<RecordType> types_;
};

// The declarations under assets/records, embedded in the program when it was built.
const std::vector<DeclarationFile>& builtInDeclarations();

}  // namespace rapport
