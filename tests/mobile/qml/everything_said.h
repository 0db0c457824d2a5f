#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace rapport::testing {

// Every text and name that is in a window, hidden or not: what its items say, and what a screen
// reader could find.
QStringList everythingSaid(QQuickWindow& window);

}  // namespace rapport::testing
