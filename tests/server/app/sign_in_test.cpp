#include "server/app/sign_in.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

class SignInTest : public ::testing::Test {
 protected:
  SignInTest() { desk_.addUser("Noor", Role::kCoordinator, kPassword); }

  Result<SignedIn> signIn(const std::string& name, const std::string& password,
                          const std::string& address = "10.0.0.1") {
    return desk_.signIns.signIn(name, password, address);
  }

  static constexpr const char* kPassword = "river stones";
  TestDesk desk_;
};

TEST_F(SignInTest, RightPasswordOpensASessionWithRolesAndToken) {
  const SignedIn in = need(signIn(" NOOR ", kPassword));
  EXPECT_EQ(in.visitor.name, "Noor");
  EXPECT_EQ(in.visitor.roleIn(kTestProgramme), Role::kCoordinator);
  EXPECT_EQ(in.visitor.roleIn("elsewhere"), std::nullopt);
  const Visitor back = need(desk_.signIns.visitor(in.token));
  EXPECT_EQ(back.person, in.visitor.person);
  EXPECT_EQ(back.csrf, in.visitor.csrf);
  EXPECT_NE(back.csrf, in.token);
}

TEST_F(SignInTest, EveryWrongSignInGetsTheSameAnswer) {
  desk_.addUser("Teo", Role::kWorker, "x");
  need(desk_.stores->accounts().setPasswordHash(need(desk_.stores->accounts().userNamed("teo"))->id,
                                                ""));
  const Error wrong = signIn("Noor", "river stone").error();
  EXPECT_EQ(wrong.code, ErrorCode::kUnauthenticated);
  EXPECT_EQ(signIn("nobody", kPassword, "10.0.0.2").error().message, wrong.message);
  EXPECT_EQ(signIn("Teo", "", "10.0.0.3").error().message, wrong.message)
      << "carries a tablet, has no password";
  EXPECT_EQ(signIn("Noor", std::string(limits::kPasswordBytes + 1, 'x')).error().message,
            wrong.message);
}

TEST_F(SignInTest, FailuresOfANameAtOneAddressMustWait) {
  for (std::size_t i = 0; i < limits::kSignInFailures; ++i) {
    EXPECT_EQ(signIn("Noor", "guess").error().code, ErrorCode::kUnauthenticated);
  }
  EXPECT_EQ(signIn("Noor", kPassword).error().code, ErrorCode::kUnavailable);
  EXPECT_TRUE(signIn("Noor", kPassword, "10.9.9.9")) << "the real Noor sits elsewhere";
  desk_.clock.advance(limits::kFailureWindow);
  EXPECT_TRUE(signIn("Noor", kPassword));
}

TEST_F(SignInTest, WaitIsToldAsPeopleSayIt) {
  for (std::size_t i = 0; i < limits::kSignInFailures; ++i) EXPECT_FALSE(signIn("Noor", "guess"));
  const auto told = [this] { return signIn("Noor", kPassword).error().message; };
  EXPECT_NE(told().find("Wait 15 minutes, then"), std::string::npos) << told();
  desk_.clock.advance(limits::kFailureWindow - std::chrono::seconds{30});
  EXPECT_NE(told().find("Wait a minute, then"), std::string::npos) << told();
}

TEST_F(SignInTest, FailuresOfOneAddressMustWaitWhateverTheName) {
  for (std::size_t i = 0; i < limits::kAddressFailures; ++i) {
    EXPECT_FALSE(signIn("name " + std::to_string(i), "guess"));
  }
  EXPECT_EQ(signIn("Noor", kPassword).error().code, ErrorCode::kUnavailable);
}

TEST_F(SignInTest, SessionEndsWhenSignedOutIdleOrOld) {
  const std::string out = need(signIn("Noor", kPassword)).token;
  need(desk_.signIns.signOut(out));
  EXPECT_EQ(desk_.signIns.visitor(out).error().code, ErrorCode::kUnauthenticated);

  const std::string idle = need(signIn("Noor", kPassword)).token;
  desk_.clock.advance(limits::kSessionIdle);
  EXPECT_FALSE(desk_.signIns.visitor(idle));

  const std::string used = need(signIn("Noor", kPassword)).token;
  const auto step = limits::kSessionIdle / 2;
  std::chrono::minutes passed{0};
  while (desk_.signIns.visitor(used)) {
    desk_.clock.advance(step);
    passed += step;
    ASSERT_LE(passed, limits::kSessionLife) << "no session outlives its life";
  }
  EXPECT_GE(passed, limits::kSessionLife - step) << "a session that is used stays";
}

TEST_F(SignInTest, NewPasswordEndsSessions) {
  const SignedIn in = need(signIn("Noor", kPassword));
  need(desk_.stores->accounts().setPasswordHash(in.visitor.person,
                                                need(hashPassword("other", kQuickCost))));
  EXPECT_FALSE(desk_.signIns.visitor(in.token));
}

TEST_F(SignInTest, StrangeTokensAreSignedOut) {
  for (const std::string& token : {std::string(), std::string("x"), std::string(10'000, 'x')}) {
    EXPECT_EQ(desk_.signIns.visitor(token).error().code, ErrorCode::kUnauthenticated);
  }
}

TEST_F(SignInTest, HashOfAnotherCostIsMadeAnew) {
  const PasswordCost older{1, 9 * 1024 * 1024};
  AccountStore& accounts = desk_.stores->accounts();
  const UserRow noor = *need(accounts.userNamed("noor"));
  const std::string before = need(hashPassword(kPassword, older));
  need(accounts.setPasswordHash(noor.id, before));
  EXPECT_TRUE(signIn("Noor", kPassword));
  EXPECT_NE(need(accounts.user(noor.id))->passwordHash, before);
  EXPECT_TRUE(signIn("Noor", kPassword));
}

}  // namespace
}  // namespace rapport::testing
