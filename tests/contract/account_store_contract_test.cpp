#include <gtest/gtest.h>

#include "tests/contract/backends.h"
#include "tests/contract/samples.h"

namespace rapport::testing {
namespace {

WallTime at(std::int64_t seconds) { return WallTime{std::chrono::seconds{seconds}}; }

Digest hashNamed(std::uint8_t name) {
  Digest digest{};
  digest.fill(name);
  return digest;
}

UserRow userNamed(std::uint64_t name, std::string key) {
  UserRow user;
  user.id = personNamed(name);
  user.name = "Ms " + key;
  user.nameKey = std::move(key);
  user.passwordHash = "$argon2id$v=19$first";
  user.createdAt = at(1000);
  return user;
}

EnrolmentRow enrolmentNamed(std::uint64_t name, Confirmation confirmation) {
  EnrolmentRow row;
  row.id = recordNamed(name).uuid;
  row.programme = kProgramme;
  row.person = personNamed(name);
  row.personName = "Amara Osei";
  row.role = Role::kVolunteer;
  row.codeHash = hashNamed(static_cast<std::uint8_t>(name));
  row.lookup = hashNamed(static_cast<std::uint8_t>(100 + name));
  row.confirmation = confirmation;
  row.createdAt = at(1000);
  row.expiresAt = at(1600);
  return row;
}

EnrolmentClaim claimBy(char device) {
  EnrolmentClaim claim;
  claim.publicKey = Bytes(32, device);
  claim.deviceName = std::string("Tablet ") + device;
  claim.replica = replicaNamed(static_cast<std::uint64_t>(device));
  claim.words = "river stone kite";
  claim.expiresAt = at(2200);
  return claim;
}

class AccountStoreContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  AccountStore& accounts() { return backend_->accounts(); }
  std::unique_ptr<ServerBackend> backend_ = makeServerBackend(GetParam());
};

TEST_P(AccountStoreContract, AUserIsFoundByIdAndByName) {
  const UserRow kept = userNamed(1, "amara osei");
  must(accounts().addUser(kept));
  backend_->reopen();
  for (const auto& found :
       {must(accounts().user(kept.id)), must(accounts().userNamed("amara osei"))}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, kept.id);
    EXPECT_EQ(found->name, kept.name);
    EXPECT_EQ(found->nameKey, kept.nameKey);
    EXPECT_EQ(found->passwordHash, kept.passwordHash);
    EXPECT_EQ(found->createdAt, kept.createdAt);
  }
  EXPECT_FALSE(must(accounts().user(personNamed(2))));
  EXPECT_FALSE(must(accounts().userNamed("Amara Osei")));
}

TEST_P(AccountStoreContract, NoTwoUsersShareANameOrAnId) {
  must(accounts().addUser(userNamed(1, "amara")));
  EXPECT_EQ(accounts().addUser(userNamed(2, "amara")).error().code, ErrorCode::kConflict);
  EXPECT_EQ(accounts().addUser(userNamed(1, "other")).error().code, ErrorCode::kConflict);
  must(accounts().addUser(userNamed(3, "aaron")));
  const auto users = must(accounts().users());
  ASSERT_EQ(users.size(), 2U);
  EXPECT_EQ(users[0].nameKey, "aaron");
  EXPECT_EQ(users[1].nameKey, "amara");
}

TEST_P(AccountStoreContract, ANewPasswordEndsThePersonsSessions) {
  must(accounts().addUser(userNamed(1, "amara")));
  must(accounts().addSession({hashNamed(1), personNamed(1), "csrf", at(1), at(9)}));
  must(accounts().addSession({hashNamed(2), personNamed(2), "csrf", at(1), at(9)}));
  must(accounts().setPasswordHash(personNamed(1), "$argon2id$v=19$second"));
  EXPECT_EQ(must(accounts().user(personNamed(1)))->passwordHash, "$argon2id$v=19$second");
  EXPECT_FALSE(must(accounts().session(hashNamed(1))));
  EXPECT_TRUE(must(accounts().session(hashNamed(2))));
  EXPECT_EQ(accounts().setPasswordHash(personNamed(7), "x").error().code, ErrorCode::kNotFound);
}

TEST_P(AccountStoreContract, APersonHasOneRoleAProgramme) {
  must(accounts().putRole({personNamed(1), kProgramme, Role::kWorker}));
  must(accounts().putRole({personNamed(1), kNeighbour, Role::kVolunteer}));
  must(accounts().putRole({personNamed(2), kProgramme, Role::kAdmin}));
  must(accounts().putRole({personNamed(1), kProgramme, Role::kCoordinator}));
  auto roles = must(accounts().rolesOf(personNamed(1)));
  ASSERT_EQ(roles.size(), 2U);
  EXPECT_EQ(roles[0].programme, kNeighbour);
  EXPECT_EQ(roles[1].programme, kProgramme);
  EXPECT_EQ(roles[1].role, Role::kCoordinator);
  must(accounts().removeRole(personNamed(1), kProgramme));
  must(accounts().removeRole(personNamed(1), kProgramme));
  EXPECT_EQ(must(accounts().rolesOf(personNamed(1))).size(), 1U);
  EXPECT_EQ(must(accounts().rolesOf(personNamed(2))).size(), 1U);
}

TEST_P(AccountStoreContract, AProgrammeHasTheTitleItWasGivenLast) {
  EXPECT_EQ(must(accounts().titleOf(kProgramme)), "");
  must(accounts().putTitle(kProgramme, "River Valley"));
  must(accounts().putTitle(kProgramme, "River Valley 2027"));
  EXPECT_EQ(must(accounts().titleOf(kProgramme)), "River Valley 2027");
}

TEST_P(AccountStoreContract, ASessionLivesUntilItEndsOrExpires) {
  const BrowserSession kept{hashNamed(1), personNamed(1), "csrf-token", at(100), at(200)};
  must(accounts().addSession(kept));
  must(accounts().addSession({hashNamed(2), personNamed(1), "csrf", at(100), at(201)}));
  backend_->reopen();
  const auto found = must(accounts().session(hashNamed(1)));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->person, kept.person);
  EXPECT_EQ(found->csrf, kept.csrf);
  EXPECT_EQ(found->createdAt, kept.createdAt);
  EXPECT_EQ(found->expiresAt, kept.expiresAt);
  must(accounts().extendSession(hashNamed(1), at(500)));
  must(accounts().endSessionsExpiredBy(at(201)));
  EXPECT_EQ(must(accounts().session(hashNamed(1)))->expiresAt, at(500));
  EXPECT_FALSE(must(accounts().session(hashNamed(2))));
  must(accounts().endSession(hashNamed(1)));
  must(accounts().endSession(hashNamed(1)));
  EXPECT_FALSE(must(accounts().session(hashNamed(1))));
}

TEST_P(AccountStoreContract, AnOpenEnrolmentComesBackAsItWasKept) {
  const EnrolmentRow kept = enrolmentNamed(1, Confirmation::kByCoordinator);
  must(accounts().addEnrolment(kept));
  backend_->reopen();
  const auto found = must(accounts().enrolment(kept.id));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, kept.id);
  EXPECT_EQ(found->programme, kept.programme);
  EXPECT_EQ(found->person, kept.person);
  EXPECT_EQ(found->personName, kept.personName);
  EXPECT_EQ(found->role, kept.role);
  EXPECT_EQ(found->codeHash, kept.codeHash);
  EXPECT_EQ(found->lookup, kept.lookup);
  EXPECT_EQ(found->confirmation, kept.confirmation);
  EXPECT_EQ(found->createdAt, kept.createdAt);
  EXPECT_EQ(found->expiresAt, kept.expiresAt);
  EXPECT_EQ(found->state, EnrolmentState::kOpen);
  EXPECT_FALSE(found->claim);
  EXPECT_FALSE(must(accounts().enrolment(recordNamed(9).uuid)));
}

TEST_P(AccountStoreContract, NoTwoEnrolmentsShareACode) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kNone)));
  EnrolmentRow other = enrolmentNamed(2, Confirmation::kNone);
  other.codeHash = hashNamed(1);
  EXPECT_EQ(accounts().addEnrolment(other).error().code, ErrorCode::kConflict);
}

TEST_P(AccountStoreContract, AnEnrolmentIsFoundByItsLookup) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kNone)));
  must(accounts().addEnrolment(enrolmentNamed(2, Confirmation::kNone)));
  const auto found = must(accounts().enrolmentOfLookup(hashNamed(102)));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, recordNamed(2).uuid);
  EXPECT_FALSE(must(accounts().enrolmentOfLookup(hashNamed(2)))) << "the hash of a code is none";
}

TEST_P(AccountStoreContract, ARefusedClaimIsNeverConfirmed) {
  const EnrolmentRow row = enrolmentNamed(1, Confirmation::kByCoordinator);
  must(accounts().addEnrolment(row));
  EXPECT_EQ(accounts().refuseEnrolment(recordNamed(9).uuid).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(accounts().refuseEnrolment(row.id).error().code, ErrorCode::kRefused) << "unclaimed";
  (void)must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  EXPECT_EQ(must(accounts().refuseEnrolment(row.id)).state, EnrolmentState::kRefused);
  EXPECT_EQ(must(accounts().refuseEnrolment(row.id)).state, EnrolmentState::kRefused) << "again";
  EXPECT_EQ(accounts().confirmEnrolment(row.id, at(1200)).error().code, ErrorCode::kRefused);
  EXPECT_EQ(must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1200))).state,
            EnrolmentState::kRefused)
      << "the device learns it";
  EXPECT_EQ(accounts().claimEnrolment(hashNamed(1), claimBy('b'), at(1200)).error().code,
            ErrorCode::kRefused);
  must(accounts().forgetEnrolmentsExpiredBy(at(2201)));
  EXPECT_FALSE(must(accounts().enrolment(row.id)));
}

TEST_P(AccountStoreContract, AConfirmedDeviceIsNotRefusedAnyMore) {
  const EnrolmentRow row = enrolmentNamed(1, Confirmation::kByCoordinator);
  must(accounts().addEnrolment(row));
  (void)must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  (void)must(accounts().confirmEnrolment(row.id, at(1200)));
  EXPECT_EQ(accounts().refuseEnrolment(row.id).error().code, ErrorCode::kRefused);
  EXPECT_EQ(must(accounts().enrolment(row.id))->state, EnrolmentState::kConfirmed);
}

TEST_P(AccountStoreContract, ACodeIsClaimedByOneDeviceThatMayAskAgain) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kByCoordinator)));
  const auto first = must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  EXPECT_EQ(first.state, EnrolmentState::kClaimed);
  EXPECT_EQ(first.expiresAt, at(2200));
  EXPECT_EQ(accounts().claimEnrolment(hashNamed(1), claimBy('b'), at(1100)).error().code,
            ErrorCode::kRefused);
  EnrolmentClaim again = claimBy('a');
  again.replica = replicaNamed(99);
  again.words = "other words now";
  const auto second = must(accounts().claimEnrolment(hashNamed(1), again, at(99'999)));
  ASSERT_TRUE(second.claim);
  EXPECT_EQ(second.claim->replica, claimBy('a').replica);
  EXPECT_EQ(second.claim->words, "river stone kite");
  EXPECT_EQ(second.claim->publicKey, Bytes(32, 'a'));
  EXPECT_EQ(second.claim->deviceName, "Tablet a");
  EXPECT_EQ(second.claim->expiresAt, at(2200));
}

TEST_P(AccountStoreContract, AnUnknownOrExpiredCodeIsNotClaimed) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kByCoordinator)));
  EXPECT_EQ(accounts().claimEnrolment(hashNamed(7), claimBy('a'), at(1100)).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1600)).error().code,
            ErrorCode::kRefused);
  EXPECT_EQ(must(accounts().enrolment(recordNamed(1).uuid))->state, EnrolmentState::kOpen);
}

TEST_P(AccountStoreContract, WithoutConfirmationAClaimIsConfirmedAtOnce) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kNone)));
  const auto claimed = must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  EXPECT_EQ(claimed.state, EnrolmentState::kConfirmed);
  backend_->reopen();
  EXPECT_EQ(must(accounts().enrolment(recordNamed(1).uuid))->state, EnrolmentState::kConfirmed);
}

TEST_P(AccountStoreContract, ACoordinatorConfirmsWhatWasClaimedInTime) {
  const Uuid id = recordNamed(1).uuid;
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kByCoordinator)));
  EXPECT_EQ(accounts().confirmEnrolment(recordNamed(8).uuid, at(1100)).error().code,
            ErrorCode::kNotFound);
  EXPECT_EQ(accounts().confirmEnrolment(id, at(1100)).error().code, ErrorCode::kRefused);
  (void)must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  EXPECT_EQ(accounts().confirmEnrolment(id, at(2200)).error().code, ErrorCode::kRefused);
  EXPECT_EQ(must(accounts().confirmEnrolment(id, at(2199))).state, EnrolmentState::kConfirmed);
  EXPECT_EQ(must(accounts().confirmEnrolment(id, at(9999))).state, EnrolmentState::kConfirmed);
  const auto asked = must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(9999)));
  EXPECT_EQ(asked.state, EnrolmentState::kConfirmed);
}

TEST_P(AccountStoreContract, ExpiredEnrolmentsAreForgottenUnlessConfirmed) {
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kByCoordinator)));
  must(accounts().addEnrolment(enrolmentNamed(2, Confirmation::kNone)));
  must(accounts().addEnrolment(enrolmentNamed(3, Confirmation::kByCoordinator)));
  (void)must(accounts().claimEnrolment(hashNamed(2), claimBy('a'), at(1100)));
  (void)must(accounts().claimEnrolment(hashNamed(3), claimBy('b'), at(1100)));
  must(accounts().forgetEnrolmentsExpiredBy(at(1600)));
  EXPECT_TRUE(must(accounts().enrolment(recordNamed(1).uuid)));
  must(accounts().forgetEnrolmentsExpiredBy(at(2000)));
  EXPECT_FALSE(must(accounts().enrolment(recordNamed(1).uuid)));
  EXPECT_TRUE(must(accounts().enrolment(recordNamed(3).uuid)));
  must(accounts().forgetEnrolmentsExpiredBy(at(99'999)));
  EXPECT_TRUE(must(accounts().enrolment(recordNamed(2).uuid)));
  EXPECT_FALSE(must(accounts().enrolment(recordNamed(3).uuid)));
}

TEST_P(AccountStoreContract, EveryCallIsDurableByItself) {
  must(accounts().addUser(userNamed(1, "amara")));
  must(accounts().addEnrolment(enrolmentNamed(1, Confirmation::kNone)));
  (void)must(accounts().claimEnrolment(hashNamed(1), claimBy('a'), at(1100)));
  backend_->crash();
  EXPECT_TRUE(must(accounts().user(personNamed(1))));
  EXPECT_EQ(must(accounts().enrolment(recordNamed(1).uuid))->state, EnrolmentState::kConfirmed);
}

INSTANTIATE_TEST_SUITE_P(Stores, AccountStoreContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
