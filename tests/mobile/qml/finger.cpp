#include "tests/mobile/qml/finger.h"

#include <QCoreApplication>
#include <QtTest>

namespace rapport::testing {
namespace {

// What a reading sets off may read again; a screen settles within a few rounds.
constexpr int kRounds = 6;

QQuickItem* findIn(QQuickItem* item, const QString& name) {
  if (!item->isVisible() || !item->isEnabled()) return nullptr;
  const auto children = item->childItems();
  // Later siblings lie on top.
  for (auto child = children.rbegin(); child != children.rend(); ++child)
    if (QQuickItem* found = findIn(*child, name)) return found;
  return item->objectName() == name && item->width() > 0 && item->height() > 0 ? item : nullptr;
}

}  // namespace

QQuickItem* Finger::find(const QString& name) const { return findIn(window_.contentItem(), name); }

bool Finger::tap(const QString& name) {
  QQuickItem* item = find(name);
  if (item == nullptr) return false;
  const QPointF centre = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
  QTest::mouseClick(&window_, Qt::LeftButton, Qt::NoModifier, centre.toPoint());
  ++taps_;
  settle();
  return true;
}

void Finger::type(const QString& text) {
  for (const QChar letter : text) QTest::keyClick(&window_, letter.toLatin1());
  settle();
}

void Finger::settle() {
  for (int round = 0; round < kRounds; ++round) {
    QCoreApplication::processEvents();
    desk_.behind([](Notebook&, Drafts&) {});
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
}

}  // namespace rapport::testing
