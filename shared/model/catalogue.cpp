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

TypeNumber numberOf(const std::shared_ptr<const RecordType>& held) { return held->number; }

Error broken(const std::string& file, const std::string& why) {
  return Error{ErrorCode::kInvalid, file + ": " + why};
}

// Kinds and rules belong to the number of a field or cell for life: records of both versions lie
// beside each other.
Status checkFields(const std::string& file, const std::string& what, std::uint32_t version,
                   const std::vector<FieldDeclaration>& known,
                   const std::vector<FieldDeclaration>& read) {
  for (const FieldDeclaration& field : known) {
    const auto same = std::ranges::find(read, field.number, &FieldDeclaration::number);
    if (same == read.end()) continue;
    if (same->kind != field.kind || same->rule != field.rule) {
      return broken(file, what + std::to_string(field.number) + " is " +
                              std::string(nameOf(field.kind)) + " with " +
                              std::string(nameOf(field.rule)) + " in version " +
                              std::to_string(version) +
                              ", and that is for life. Give the new one a number of its own.");
    }
    Status cells =
        checkFields(file, "in " + field.name + " cell ", version, field.cells, same->cells);
    if (!cells) return cells;
  }
  return {};
}

Status checkVersions(const std::string& file, const RecordType& known, const RecordType& read) {
  if (known.number != read.number || known.name != read.name) {
    return broken(file, "the number " + std::to_string(read.number) + " and the name \"" +
                            read.name + "\" do not belong together: \"" + known.name +
                            "\" has number " + std::to_string(known.number) + ".");
  }
  if (known.formVersion == read.formVersion) {
    return broken(file, "version " + std::to_string(read.formVersion) +
                            " is there already and says something else. Raise form_version.");
  }
  return checkFields(file, "field ", known.formVersion, known.fields, read.fields);
}

Status checkQuestionnaire(const std::string& file, const RecordType& read,
                          const Catalogue& catalogue) {
  if (read.number < limits::kFirstQuestionnaire) {
    return broken(file, "a questionnaire has a number from " +
                            std::to_string(limits::kFirstQuestionnaire) +
                            "; smaller ones are Rapport's own.");
  }
  const RecordType* named = catalogue.type(read.name);
  if (named != nullptr && named->number != read.number) {
    return broken(file, "the name \"" + read.name + "\" is taken.");
  }
  if (catalogue.types().size() >= limits::kRecordTypes) {
    return broken(file, "there are " + std::to_string(limits::kRecordTypes) +
                            " record types already, and no more are accepted.");
  }
  for (const FieldDeclaration& field : read.fields) {
    if (Status known = checkReference(catalogue, file, field); !known) return known;
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
    catalogue.newest_.push_back(std::make_shared<const RecordType>(*std::move(type)));
  }
  std::ranges::sort(catalogue.newest_, {}, numberOf);
  for (const RecordType& type : catalogue.types()) {
    const std::string& file = owners.at("the type \"" + type.name + "\"");
    for (const FieldDeclaration& field : type.fields) {
      if (Status status = checkReference(catalogue, file, field); !status) return status.error();
    }
  }
  return catalogue;
}

Status Catalogue::adopt(const DeclarationFile& questionnaire) {
  auto read = readDeclaration(questionnaire);
  if (!read) return read.error();
  for (const auto& [known, json] : questionnaires_) {
    if (known->number != read->number && known->name != read->name) continue;
    if (json == questionnaire.json) return {};
    if (Status fits = checkVersions(questionnaire.name, *known, *read); !fits) return fits;
  }
  if (Status free = checkQuestionnaire(questionnaire.name, *read, *this); !free) return free;
  const auto held = std::make_shared<const RecordType>(*std::move(read));
  const auto place = std::ranges::lower_bound(newest_, held->number, {}, numberOf);
  const bool isThere = place != newest_.end() && (*place)->number == held->number;
  if (!isThere) {
    newest_.insert(place, held);
  } else if ((*place)->formVersion < held->formVersion) {
    *place = held;
  }
  questionnaires_.emplace_back(held, questionnaire.json);
  return {};
}

const RecordType* Catalogue::type(std::string_view name) const {
  const auto found = std::ranges::find(
      newest_, name, [](const Held& held) -> std::string_view { return held->name; });
  return found == newest_.end() ? nullptr : found->get();
}

const RecordType* Catalogue::type(TypeNumber number) const {
  const auto found = std::ranges::lower_bound(newest_, number, {}, numberOf);
  return found == newest_.end() || (*found)->number != number ? nullptr : found->get();
}

const RecordType* Catalogue::type(TypeNumber number, std::uint32_t formVersion) const {
  for (const auto& [held, json] : questionnaires_) {
    if (held->number == number && held->formVersion == formVersion) return held.get();
  }
  return type(number);
}

}  // namespace rapport
