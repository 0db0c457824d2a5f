#include "mobile/sync/find_office.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/protocol/enrol_office.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

const std::string kOwnPin = "own-pin", kBackupPin = "backup-pin", kForeignPin = "foreign-pin";
const Office kAsked{"office.example.org", 8443, Transport::kTls, {}};
const Office kHere{"127.0.0.1", 8420, Transport::kPlain, {}};

class OfficeQuestionTest : public ::testing::Test {
 protected:
  Bytes nonce() const {
    return fromBase64Url(Json::parse(question_.body())["nonce"].get<std::string>()).value();
  }

  // What an office that knows `code` answers to this nonce.
  static Json said(const EnrolmentCode& code, ByteView nonce, const OfficeStatement& statement) {
    const Digest mac = officeMac(enrolmentCodeHash(code.view()), nonce, statement);
    return {{"programme", statement.programme},
            {"pins", statement.pins},
            {"mac", toBase64Url(viewOf(mac))}};
  }
  Json honest() const { return said(code_, nonce(), {"quillan", {kOwnPin, kBackupPin}}); }

  Result<EnrolLink> judged(const Json& body, const std::string& shownPin,
                           const Office& asked = kAsked) const {
    return question_.judge(asked, {200, body.dump(), shownPin});
  }
  void expectRefused(const Result<EnrolLink>& link, const char* word) const {
    ASSERT_FALSE(link.ok());
    EXPECT_EQ(link.error().code, ErrorCode::kRefused);
    EXPECT_NE(link.error().message.find(word), std::string::npos) << link.error().message;
  }

  SeededRandom random_{11};
  EnrolmentCode code_ = EnrolmentCode::generate(random_);
  OfficeQuestion question_{code_, random_};
};

TEST_F(OfficeQuestionTest, HonestOfficeGivesTheLinkItWouldHaveShown) {
  for (const std::string& shown : {kOwnPin, kBackupPin}) {
    const auto link = judged(honest(), shown);
    ASSERT_TRUE(link.ok()) << link.error().message;
    EXPECT_EQ(*link, (EnrolLink{"office.example.org",
                                8443,
                                "quillan",
                                code_.toString(),
                                Transport::kTls,
                                {kOwnPin, kBackupPin}}));
  }
}

TEST_F(OfficeQuestionTest, TellsNeitherTheCodeNorWhatIsKeptOfIt) {
  const std::string body = question_.body();
  EXPECT_EQ(body.find(code_.toString()), std::string::npos);
  EXPECT_EQ(body.find(toBase64Url(code_.view())), std::string::npos);
  EXPECT_EQ(body.find(toBase64Url(viewOf(enrolmentCodeHash(code_.view())))), std::string::npos);
  EXPECT_NE(body, OfficeQuestion(code_, random_).body()) << "every nonce is fresh";
}

TEST_F(OfficeQuestionTest, WhoPassesItOnDoesNotShowTheOfficesKey) {
  expectRefused(judged(honest(), kForeignPin), "not sent");
  expectRefused(judged(honest(), ""), "not sent");
}

TEST_F(OfficeQuestionTest, WithoutTheCodeThereIsNoAnswer) {
  EnrolmentCode guess = code_;
  guess.bytes[15] ^= 1;
  const OfficeStatement own{"quillan", {kForeignPin}};
  expectRefused(judged(said(guess, nonce(), own), kForeignPin), "not sent");
  Json forged = honest();
  forged["pins"] = {kForeignPin};
  expectRefused(judged(forged, kForeignPin), "not sent");
  forged = honest();
  forged["programme"] = "hill-towns";
  expectRefused(judged(forged, kOwnPin), "not sent");
}

TEST_F(OfficeQuestionTest, AnswerToAnotherNonceIsStale) {
  const Bytes other(limits::kEnrolmentNonceBytes, 'o');
  expectRefused(judged(said(code_, other, {"quillan", {kOwnPin}}), kOwnPin), "not sent");
}

TEST_F(OfficeQuestionTest, WithTlsAnOfficeNamesItsKeys) {
  expectRefused(judged(said(code_, nonce(), {"quillan", {}}), kOwnPin), "not sent");
  expectRefused(judged(said(code_, nonce(), {"quillan", {}}), ""), "not sent");
}

TEST_F(OfficeQuestionTest, WithoutTlsItIsThisMachineAndHasNoKeys) {
  const Json bare = said(code_, nonce(), {"quillan", {}});
  const auto link = judged(bare, "", kHere);
  ASSERT_TRUE(link.ok());
  EXPECT_EQ(link->transport, Transport::kPlain);
  expectRefused(judged(honest(), "", kHere), "not sent");
  const Office elsewhere{"office.example.org", 8420, Transport::kPlain, {}};
  expectRefused(judged(bare, "", elsewhere), "not sent");
}

TEST_F(OfficeQuestionTest, AnswersOfAnotherShapeAreOfNoOffice) {
  std::vector<Json> broken{Json::array(), Json::object(), Json("office")};
  for (const char* key : {"programme", "pins", "mac"}) {
    for (const Json& other : std::vector<Json>{Json(), 7, Json::array({7}), "*"}) {
      if (std::string_view(key) == "programme" && other == "*") continue;
      Json body = honest();
      body[key] = other;
      broken.push_back(body);
    }
  }
  Json many = honest();
  many["pins"] = std::vector<std::string>(limits::kPinsPerLink + 1, kOwnPin);
  broken.push_back(many);
  Json large = honest();
  large["pins"] = {std::string(limits::kNameBytes + 1, 'x')};
  broken.push_back(large);
  for (const Json& body : broken) expectRefused(judged(body, kOwnPin), "not an office");
  expectRefused(question_.judge(kAsked, {200, "<html>", kOwnPin}), "not an office");
  expectRefused(question_.judge(kAsked, {301, "{}", kOwnPin}), "not an office");
}

TEST_F(OfficeQuestionTest, RefusalsAreSaidInOurOwnWords) {
  const Bytes body = R"({"error": {"code": "x", "message": "Call 555-0100."}})";
  expectRefused(question_.judge(kAsked, {404, body, kOwnPin}), "does not know this code");
  for (const unsigned status : {404U, 429U, 503U, 500U}) {
    const auto link = question_.judge(kAsked, {status, body, kOwnPin});
    ASSERT_FALSE(link.ok());
    EXPECT_EQ(link.error().message.find("555"), std::string::npos);
    EXPECT_TRUE(link.error().message.ends_with('.'));
  }
  EXPECT_EQ(question_.judge(kAsked, {429, body, ""}).error().code, ErrorCode::kUnavailable);
}

TEST(LinkFor, ALinkNeedsNoAddress) {
  SeededRandom random{1};
  const std::string text =
      "rapport://office.example.org:8443/enrol?programme=p&code=04WC2K7HXQ9M5T3RBN8VYZ1DEF&tls=1"
      "&pin=abc";
  const auto link = linkFor({text, "not an address"}, random);
  ASSERT_TRUE(link.ok()) << link.error().message;
  EXPECT_EQ(toText(*link), text);
}

TEST(LinkFor, WhatIsNeitherIsSaidBeforeAnybodyIsAsked) {
  SeededRandom random{1};
  const auto refusal = [&](const TypedInvitation& typed) {
    const auto link = linkFor(typed, random);
    EXPECT_EQ(link.error().code, ErrorCode::kInvalid);
    return link.error().message;
  };
  const std::string code = "04WC2-K7HXQ-9M5T3-RBN8V-YZ1DEF";
  EXPECT_NE(refusal({"04WC2", "office"}).find("26"), std::string::npos);
  EXPECT_NE(refusal({"", ""}).find("26"), std::string::npos);
  EXPECT_NE(refusal({"http://example.org", ""}).find("link"), std::string::npos);
  EXPECT_NE(refusal({code, ""}).find("address"), std::string::npos);
  EXPECT_NE(refusal({code, "the office"}).find("address"), std::string::npos);
}

}  // namespace
}  // namespace rapport
