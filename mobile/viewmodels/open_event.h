#pragma once

#include <QObject>
#include <QString>

#include <qqmlregistration.h>

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/tally_reading.h"

namespace rapport {

// The event that is going on, as Today's one large card shows it.
class OpenEvent : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Today has the one there is.")
  Q_PROPERTY(bool present READ present NOTIFY changed)
  Q_PROPERTY(QString eventId READ eventId NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString where READ where NOTIFY changed)
  Q_PROPERTY(QString hours READ hours NOTIFY changed)
  Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY changed)
  Q_PROPERTY(bool listening READ listening NOTIFY changed)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(QString here READ here NOTIFY changed)
  Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY changed)

 public:
  using QObject::QObject;

  bool present() const { return !event_.id.empty(); }
  QString eventId() const { return QString::fromStdString(event_.id); }
  QString title() const { return QString::fromStdString(event_.title); }
  QString where() const;
  QString hours() const { return hours_; }
  QString timeLeft() const { return timeLeft_; }
  bool listening() const { return event_.type == "listening"; }
  int people() const { return static_cast<int>(count_.total); }
  QString here() const;
  QString elsewhere() const;

  void show(const EventFacts* event, const HeadCount& count, const Clock& clock);

 signals:
  void changed();

 private:
  EventFacts event_;
  HeadCount count_;
  QString hours_;
  QString timeLeft_;
  QString heard_;
};

// Partner and place in one line, whichever is known.
QString whereOf(const EventFacts& event);

}  // namespace rapport
