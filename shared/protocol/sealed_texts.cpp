#include "shared/protocol/sealed_texts.h"

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/sealed_body.h"
#include "shared/crypto/sealed_box.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// With a body around it, a text value as any other.
static_assert((limits::kSealedTextBytes + kSealedBodyOverheadBytes) * 4 / 3 + 1 <=
              limits::kTextBytes);
static_assert(limits::kSealedKeyBytes == sizeof(SecretKey) + kSealOverheadBytes);

// Its length tells no more of the words than their magnitude.
Bytes padded(const Texts& texts) {
  Json object = Json::object();
  for (const auto& [name, text] : texts) object[name] = text ? Json(*text) : Json(nullptr);
  Bytes plain = object.dump(-1, ' ', false, Json::error_handler_t::replace);
  const std::size_t over = plain.size() % limits::kSealedPadding;
  if (over != 0) plain.append(limits::kSealedPadding - over, ' ');
  return plain;
}

}  // namespace

Bytes sealedTextsAbout(RecordId record) {
  Bytes about = "rapport sealed texts 1\n";
  about.append(reinterpret_cast<const char*>(record.uuid.bytes.data()), record.uuid.bytes.size());
  return about;
}

Result<SealedTexts> sealTexts(RecordId record, const Texts& texts, std::span<const Bytes> readers,
                              Random& random) {
  const Bytes plain = padded(texts);
  if (plain.size() > limits::kSealedTextBytes) {
    return Error{ErrorCode::kTooLarge,
                 "These words are longer than can be sealed at once. Save them in two entries."};
  }
  SecretKey key;
  random.fill(key.span());
  const Bytes body = sealBody(key, plain, sealedTextsAbout(record), random);
  SealedTexts sealed{toBase64Url(body), {}};
  const Digest name = digestOf(body);
  for (const Bytes& reader : readers) {
    const auto to = SealingPublicKey::fromBytes(reader);
    if (!to) return Error{ErrorCode::kInvalid, "An officer's key is none that can be sealed to."};
    const auto box = seal(*to, key.view(), random);
    if (!box) return box.error();
    sealed.keys.push_back(
        toBase64Url(Bytes(viewOf(name)) + Bytes(viewOf(digestOf(to->view()))) + *box));
  }
  return sealed;
}

}  // namespace rapport
