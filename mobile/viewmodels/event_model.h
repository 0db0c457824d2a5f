#pragma once

#include <optional>

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/promises_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/session_reading.h"
#include "mobile/viewmodels/tally_reading.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// One event, and what to know before the visit: how they do things, what was promised, what to
// bring.
class EventModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString eventId READ eventId WRITE setEventId NOTIFY eventIdChanged)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString where READ where NOTIFY changed)
  Q_PROPERTY(QString when READ when NOTIFY changed)
  Q_PROPERTY(QString notes READ notes NOTIFY changed)
  Q_PROPERTY(QString cultureNote READ cultureNote NOTIFY changed)
  Q_PROPERTY(QString bring READ bring NOTIFY changed)
  Q_PROPERTY(rapport::RowList* promises READ promises CONSTANT)
  Q_PROPERTY(QString people READ people NOTIFY changed)
  Q_PROPERTY(bool twoVersions READ twoVersions NOTIFY changed)
  Q_PROPERTY(bool listening READ listening NOTIFY changed)
  Q_PROPERTY(bool found READ found NOTIFY changed)

 public:
  explicit EventModel(QObject* parent = nullptr);

  QString eventId() const { return eventId_; }
  void setEventId(const QString& id);
  QString title() const { return QString::fromStdString(reading_.event.title); }
  QString where() const;
  QString when() const;
  QString notes() const { return QString::fromStdString(reading_.event.notes); }
  QString cultureNote() const { return QString::fromStdString(reading_.partner.cultureNote); }
  QString bring() const;
  RowList* promises() { return &promises_; }
  QString people() const;
  bool twoVersions() const { return reading_.event.needsPerson; }
  bool listening() const { return reading_.event.type == "listening"; }
  bool found() const { return !reading_.event.id.empty(); }

 signals:
  void eventIdChanged();
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    EventFacts event;
    PartnerFacts partner;
    std::vector<PromiseFacts> promises;
    HeadCount count;
  };
  static Result<Reading> readingOf(Notebook& notebook, const std::string& id);
  void showPromises();

  QString eventId_;
  Reading reading_;
  RowList promises_;
};

}  // namespace rapport
