#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>

#include <qqmlregistration.h>

#include "mobile/viewmodels/lock.h"
#include "shared/base/clock.h"

namespace rapport {

class FrontDesk;

// What is to be seen at all: the app, its lock, or the kiosk that is handed to a participant. Until
// the lock was read once, nothing. Hears every touch, so that it knows how long nobody was there.
class ScreenLock : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("The front desk has it.")
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(bool hasPin READ hasPin NOTIFY changed)
  Q_PROPERTY(int idleMinutes READ idleMinutes WRITE setIdleMinutes NOTIFY changed)
  // Why the lock cannot be read, or a setting of it not kept.
  Q_PROPERTY(QString problem READ problem NOTIFY changed)

 public:
  enum State { Unknown, Open, Locked, Kiosk };
  Q_ENUM(State)

  // The desk outlives it.
  explicit ScreenLock(FrontDesk& desk);

  State state() const { return state_; }
  bool hasPin() const { return facts_.hasPin; }
  int idleMinutes() const { return static_cast<int>(facts_.idle.count()); }
  void setIdleMinutes(int minutes);
  QString problem() const { return problem_; }
  // What the kiosk asks for.
  const std::string& kiosk() const { return facts_.kiosk; }

  // Only where there is a PIN to open it again.
  Q_INVOKABLE void lockNow();
  // Reads how the tablet is locked. The first time it locks itself; later it only looks.
  Q_INVOKABLE void refresh();
  // Somebody gave the right PIN, or the office took it away.
  void opened();
  // On the steady clock.
  std::chrono::milliseconds lastTouch() const { return touchedSteady_; }
  // Whether somebody was there all the time. The timer asks now and then.
  void look();

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void changed();

 private:
  void show(const LockFacts& facts);
  void become(State state);
  void touched();

  FrontDesk& desk_;
  State state_ = Unknown;
  LockFacts facts_;
  QString problem_;
  QTimer look_;
  std::chrono::milliseconds touchedSteady_{};
  WallTime touchedWall_{};
};

}  // namespace rapport
