#include "mobile/viewmodels/screen_lock.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>

#include "mobile/viewmodels/front_desk.h"
#include "mobile/viewmodels/tongue.h"

namespace rapport {
namespace {

constexpr int kLookMillis = 1000;

bool isTouch(QEvent::Type type) {
  switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::Wheel:
      return true;
    default:
      return false;
  }
}

}  // namespace

ScreenLock::ScreenLock(FrontDesk& desk) : desk_(desk) {
  look_.setInterval(kLookMillis);
  connect(&look_, &QTimer::timeout, this, &ScreenLock::look);
  QCoreApplication::instance()->installEventFilter(this);
}

bool ScreenLock::eventFilter(QObject* /*watched*/, QEvent* event) {
  if (isTouch(event->type())) touched();
  return false;
}

void ScreenLock::touched() {
  touchedSteady_ = desk_.clock().steadyNow();
  touchedWall_ = desk_.clock().wallNow();
}

void ScreenLock::setIdleMinutes(int minutes) {
  if (minutes == idleMinutes()) return;
  desk_.write(
      this,
      [minutes](const Worktop& top) { return top.lock.setIdle(std::chrono::minutes(minutes)); },
      [this](const Status& kept) {
        problem_ = kept.ok() ? QString() : wordsOf(kept.error());
        refresh();
      });
}

void ScreenLock::refresh() {
  if (!desk_.enrolled()) return become(Unknown);
  desk_.read(
      this, [](const Worktop& top) { return top.lock.facts(); },
      [this](const Result<LockFacts>& facts) {
        if (facts.ok()) return show(*facts);
        problem_ = wordsOf(facts.error());
        emit changed();
      });
}

void ScreenLock::show(const LockFacts& facts) {
  facts_ = facts;
  if (state_ == Unknown) problem_.clear();
  if (!facts.kiosk.empty()) return become(Kiosk);
  if (state_ == Unknown || state_ == Kiosk) return become(facts.hasPin ? Locked : Open);
  become(state_ == Locked && !facts.hasPin ? Open : state_);
}

void ScreenLock::lockNow() {
  if (state_ == Open && facts_.hasPin) become(Locked);
}

void ScreenLock::opened() {
  facts_.kiosk.clear();
  become(Open);
  refresh();
}

// A tablet that slept stands still by the one clock, and the other may be set: whichever says
// longer counts.
void ScreenLock::look() {
  const auto steady = desk_.clock().steadyNow() - touchedSteady_;
  const auto wall = desk_.clock().wallNow() - touchedWall_;
  if (facts_.idle.count() > 0 && std::max(steady, wall) >= facts_.idle) lockNow();
}

void ScreenLock::become(State state) {
  const bool opens = state == Open && state_ != Open;
  state_ = state;
  if (opens) touched();
  state == Open&& facts_.hasPin ? look_.start() : look_.stop();
  emit changed();
}

}  // namespace rapport
