#include "shared/protocol/sealed_texts.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/model/spelling.h"
#include "tests/shared/protocol/examples.h"
#include "tests/shared/protocol/golden.h"
#include "tests/support/officer.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests
using Json = nlohmann::json;

class SealedTextsTest : public ::testing::Test {
 protected:
  const SealingKey first_ = SealingKey::fromSecret(secretOf(counting(0, 32)));
  const SealingKey second_ = SealingKey::fromSecret(secretOf(counting(32, 32)));
  const std::vector<Bytes> readers_{Bytes(first_.publicKey().view()),
                                    Bytes(second_.publicKey().view())};
  SeededRandom random_{104};
};

TEST_F(SealedTextsTest, EachReaderOpensThemAndNobodyElse) {
  const Texts texts{{"summary", std::nullopt}, {"text", "He waits for her at the gate. ¿Qué?"}};
  const auto sealed = sealTexts(kPromise, texts, readers_, random_);
  ASSERT_TRUE(sealed.ok());
  for (const SealingKey* reader : {&first_, &second_}) {
    const auto opened = testing::openTexts(*reader, kPromise, sealed->body, sealed->keys);
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    EXPECT_EQ(Json::parse(*opened),
              (Json{{"summary", nullptr}, {"text", "He waits for her at the gate. ¿Qué?"}}));
  }
  const SealingKey other = SealingKey::generate(random_);
  EXPECT_FALSE(testing::openTexts(other, kPromise, sealed->body, sealed->keys).ok());
  EXPECT_FALSE(testing::openTexts(first_, kOtherRecord, sealed->body, sealed->keys).ok());
}

TEST_F(SealedTextsTest, TheyAreSpelledAsTheirFieldsWant) {
  for (const std::size_t length : {0U, 1U, 100U, 20'000U}) {
    const auto sealed =
        sealTexts(kPromise, {{"text", std::string(length, 'w')}}, readers_, random_);
    ASSERT_TRUE(sealed.ok());
    EXPECT_TRUE(isSpelled(Spelling::kSealedBody, sealed->body)) << length;
    ASSERT_EQ(sealed->keys.size(), 2U);
    for (const auto& key : sealed->keys) EXPECT_TRUE(isSpelled(Spelling::kSealedKey, key));
  }
}

TEST_F(SealedTextsTest, AFewWordsMoreAreNotSeenByTheLength) {
  const auto length = [this](const std::string& words) {
    return sealTexts(kPromise, {{"text", words}}, readers_, random_)->body.size();
  };
  EXPECT_EQ(length("No"), length("No, and I have told them so often that it hurts"));
  EXPECT_LT(length("No"), length(std::string(limits::kSealedPadding, 'w')));
}

TEST_F(SealedTextsTest, TheLongestFitsItsFieldAndOneSignMoreIsTold) {
  const std::size_t around = Json{{"text", ""}}.dump().size();
  const std::string longest(limits::kSealedTextBytes - around, 'w');
  const auto sealed = sealTexts(kPromise, {{"text", longest}}, readers_, random_);
  ASSERT_TRUE(sealed.ok());
  EXPECT_TRUE(isSpelled(Spelling::kSealedBody, sealed->body));
  EXPECT_LE(sealed->body.size(), limits::kTextBytes);
  EXPECT_EQ(sealTexts(kPromise, {{"text", longest + "w"}}, readers_, random_).error().code,
            ErrorCode::kTooLarge);
}

TEST_F(SealedTextsTest, AKeyThatIsNoneIsTold) {
  const std::vector<Bytes> broken{"short"};
  EXPECT_EQ(sealTexts(kPromise, {{"text", "w"}}, broken, random_).error().code,
            ErrorCode::kInvalid);
}

// The console's test opens the same files (server/console/src/features/sealed).
TEST_F(SealedTextsTest, TheExampleIsWhatIsMade) {
  const auto sealed = sealTexts(kPromise, {{"text", "He waits at the gate"}}, readers_, random_);
  ASSERT_TRUE(sealed.ok());
  EXPECT_EQ(toHex(*fromBase64Url(sealed->body)), toHex(golden("sealed_texts_body")));
  EXPECT_EQ(toHex(*fromBase64Url(sealed->keys.front())), toHex(golden("sealed_texts_key")));
}

TEST_F(SealedTextsTest, TheExampleOpens) {
  const auto opened = testing::openTexts(first_, kPromise, toBase64Url(golden("sealed_texts_body")),
                                         {toBase64Url(golden("sealed_texts_key"))});
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  EXPECT_EQ(Json::parse(*opened), (Json{{"text", "He waits at the gate"}}));
}

}  // namespace
}  // namespace rapport
