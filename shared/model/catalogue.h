#pragma once

#include <memory>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/result.h"
#include "shared/model/record_type.h"

namespace rapport {

// One declaration as it lies on disk: its name is for error messages only.
struct DeclarationFile {
  std::string name;
  std::string json;
};

// The record types of a programme: the built-in ones and its own questionnaires. Copies share the
// types; a type once given out stays as it is for as long as a copy that holds it. Reading from
// several threads is fine while nobody adopts.
class Catalogue {
 public:
  // Reads and validates declarations. A broken one is refused as a whole, with file, field and
  // reason.
  static Result<Catalogue> load(const std::vector<DeclarationFile>& files);

  // Adds a questionnaire, or another version of one: the highest version is the type, whatever
  // order they come in. kInvalid with file, field and reason, and nothing is added: it is broken,
  // takes a number or name that is not its own, or gives a field number another kind or rule than
  // it has in a version that is here. The same version again, letter for letter, is fine.
  Status adopt(const DeclarationFile& questionnaire);

  // The newest version.
  const RecordType* type(std::string_view name) const;
  const RecordType* type(TypeNumber number) const;
  // What a change written under this version is judged by: that version, or where it is not known
  // here, the newest.
  const RecordType* type(TypeNumber number, std::uint32_t formVersion) const;
  // The newest versions, ascending by number.
  auto types() const {
    return newest_ |
           std::views::transform([](const Held& held) -> const RecordType& { return *held; });
  }

 private:
  using Held = std::shared_ptr<const RecordType>;
  std::vector<Held> newest_;                                  // ascending by number
  std::vector<std::pair<Held, std::string>> questionnaires_;  // every version, with its JSON
};

// The declarations under assets/records, embedded in the program when it was built.
const std::vector<DeclarationFile>& builtInDeclarations();

}  // namespace rapport
