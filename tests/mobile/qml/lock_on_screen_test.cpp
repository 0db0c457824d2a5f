#include <gtest/gtest.h>

#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

class LockOnScreen : public testing::Screens {
 protected:
  static constexpr const char* kPin = "2580";

  bool setPin() {
    return finger().tapAll({"settings", "lockSettings", "setPin"}) && typePin(kPin) &&
           typePin(kPin) && finger().comes("lockNow") != nullptr;
  }
};

TEST_F(LockOnScreen, APinIsSetTheTabletLockedAndOpenedAgain) {
  ASSERT_TRUE(setPin());
  ASSERT_TRUE(finger().tap("lockNow"));
  ASSERT_NE(finger().comes("lockScreen"), nullptr);
  ASSERT_TRUE(typePin("1470"));
  EXPECT_TRUE(finger().comesToRead("This is not the PIN."));
  ASSERT_TRUE(typePin(kPin));
  EXPECT_NE(finger().comes("todayScreen"), nullptr);
}

}  // namespace
}  // namespace rapport
