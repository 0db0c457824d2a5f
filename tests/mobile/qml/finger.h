#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <functional>
#include <initializer_list>
#include <vector>

#include "mobile/viewmodels/desk.h"

namespace rapport::testing {

// Runs on the desk's worker behind everything that was handed in before, and waits for it. Only on
// a desk that is enrolled.
void behind(Desk& desk, const std::function<void(Notebook&, Drafts&)>& work);

// A finger on the glass: finds what is in sight by its object name, taps it, types.
class Finger {
 public:
  Finger(QQuickWindow& window, Desk& desk) : window_(window), desk_(desk) {}

  // The topmost item in sight with this name; null if none is. In sight is what a finger could
  // reach: visible, enabled, not scrolled away, and not under a sheet. "outer > inner" looks inside
  // an item.
  QQuickItem* find(const QString& name) const;
  // Whether this stands in any text that is in sight.
  bool reads(const QString& words) const;

  // The same, waited for.
  QQuickItem* comes(const QString& name) const;
  bool comesToRead(const QString& words) const;
  bool goes(const QString& name) const;

  // Taps it once it is in sight, and waits until the tablet has done what follows. False if it did
  // not come in sight.
  bool tap(const QString& name);
  // One after the other; says on standard error what was not in sight.
  bool tapAll(std::initializer_list<const char*> names);
  // Goes over an item without being lifted, by parts of its width and height.
  bool draw(const QString& name, const std::vector<QPointF>& along);
  // Stays on it until this is so.
  bool hold(const QString& name, const std::function<bool()>& until);
  void type(const QString& text);
  void erase(int letters);
  // Until the worker has nothing to do and the screens show it.
  void settle();
  // Waits for it, but not for ever; false if it did not come true.
  bool until(const std::function<bool()>& condition) const;
  int taps() const { return taps_; }

 private:
  QQuickWindow& window_;
  Desk& desk_;
  int taps_ = 0;
};

}  // namespace rapport::testing
