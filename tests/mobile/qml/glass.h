#pragma once

#include <QQuickView>
#include <QSize>
#include <QStringList>
#include <memory>

#include "mobile/viewmodels/front_desk.h"
#include "tests/mobile/qml/finger.h"
#include "tests/mobile/viewmodels/fake_file_source.h"

namespace rapport::testing {

inline constexpr QSize kLying{1280, 800};
inline constexpr QSize kUpright{800, 1280};

// What every program here does before its QGuiApplication: no display, no graphics card.
void drawOffScreen();

// The tablet as somebody holds it: the app's real screens on a desk, and a finger. Closing it ends
// the desk as leaving the app does.
class Glass {
 public:
  enum class Opens { kApp, kGallery };
  explicit Glass(std::unique_ptr<Desk> desk, QSize size = kLying, Opens opens = Opens::kApp);
  ~Glass();

  // False when QML could not make the screens.
  bool shown() const { return view_.status() == QQuickView::Ready; }
  // What QML complained of since: a screen with a broken binding looks fine and is not.
  const QStringList& faults() const { return faults_; }

  // Everything that moves is soon where it goes.
  void reduceMotion();

  Desk& desk() { return desk_; }
  FrontDesk& frontDesk() { return frontDesk_; }
  // What the person here chooses and takes photos with.
  FakeFileSource& source() { return source_; }
  QQuickView& view() { return view_; }
  Finger& finger() { return finger_; }

 private:
  Desk& desk_;
  FrontDesk frontDesk_;
  FakeFileSource& source_;
  QStringList faults_;
  QQuickView view_;
  Finger finger_;
};

}  // namespace rapport::testing
