#include "tests/support/officer.h"

#include <algorithm>

#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/sealed_body.h"
#include "shared/merge/read.h"
#include "shared/model/sealing.h"
#include "shared/protocol/sealed_texts.h"

namespace rapport::testing {
namespace {

std::vector<std::string> cellsOf(const FieldDeclaration& field, const RecordState& record) {
  std::vector<std::string> cells;
  const FieldState* state = record.field(field.number);
  if (state == nullptr) return cells;
  for (const Value& row : readField(field, *state).elements) {
    cells.push_back(std::get<std::string>(std::get<RowValue>(row).cells.front().second));
  }
  return cells;
}

}  // namespace

Result<std::string> openTexts(const SealingKey& reader, RecordId record, const std::string& body,
                              const std::vector<std::string>& keys) {
  const auto sealed = fromBase64Url(body);
  if (!sealed) return Error{ErrorCode::kInvalid, "no base64url"};
  const Bytes forMe =
      Bytes(viewOf(digestOf(*sealed))) + Bytes(viewOf(digestOf(reader.publicKey().view())));
  for (const std::string& each : keys) {
    const auto key = fromBase64Url(each);
    if (!key || !key->starts_with(forMe)) continue;
    const auto opened = reader.open(ByteView(*key).substr(forMe.size()));
    if (!opened) return opened.error();
    SecretKey bodyKey;
    if (opened->size() != bodyKey.span().size()) return Error{ErrorCode::kInvalid, "no key"};
    std::ranges::copy(*opened, bodyKey.span().begin());
    return openBody(bodyKey, *sealed, sealedTextsAbout(record));
  }
  return Error{ErrorCode::kNotFound, "not sealed to this reader"};
}

SealedCells sealedCells(const RecordType& type, const RecordState& record) {
  const auto sealing = sealingOf(type);
  if (!sealing) return {};
  return {cellsOf(*sealing->bodies, record), cellsOf(*sealing->keys, record)};
}

}  // namespace rapport::testing
