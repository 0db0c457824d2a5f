#include "shared/protocol/enrol_office.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/crypto/mac.h"
#include "tests/shared/protocol/golden.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests
using Json = nlohmann::json;

constexpr std::size_t kCodeBytes = 16, kDigestBytes = 32;

Digest digestFrom(ByteView bytes) {
  Digest digest{};
  std::ranges::copy(bytes, reinterpret_cast<char*>(digest.data()));
  return digest;
}

Digest exampleHash() {
  return enrolmentCodeHash(EnrolmentCode::parse("04WC2-K7HXQ-9M5T3-RBN8V-YZ1DEF")->view());
}

OfficeStatement exampleStatement() {
  const Json answer = Json::parse(goldenText("enrol_office_answer.json"));
  return {answer["programme"], answer["pins"].get<std::vector<std::string>>()};
}

Bytes bytesOf(const Json& text) { return fromBase64Url(text.get<std::string>()).value(); }

Bytes exampleNonce() {
  return bytesOf(Json::parse(goldenText("enrol_office_request.json"))["nonce"]);
}

TEST(EnrolOffice, WhatIsMadeOfACodeIsWhatIsWritten) {
  const Bytes written = golden("enrolment_code");
  ASSERT_EQ(written.size(), kCodeBytes + 3 * kDigestBytes);
  const Digest hash = enrolmentCodeHash(ByteView(written).substr(0, kCodeBytes));
  EXPECT_EQ(hash, exampleHash());
  EXPECT_EQ(viewOf(hash), ByteView(written).substr(kCodeBytes, kDigestBytes));
  EXPECT_EQ(viewOf(enrolmentLookup(hash)),
            ByteView(written).substr(kCodeBytes + kDigestBytes, kDigestBytes));
}

TEST(EnrolOffice, QuestionAndAnswerAreWhatIsWritten) {
  const Json request = Json::parse(goldenText("enrol_office_request.json"));
  EXPECT_EQ(digestFrom(bytesOf(request["lookup"])), enrolmentLookup(exampleHash()));
  const Bytes nonce = exampleNonce();
  EXPECT_EQ(nonce.size(), limits::kEnrolmentNonceBytes);
  EXPECT_EQ(toHex(officeStatementBytes(nonce, exampleStatement())),
            toHex(golden("office_statement")));
  const Json answer = Json::parse(goldenText("enrol_office_answer.json"));
  EXPECT_EQ(digestFrom(bytesOf(answer["mac"])),
            officeMac(exampleHash(), nonce, exampleStatement()));
}

TEST(EnrolOffice, MacIsKeyedWithTheKeyThatIsWritten) {
  SecretKey key;
  std::ranges::copy(golden("enrolment_code").substr(kCodeBytes + 2 * kDigestBytes), key.data());
  EXPECT_EQ(mac32(key, golden("office_statement")),
            officeMac(exampleHash(), exampleNonce(), exampleStatement()));
}

TEST(EnrolOffice, MacFitsTheVerySameWordsOnly) {
  const Digest hash = exampleHash();
  const Bytes nonce = exampleNonce();
  const OfficeStatement statement = exampleStatement();
  const Digest mac = officeMac(hash, nonce, statement);
  EXPECT_TRUE(officeMacFits(hash, nonce, statement, viewOf(mac)));

  Digest otherHash = hash;
  otherHash[0] ^= 1;
  EXPECT_FALSE(officeMacFits(otherHash, nonce, statement, viewOf(mac)));
  Bytes otherNonce = nonce;
  otherNonce[5] ^= 1;
  EXPECT_FALSE(officeMacFits(hash, otherNonce, statement, viewOf(mac)));
  EXPECT_FALSE(officeMacFits(hash, nonce, {"quillam", statement.pins}, viewOf(mac)));
  EXPECT_FALSE(officeMacFits(hash, nonce, {statement.programme, {statement.pins[0]}}, viewOf(mac)));
  EXPECT_FALSE(officeMacFits(hash, nonce, statement, viewOf(mac).substr(0, 16)));
  EXPECT_FALSE(officeMacFits(hash, nonce, statement, {}));
  for (std::size_t bit = 0; bit < 8 * mac.size(); ++bit) {
    Digest flipped = mac;
    flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(officeMacFits(hash, nonce, statement, viewOf(flipped))) << bit;
  }
}

TEST(EnrolOffice, TellsItsPartsApart) {
  const Bytes nonce(limits::kEnrolmentNonceBytes, 'n');
  EXPECT_NE(officeStatementBytes(nonce, {"a", {"b", "c"}}),
            officeStatementBytes(nonce, {"a", {"bc"}}));
  EXPECT_NE(officeStatementBytes(nonce, {"ab", {"c"}}), officeStatementBytes(nonce, {"a", {"bc"}}));
}

TEST(EnrolOffice, LookupAndHashTellNothingOfEachOther) {
  const Digest hash = exampleHash();
  EXPECT_NE(enrolmentLookup(hash), hash);
  EXPECT_NE(enrolmentLookup(hash), officeMac(hash, {}, {}));
}

}  // namespace
}  // namespace rapport
