#include "server/app/enrolment_desk.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "server/app/invitation.h"
#include "shared/base/limits.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/protocol/enrol_link.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

class EnrolmentDeskTest : public ::testing::Test {
 protected:
  Invitation invited(Confirmation confirmation, const std::string& name = "Marisol") {
    return need(invite(desk_.stores->accounts(), desk_.clock, desk_.random,
                       {kTestProgramme, Role::kWorker, name, confirmation}));
  }

  Redemption by(const SigningKey& key, const std::string& code) {
    const Bytes publicKey(key.publicKey().view());
    const Bytes proof = enrolmentProof(code, publicKey, "tablet 1");
    return {code, publicKey, "tablet 1", Bytes(key.sign(proof).view())};
  }

  static OfficeQuestion questionFor(const std::string& code) {
    const Digest hash = enrolmentCodeHash(EnrolmentCode::parse(code)->view());
    return {Bytes(viewOf(enrolmentLookup(hash))), Bytes(limits::kEnrolmentNonceBytes, 'n')};
  }

  TestDesk desk_;
};

TEST_F(EnrolmentDeskTest, LinkFromTheCommandLineLetsADeviceInAtOnce) {
  const Invitation invitation = invited(Confirmation::kNone);
  const SigningKey key = SigningKey::generate(desk_.random);
  const EnrolmentRow row = need(desk_.enrolments.redeem(by(key, invitation.code)));
  EXPECT_EQ(row.state, EnrolmentState::kConfirmed);
  desk_.read([&](ServerReader& reader) {
    const auto replica = need(reader.replica(row.claim->replica));
    ASSERT_TRUE(replica);
    EXPECT_EQ(replica->person, row.person);
    EXPECT_EQ(replica->publicKey, key.publicKey().view());
    EXPECT_TRUE(need(reader.record(RecordId{row.person.uuid}))) << "named in the directory";
    EXPECT_TRUE(need(reader.record(RecordId{row.claim->replica.uuid})));
  });
}

TEST_F(EnrolmentDeskTest, DeviceWaitsUntilACoordinatorComparedTheWords) {
  const Invitation invitation = invited(Confirmation::kByCoordinator);
  const SigningKey key = SigningKey::generate(desk_.random);
  const Redemption redemption = by(key, invitation.code);
  const EnrolmentRow waiting = need(desk_.enrolments.redeem(redemption));
  EXPECT_EQ(waiting.state, EnrolmentState::kClaimed);
  EXPECT_EQ(waiting.claim->words,
            enrolmentWords(enrolmentProof(invitation.code, redemption.publicKey, "tablet 1")))
      << "the tablet can make them itself";
  desk_.read([&](ServerReader& reader) {
    EXPECT_FALSE(need(reader.replica(waiting.claim->replica))) << "not let in yet";
  });
  need(desk_.enrolments.confirm(waiting.id));
  const EnrolmentRow in = need(desk_.enrolments.redeem(redemption));
  EXPECT_EQ(in.state, EnrolmentState::kConfirmed);
  EXPECT_EQ(in.claim->replica, waiting.claim->replica);
  desk_.read([&](ServerReader& reader) {
    EXPECT_TRUE(need(reader.replica(waiting.claim->replica)));
    EXPECT_EQ(need(reader.replicas()).size(), 1U) << "asking again makes no second device";
  });
}

TEST_F(EnrolmentDeskTest, CodeIsGoodForOneDevice) {
  const Invitation invitation = invited(Confirmation::kNone);
  need(desk_.enrolments.redeem(by(SigningKey::generate(desk_.random), invitation.code)));
  const auto second =
      desk_.enrolments.redeem(by(SigningKey::generate(desk_.random), invitation.code));
  EXPECT_EQ(second.error().code, ErrorCode::kRefused);
}

TEST_F(EnrolmentDeskTest, OfManyDevicesAtOnceExactlyOneGetsIn) {
  constexpr int kThreads = 8;
  constexpr int kEach = 125;
  const Invitation invitation = invited(Confirmation::kNone);
  std::atomic<int> let{0}, refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < kEach; ++j) {
        const auto row =
            desk_.enrolments.redeem(by(SigningKey::generate(desk_.random), invitation.code));
        if (row) ++let;
        if (!row && row.error().code == ErrorCode::kRefused) ++refused;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(let, 1);
  EXPECT_EQ(refused, kThreads * kEach - 1);
}

TEST_F(EnrolmentDeskTest, KeyMustBeProved) {
  const Invitation invitation = invited(Confirmation::kNone);
  const SigningKey key = SigningKey::generate(desk_.random);
  Redemption other = by(key, invitation.code);
  other.publicKey = Bytes(SigningKey::generate(desk_.random).publicKey().view());
  EXPECT_EQ(desk_.enrolments.redeem(other).error().code, ErrorCode::kUnauthenticated);
  Redemption renamed = by(key, invitation.code);
  renamed.deviceName = "another";
  EXPECT_EQ(desk_.enrolments.redeem(renamed).error().code, ErrorCode::kUnauthenticated);
  EXPECT_TRUE(desk_.enrolments.redeem(by(key, invitation.code))) << "the code is not spent";
}

TEST_F(EnrolmentDeskTest, CodeAndClaimExpire) {
  const SigningKey key = SigningKey::generate(desk_.random);
  const Invitation late = invited(Confirmation::kNone);
  desk_.clock.advance(limits::kEnrolmentLife);
  EXPECT_EQ(desk_.enrolments.redeem(by(key, late.code)).error().code, ErrorCode::kRefused);

  const Invitation unconfirmed = invited(Confirmation::kByCoordinator);
  const EnrolmentRow row = need(desk_.enrolments.redeem(by(key, unconfirmed.code)));
  desk_.clock.advance(limits::kEnrolmentLife);
  EXPECT_EQ(desk_.enrolments.confirm(row.id).error().code, ErrorCode::kRefused);
}

TEST_F(EnrolmentDeskTest, WaitingDeviceLearnsThatNobodyConfirmedInTime) {
  const SigningKey key = SigningKey::generate(desk_.random);
  const Redemption redemption = by(key, invited(Confirmation::kByCoordinator).code);
  need(desk_.enrolments.redeem(redemption));
  desk_.clock.advance(limits::kEnrolmentLife - std::chrono::seconds{1});
  need(desk_.enrolments.redeem(redemption));
  desk_.clock.advance(std::chrono::seconds{1});
  EXPECT_EQ(desk_.enrolments.redeem(redemption).error().code, ErrorCode::kRefused);
}

TEST_F(EnrolmentDeskTest, DeviceOfOtherWordsStaysOut) {
  const SigningKey key = SigningKey::generate(desk_.random);
  const Redemption redemption = by(key, invited(Confirmation::kByCoordinator).code);
  const EnrolmentRow waiting = need(desk_.enrolments.redeem(redemption));
  need(desk_.enrolments.refuse(waiting.id));
  EXPECT_EQ(desk_.enrolments.redeem(redemption).error().code, ErrorCode::kRefused);
  EXPECT_EQ(desk_.enrolments.confirm(waiting.id).error().code, ErrorCode::kRefused);
  desk_.read([&](ServerReader& reader) { EXPECT_TRUE(need(reader.replicas()).empty()); });
}

TEST_F(EnrolmentDeskTest, OfficeProvesItselfToWhoKnowsTheCode) {
  const Invitation invitation = invited(Confirmation::kByCoordinator);
  const OfficeQuestion question = questionFor(invitation.code);
  const std::vector<std::string> pins{"pin-a", "pin-b"};
  const OfficeProof proof = need(desk_.enrolments.proveOffice(question, pins));
  EXPECT_EQ(proof.statement, (OfficeStatement{kTestProgramme, pins}));
  EXPECT_TRUE(officeMacFits(enrolmentCodeHash(EnrolmentCode::parse(invitation.code)->view()),
                            question.nonce, proof.statement, viewOf(proof.mac)));
  const SigningKey key = SigningKey::generate(desk_.random);
  need(desk_.enrolments.redeem(by(key, invitation.code)));
  EXPECT_TRUE(desk_.enrolments.proveOffice(question, pins)) << "the device may ask once more";
}

TEST_F(EnrolmentDeskTest, OfficeSaysOneThingToWhatNamesNoCode) {
  const OfficeQuestion good = questionFor(invited(Confirmation::kNone).code);
  const auto refusal = [&](const OfficeQuestion& question) {
    const auto proof = desk_.enrolments.proveOffice(question, {});
    return proof ? "answered" : proof.error().message;
  };
  const std::string unknown = refusal(questionFor(std::string(26, '0')));
  EXPECT_NE(unknown, "answered");
  EXPECT_EQ(refusal({{}, {}}), unknown);
  EXPECT_EQ(refusal({good.lookup.substr(1), good.nonce}), unknown);
  EXPECT_EQ(refusal({good.lookup + "x", good.nonce}), unknown);
  EXPECT_EQ(refusal({good.lookup, good.nonce.substr(1)}), unknown);
  EXPECT_EQ(refusal({good.lookup, good.nonce + "x"}), unknown);
  EXPECT_EQ(refusal(good), "answered");
}

TEST_F(EnrolmentDeskTest, CodeMayBeTypedAsPeopleType) {
  const Invitation invitation = invited(Confirmation::kNone);
  const SigningKey key = SigningKey::generate(desk_.random);
  Redemption typed = by(key, invitation.code);
  std::string lower;
  for (const char c : invitation.code) {
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  typed.code = lower.substr(0, 5) + "-" + lower.substr(5);
  EXPECT_TRUE(desk_.enrolments.redeem(typed));
}

TEST_F(EnrolmentDeskTest, UnknownCodeIsToldSo) {
  const SigningKey key = SigningKey::generate(desk_.random);
  EXPECT_EQ(desk_.enrolments.redeem(by(key, "nonsense")).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(desk_.enrolments.redeem(by(key, std::string(26, '0'))).error().code,
            ErrorCode::kNotFound);
}

TEST_F(EnrolmentDeskTest, SecondTabletOfAPersonIsTheSamePerson) {
  const Invitation first = invited(Confirmation::kNone, "Marisol");
  const Invitation second = invited(Confirmation::kNone, " marisol ");
  EXPECT_EQ(first.enrolment.person, second.enrolment.person);
  EXPECT_EQ(second.enrolment.personName, "Marisol");
  EXPECT_NE(first.code, second.code);
}

}  // namespace
}  // namespace rapport::testing
