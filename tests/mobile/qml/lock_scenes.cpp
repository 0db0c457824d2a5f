#include <algorithm>

#include "tests/mobile/qml/scenes.h"

namespace rapport::testing {
namespace {

using std::chrono::seconds;
using Held = Scene::Held;
using Where = Scene::Where;

bool typePin(Finger& finger, const char* digits) {
  for (const char* digit = digits; *digit != '\0'; ++digit)
    if (!finger.tap(QStringLiteral("digit") + QLatin1Char(*digit))) return false;
  return finger.tap(QStringLiteral("enterPin"));
}

bool choosePin(Finger& finger) { return typePin(finger, "2580") && typePin(finger, "2580"); }

// As it is held, the settings are elsewhere.
bool openLock(Finger& finger, Held held) {
  return finger.tapAll(
      {held == Held::kUprightOnly ? "uprightSettings" : "settings", "lockSettings"});
}

bool handOver(Finger& finger) {
  return finger.tapAll({"startKiosk", "beginKiosk"}) && choosePin(finger) &&
         finger.comes(QStringLiteral("kioskBegin")) != nullptr;
}

// All but the first three questions are left out.
bool reachTheEnd(Finger& finger) {
  if (!handOver(finger) || !finger.tap(QStringLiteral("kioskBegin"))) return false;
  for (const char* choice : {"level4", "level3", "level5"})
    if (!finger.tapAll({choice, "kioskNext"})) return false;
  for (int left = 0; left < 9; ++left)
    if (!finger.tap(QStringLiteral("skipQuestion"))) return false;
  return finger.comes(QStringLiteral("kioskHandIn")) != nullptr;
}

bool holdTheMark(Finger& finger, ManualClock& clock) {
  return finger.hold(QStringLiteral("kioskMark"), [&] {
    clock.advance(seconds(1));
    return finger.find(QStringLiteral("digit1")) != nullptr;
  });
}

void addLock(std::vector<Scene>& scenes, Held held) {
  const auto scene = [&](const char* name, std::function<bool(Finger&)> then) {
    scenes.push_back({name,
                      [held, then = std::move(then)](Finger& finger) {
                        return openLock(finger, held) && then(finger);
                      },
                      Where::kWorkingDay, held});
  };
  scene("settings-no-pin", [](Finger&) { return true; });
  scene("pin-pad", [](Finger& finger) {
    return finger.tapAll({"setPin", "digit2", "digit5", "digit8"});
  });
  const auto set = [](Finger& finger) {
    return finger.tap(QStringLiteral("setPin")) && choosePin(finger) &&
           finger.comes(QStringLiteral("lockNow")) != nullptr;
  };
  scene("settings-pin", set);
  const auto locked = [set](Finger& finger) {
    return set(finger) && finger.tap(QStringLiteral("lockNow")) &&
           finger.comes(QStringLiteral("digit1")) != nullptr;
  };
  scene("locked", locked);
  scene("locked-wrong",
        [locked](Finger& finger) { return locked(finger) && typePin(finger, "1470"); });
  scene("locked-wait", [locked](Finger& finger) {
    if (!locked(finger)) return false;
    for (int wrong = 0; wrong < 5; ++wrong)
      if (!typePin(finger, "1470")) return false;
    return true;
  });
  scene("lost-pin", [locked](Finger& finger) {
    return locked(finger) && finger.tap(QStringLiteral("lostPin"));
  });
}

}  // namespace

void addLockScenes(std::vector<Scene>& scenes) {
  addLock(scenes, Held::kLyingOnly);
  addLock(scenes, Held::kUprightOnly);
}

void addKioskScenes(std::vector<Scene>& scenes) {
  const auto begun = [](Finger& finger) {
    return handOver(finger) && finger.tap(QStringLiteral("kioskBegin"));
  };
  scenes.push_back({"kiosk-start", [](Finger& finger) { return finger.tapAll({"startKiosk"}); }});
  scenes.push_back({"kiosk-pin", [](Finger& finger) {
                      return finger.tapAll({"startKiosk", "beginKiosk", "digit2"});
                    }});
  scenes.push_back({"kiosk-welcome", handOver});
  scenes.push_back({"kiosk-question", begun});
  scenes.push_back({"kiosk-answered", [begun](Finger& finger) {
                      return begun(finger) && finger.tapAll({"level4", "kioskNext", "kioskBack"});
                    }});
  scenes.push_back({"kiosk-stop", [begun](Finger& finger) {
                      return begun(finger) && finger.tapAll({"level4", "kioskNext", "kioskStop"});
                    }});
  Scene alone{"kiosk-still-there", begun};
  alone.then = [](Finger& finger, ManualClock& clock) {
    clock.advance(seconds(65));
    return finger.comes(QStringLiteral("stillHere")) != nullptr;
  };
  scenes.push_back(std::move(alone));
  scenes.push_back({"kiosk-finish", reachTheEnd});
  scenes.push_back({"kiosk-thanks", [](Finger& finger) {
                      return reachTheEnd(finger) && finger.tap(QStringLiteral("kioskHandIn")) &&
                             finger.comes(QStringLiteral("kioskAgain")) != nullptr;
                    }});
  Scene leave{"kiosk-leave", handOver};
  leave.then = holdTheMark;
  scenes.push_back(std::move(leave));
}

}  // namespace rapport::testing
