#include "shared/model/catalogue.h"
#include "shared/model/declaration_reader.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {

void tryBytes(ByteView bytes) {
  const DeclarationFile file{"tried.json", std::string(bytes)};
  const auto type = readDeclaration(file);
  if (type) {
    demand(!type->name.empty() && !type->fields.empty(), "a type has a name and fields");
    demand(type->field(type->fields.front().number) != nullptr, "a field is found by its number");
  } else {
    demand(type.error().message.find(file.name) != std::string::npos, "an error names its file");
  }
  (void)Catalogue::load({file}).ok();
}

}  // namespace rapport::fuzz
