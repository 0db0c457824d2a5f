#include "shared/model/catalogue.h"

#include <algorithm>
#include <map>

#include "shared/base/limits.h"
#include "shared/model/declaration_reader.h"

namespace rapport {
namespace {

// Which file declared a type, so that the second one of a pair can name the first.
using Owners = std::map<std::string, std::string>;

Status claim(Owners& owners, const std::string& what, const std::string& file) {
  const auto [owner, fresh] = owners.emplace(what, file);
  if (fresh) return {};
  return Error{ErrorCode::kInvalid,
               file + ": " + what + " is already declared in " + owner->second + "."};
}

Status checkReference(const Catalogue& catalogue, const std::string& file,
                      const FieldDeclaration& field) {
  if (field.reference && catalogue.type(*field.reference) == nullptr) {
    return Error{ErrorCode::kInvalid, file + ", field " + field.name +
                                          ": it refers to the type \"" + *field.reference +
                                          "\", which is not declared."};
  }
  for (const FieldDeclaration& cell : field.cells) {
    if (Status status = checkReference(catalogue, file, cell); !status) return status;
  }
  return {};
}

}  // namespace

Result<Catalogue> Catalogue::load(const std::vector<DeclarationFile>& files) {
  if (files.size() > limits::kRecordTypes) {
    return Error{ErrorCode::kTooLarge, "There are " + std::to_string(files.size()) +
                                           " record types, and at most " +
                                           std::to_string(limits::kRecordTypes) + " are accepted."};
  }
  Catalogue catalogue;
  Owners owners;
  for (const DeclarationFile& file : files) {
    auto type = readDeclaration(file);
    if (!type) return type.error();
    Status name = claim(owners, "the type \"" + type->name + "\"", file.name);
    if (!name) return name.error();
    Status number = claim(owners, "the type number " + std::to_string(type->number), file.name);
    if (!number) return number.error();
    catalogue.types_.push_back(*std::move(type));
  }
  std::ranges::sort(catalogue.types_, {}, &RecordType::number);
  for (const RecordType& type : catalogue.types_) {
    const std::string& file = owners.at("the type \"" + type.name + "\"");
    for (const FieldDeclaration& field : type.fields) {
      if (Status status = checkReference(catalogue, file, field); !status) return status.error();
    }
  }
  return catalogue;
}

const RecordType* Catalogue::type(std::string_view name) const {
  const auto found = std::ranges::find(types_, name, &RecordType::name);
  return found == types_.end() ? nullptr : &*found;
}

const RecordType* Catalogue::type(TypeNumber number) const {
  const auto found = std::ranges::lower_bound(types_, number, {}, &RecordType::number);
  return found == types_.end() || found->number != number ? nullptr : &*found;
}

}  // namespace rapport
