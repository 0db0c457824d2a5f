#include "shared/model/sealing.h"

#include <algorithm>

namespace rapport {
namespace {

const FieldDeclaration* rowsSpelled(const RecordType& type, Spelling spelling) {
  const auto found = std::ranges::find_if(type.fields, [spelling](const FieldDeclaration& field) {
    return field.rule == MergeRule::kAppend && field.cells.size() == 1 &&
           field.cells.front().spelling == spelling;
  });
  return found == type.fields.end() ? nullptr : &*found;
}

bool isText(const FieldDeclaration& field) {
  return field.kind == FieldKind::kText || field.kind == FieldKind::kLongText;
}

}  // namespace

std::optional<Sealing> sealingOf(const RecordType& type) {
  const Sealing sealing{rowsSpelled(type, Spelling::kSealedBody),
                        rowsSpelled(type, Spelling::kSealedKey)};
  if (!type.sealedWhen || sealing.bodies == nullptr || sealing.keys == nullptr) return std::nullopt;
  return sealing;
}

bool isSealedText(const FieldDeclaration& field) {
  const bool register_ = field.rule == MergeRule::kLatest || field.rule == MergeRule::kAsk ||
                         field.rule == MergeRule::kImmutable;
  return isText(field) && register_ && !field.spelling;
}

SealingComplaint sealingComplaint(const RecordType& type) {
  const FieldDeclaration* bodies = rowsSpelled(type, Spelling::kSealedBody);
  const FieldDeclaration* keys = rowsSpelled(type, Spelling::kSealedKey);
  if (bodies == nullptr && keys == nullptr) return {};
  if (bodies == nullptr || keys == nullptr || !type.sealedWhen) {
    return {"", "sealed bodies, their sealed keys and \"sealed_when\" go together"};
  }
  for (const FieldDeclaration& field : type.fields) {
    if (&field == bodies || &field == keys) {
      if (field.sensitivity == Sensitivity::kSealed) continue;
      return {field.name, "what is sealed has the class 4"};
    }
    const bool open = isText(field) && !isSealedText(field) && !field.spelling;
    if (open || field.kind == FieldKind::kPlace || field.kind == FieldKind::kRow) {
      return {field.name,
              "a type with sealed bodies has no places, rows and sets of text: they would "
              "stay readable"};
    }
  }
  return {};
}

}  // namespace rapport
