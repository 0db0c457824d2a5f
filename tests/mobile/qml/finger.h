#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <functional>

#include "tests/mobile/viewmodels/solo_desk.h"

namespace rapport::testing {

// A finger on the glass: finds what is in sight by its object name, taps it, types.
class Finger {
 public:
  Finger(QQuickWindow& window, SoloDesk& desk) : window_(window), desk_(desk) {}

  // The topmost item in sight with this name; null if none is.
  QQuickItem* find(const QString& name) const;
  // Taps it, and waits until the tablet has done what follows. False if it is not in sight.
  bool tap(const QString& name);
  void type(const QString& text);
  // Until the worker has nothing to do and the screens show it.
  void settle();
  int taps() const { return taps_; }

 private:
  QQuickWindow& window_;
  SoloDesk& desk_;
  int taps_ = 0;
};

}  // namespace rapport::testing
