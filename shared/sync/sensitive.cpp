#include "shared/sync/sensitive.h"

#include <algorithm>
#include <map>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sealed_box.h"
#include "shared/merge/named_value.h"
#include "shared/model/sealing.h"
#include "shared/protocol/sealed_texts.h"

namespace rapport {
namespace {

bool writesTrue(const std::vector<Operation>& operations, FieldNumber field) {
  return std::ranges::any_of(operations, [field](const Operation& operation) {
    const auto* write = std::get_if<WriteValue>(&operation.deed);
    return operation.field == field && write != nullptr && write->value == Value{true};
  });
}

// Takes the words out of the operations.
Texts takeTexts(const RecordType& type, std::vector<Operation>& operations) {
  Texts texts;
  std::erase_if(operations, [&](const Operation& operation) {
    const FieldDeclaration* field = type.field(operation.field);
    const auto* write = std::get_if<WriteValue>(&operation.deed);
    if (field == nullptr || write == nullptr || !isSealedText(*field)) return false;
    const auto* text = std::get_if<std::string>(&write->value);
    texts.emplace_back(field->name, text != nullptr ? std::optional(*text) : std::nullopt);
    return true;
  });
  return texts;
}

bool saysWords(const RecordType& type, const std::vector<Operation>& operations) {
  return std::ranges::any_of(operations, [&](const Operation& operation) {
    const FieldDeclaration* field = type.field(operation.field);
    return field != nullptr && isSealedText(*field) &&
           std::holds_alternative<WriteValue>(operation.deed);
  });
}

// Into a field that nobody on a tablet reads: its author has seen nothing.
void addRows(std::vector<Operation>& operations, const FieldDeclaration& field,
             const std::vector<std::string>& cells) {
  EditElements rows;
  for (const std::string& cell : cells) {
    rows.added.emplace_back(RowValue{{{field.cells.front().number, cell}}});
  }
  std::ranges::sort(rows.added, std::less{});
  operations.push_back({field.number, std::nullopt, {}, std::move(rows)});
}

}  // namespace

Result<std::vector<Bytes>> officersKeys(LocalStore& store, const Catalogue& types) {
  const RecordType* type = types.type(kOfficerKeyTypeName);
  if (type == nullptr) return std::vector<Bytes>{};
  std::map<std::string, Bytes> newest;  // by person; ids ascend by when keys were made
  std::optional<RecordId> after;
  while (true) {
    const auto ids = store.recordsOf(type->number, after, limits::kRecordsPerPage);
    if (!ids) return ids.error();
    for (const RecordId& id : *ids) {
      const auto copy = store.copy(id);
      if (!copy) return copy.error();
      if (!*copy || valueNamed(*type, "retired", **copy) == Value{true}) continue;
      const auto key = fromBase64Url(textNamed(*type, "public_key", **copy));
      if (key && SealingPublicKey::fromBytes(*key))
        newest[textNamed(*type, "person", **copy)] = *key;
    }
    if (ids->size() < limits::kRecordsPerPage) break;
    after = ids->back();
  }
  std::vector<Bytes> keys;
  for (auto& [person, key] : newest) keys.push_back(std::move(key));
  std::ranges::sort(keys);
  keys.resize(std::min(keys.size(), limits::kSealedReaders));
  return keys;
}

Result<bool> isSensitive(LocalStore& store, const RecordType& type, const RecordState& shown,
                         const std::vector<Operation>& operations) {
  const FieldDeclaration* seal = type.sealedWhen ? type.field(*type.sealedWhen) : nullptr;
  if (seal == nullptr) return false;
  if (writesTrue(operations, seal->number)) return true;
  if (valueNamed(type, seal->name, shown) == Value{true}) return true;
  // Once it is at the office its author has no copy of it any more.
  const auto own = store.changesOf(shown.id);
  if (!own) return own.error();
  return std::ranges::any_of(*own, [seal](const OwnChange& change) {
    return writesTrue(change.change.operations, seal->number);
  });
}

Status sealSensitive(LocalStore& store, const Catalogue& types, const RecordType& type,
                     const RecordState& shown, std::vector<Operation>& operations, Random& random) {
  const auto sealing = sealingOf(type);
  if (!sealing || !saysWords(type, operations)) return {};
  const auto sensitive = isSensitive(store, type, shown, operations);
  if (!sensitive) return sensitive.error();
  if (!*sensitive) return {};
  const auto keys = officersKeys(store, types);
  if (!keys) return keys.error();
  if (keys->size() < limits::kOfficersNeeded) return {};
  const auto sealed = sealTexts(shown.id, takeTexts(type, operations), *keys, random);
  if (!sealed) return sealed.error();
  addRows(operations, *sealing->bodies, {sealed->body});
  addRows(operations, *sealing->keys, sealed->keys);
  std::ranges::sort(operations, {}, &Operation::field);
  return {};
}

}  // namespace rapport
