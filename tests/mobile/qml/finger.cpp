#include "tests/mobile/qml/finger.h"

#include <QCoreApplication>
#include <QtTest>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <future>

#include <QtQuickTest/quicktest.h>

namespace rapport::testing {
namespace {

// What a reading sets off may read again; a screen settles within a few rounds.
constexpr int kRounds = 6;
// Far longer than anything takes; a busy machine is no failure.
constexpr int kPatienceMillis = 60'000;

QPointF centreOf(const QQuickItem& item) {
  return item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
}

// Later siblings lie on top, unless `z` says otherwise.
QList<QQuickItem*> fromTheTop(const QQuickItem& item) {
  QList<QQuickItem*> children = item.childItems();
  std::reverse(children.begin(), children.end());
  std::ranges::stable_sort(children, std::greater{},
                           [](const QQuickItem* child) { return child->z(); });
  return children;
}

bool takesTouches(const QQuickItem& item) {
  const auto children = item.children();
  return item.isEnabled() && (item.acceptedMouseButtons() != Qt::NoButton ||
                              std::ranges::any_of(children, [](const QObject* child) {
                                return child->inherits("QQuickPointerHandler");
                              }));
}

// What a finger put down here would touch.
const QQuickItem* touchedAt(const QQuickItem& item, QPointF scene) {
  const bool inside = item.contains(item.mapFromScene(scene));
  if (!item.isVisible() || (item.clip() && !inside)) return nullptr;
  for (const QQuickItem* child : fromTheTop(item))
    if (const QQuickItem* touched = touchedAt(*child, scene)) return touched;
  return inside && takesTouches(item) ? &item : nullptr;
}

// Not outside the window, not scrolled out of what clips it, and under nothing that is not its own.
bool isReachable(const QQuickItem& item) {
  const QPointF centre = centreOf(item);
  const QQuickItem* root = item.window()->contentItem();
  if (!root->contains(root->mapFromScene(centre))) return false;
  for (const QQuickItem* each = item.parentItem(); each != nullptr; each = each->parentItem())
    if (each->clip() && !each->contains(each->mapFromScene(centre))) return false;
  const QQuickItem* touched = touchedAt(*root, centre);
  return touched == nullptr || touched == &item || touched->isAncestorOf(&item) ||
         item.isAncestorOf(touched);
}

using Wanted = std::function<bool(const QQuickItem&)>;

QQuickItem* findIn(QQuickItem* item, const Wanted& wanted) {
  if (!item->isVisible()) return nullptr;
  for (QQuickItem* child : fromTheTop(*item))
    if (QQuickItem* found = findIn(child, wanted)) return found;
  return item->width() > 0 && item->height() > 0 && wanted(*item) && isReachable(*item) ? item
                                                                                        : nullptr;
}

// Whether everything above it has been laid out for good.
bool isStill(const QQuickItem* item) {
  for (; item != nullptr; item = item->parentItem())
    if (QQuickTest::qIsPolishScheduled(item)) return false;
  return true;
}

}  // namespace

void behind(Desk& desk, const std::function<void(Notebook&, Drafts&)>& work) {
  std::promise<void> ran;
  desk.post([&](const Worktop& top) {
    work(top.notebook, top.drafts);
    ran.set_value();
  });
  ran.get_future().wait();
}

QQuickItem* Finger::find(const QString& name) const {
  QQuickItem* found = window_.contentItem();
  for (const QString& part : name.split(QStringLiteral(" > "))) {
    found = findIn(found, [&part](const QQuickItem& item) {
      return item.objectName() == part && item.isEnabled();
    });
    if (found == nullptr) break;
  }
  return found;
}

bool Finger::reads(const QString& words) const {
  return findIn(window_.contentItem(), [&words](const QQuickItem& item) {
           return item.property("text").toString().contains(words);
         }) != nullptr;
}

QQuickItem* Finger::comes(const QString& name) const {
  QQuickItem* found = nullptr;
  static_cast<void>(until([&] { return (found = find(name)) != nullptr; }));
  return found;
}

bool Finger::comesToRead(const QString& words) const {
  return until([&] { return reads(words); });
}

bool Finger::goes(const QString& name) const {
  return until([&] { return find(name) == nullptr; });
}

bool Finger::tap(const QString& name) {
  const auto inSight = [&] {
    const QQuickItem* item = find(name);
    return item != nullptr && isStill(item);
  };
  if (!until(inSight)) return false;
  QTest::mouseClick(&window_, Qt::LeftButton, Qt::NoModifier, centreOf(*find(name)).toPoint());
  ++taps_;
  settle();
  return true;
}

bool Finger::draw(const QString& name, const std::vector<QPointF>& along) {
  const QQuickItem* item = comes(name);
  if (item == nullptr || along.empty()) return false;
  const auto on = [item](QPointF part) {
    return item->mapToScene(QPointF(part.x() * item->width(), part.y() * item->height())).toPoint();
  };
  QTest::mousePress(&window_, Qt::LeftButton, Qt::NoModifier, on(along.front()));
  for (const QPointF& part : along) QTest::mouseMove(&window_, on(part));
  QTest::mouseRelease(&window_, Qt::LeftButton, Qt::NoModifier, on(along.back()));
  settle();
  return true;
}

bool Finger::hold(const QString& name, const std::function<bool()>& condition) {
  const QQuickItem* item = comes(name);
  if (item == nullptr) return false;
  const QPoint place = centreOf(*item).toPoint();
  QTest::mousePress(&window_, Qt::LeftButton, Qt::NoModifier, place);
  const bool held = until(condition);
  QTest::mouseRelease(&window_, Qt::LeftButton, Qt::NoModifier, place);
  settle();
  return held;
}

bool Finger::tapAll(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (tap(QString::fromUtf8(name))) continue;
    std::fprintf(stderr, "\"%s\" is not in sight.\n", name);
    return false;
  }
  return true;
}

void Finger::type(const QString& text) {
  for (const QChar letter : text) QTest::keyClick(&window_, letter.toLatin1());
  settle();
}

void Finger::erase(int letters) {
  for (int erased = 0; erased < letters; ++erased) QTest::keyClick(&window_, Qt::Key_Backspace);
  settle();
}

void Finger::settle() {
  for (int round = 0; round < kRounds; ++round) {
    QCoreApplication::processEvents();
    if (desk_.enrolled()) behind(desk_, [](Notebook&, Drafts&) {});
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  }
}

bool Finger::until(const std::function<bool()>& condition) const {
  return QTest::qWaitFor(condition, kPatienceMillis);
}

}  // namespace rapport::testing
