#pragma once

#include <functional>
#include <vector>

#include "shared/base/clock.h"
#include "tests/mobile/qml/finger.h"

namespace rapport::testing {

// One screen of the app, and how a finger gets there.
struct Scene {
  enum class Where { kWorkingDay, kManyGroups, kNobodysTablet, kGallery };
  enum class Held { kEither, kLyingOnly, kUprightOnly };

  const char* name;
  std::function<bool(Finger&)> reach;
  Where where = Where::kWorkingDay;
  Held held = Held::kEither;
  // What takes time, behind the way there.
  std::function<bool(Finger&, ManualClock&)> then{};
};

// Every screen there is, each once, and every page of the gallery.
std::vector<Scene> everyScene();

// Of these: the lock and its PIN; the kiosk.
void addLockScenes(std::vector<Scene>& scenes);
void addKioskScenes(std::vector<Scene>& scenes);

}  // namespace rapport::testing
