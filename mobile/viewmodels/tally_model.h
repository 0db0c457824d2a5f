#pragma once

#include <QTimer>
#include <chrono>
#include <vector>

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/tally_reading.h"
#include "mobile/viewmodels/tally_steps.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Counting people at one event: one tap, one person, in an age band and a language of those that
// the programme's settings hold when the screen reads.
class TallyModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString eventId READ eventId WRITE setEventId NOTIFY eventIdChanged)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
  Q_PROPERTY(QString station READ station NOTIFY changed)
  Q_PROPERTY(rapport::RowList* stations READ stations CONSTANT)
  Q_PROPERTY(rapport::RowList* bands READ bands CONSTANT)
  Q_PROPERTY(rapport::RowList* languages READ languages CONSTANT)
  Q_PROPERTY(rapport::RowList* tiles READ tiles CONSTANT)
  Q_PROPERTY(rapport::RowList* tablets READ tablets CONSTANT)
  Q_PROPERTY(rapport::RowList* arrivals READ arrivals CONSTANT)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(QString former READ former NOTIFY changed)
  Q_PROPERTY(QString undoWord READ undoWord NOTIFY undoChanged)

 public:
  explicit TallyModel(QObject* parent = nullptr);

  QString eventId() const { return eventId_; }
  // Empty: the event that is open now.
  void setEventId(const QString& id);
  QString title() const { return QString::fromStdString(event_.title); }
  QString subtitle() const { return subtitle_; }
  QString station() const;
  RowList* stations() { return &stations_; }
  RowList* bands() { return &bands_; }
  RowList* languages() { return &languages_; }
  RowList* tiles() { return &tiles_; }
  RowList* tablets() { return &tablets_; }
  RowList* arrivals() { return &arrivals_; }
  int people() const { return static_cast<int>(facts_.total); }
  // Counted here in bands and languages that the programme has given up since; empty: nothing.
  QString former() const;
  // "18–39, Español · 8 s ago"; empty: nothing to undo.
  QString undoWord() const;

  // One person more in the tile with this key. A second tap within a quarter of a second on the
  // same tile is a trembling finger.
  Q_INVOKABLE void add(const QString& tile);
  Q_INVOKABLE void undo();
  Q_INVOKABLE void chooseStation(const QString& id);
  Q_INVOKABLE void addStation(const QString& name);

 signals:
  void eventIdChanged();
  void changed();
  void undoChanged();
  // Durable on this tablet.
  void counted();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    EventFacts event;
    TallyFacts facts;
    std::vector<TallyStep> steps;
  };
  static Result<Reading> readingOf(Notebook& notebook, Drafts& drafts, std::string eventId,
                                   WallTime now);
  void showReading(const Reading& reading);
  void showTiles();
  void showTablets();
  void showArrivals();
  void count(const TallyStep& step, std::int64_t amount);
  // The one chosen; else where this tablet counted last, or most; else the event's first.
  std::string stationId() const;

  QString eventId_;
  EventFacts event_;
  TallyFacts facts_;
  QString subtitle_;
  std::string chosen_;  // station id
  RowList stations_, bands_, languages_, tiles_, tablets_, arrivals_;
  std::vector<TallyStep> steps_;  // what can be undone, oldest first
  QString hit_;                   // the tile tapped last, while it is lit
  std::chrono::milliseconds tappedAt_{-1'000};
  int saving_ = 0;  // counted on the screen, and not yet read back
  QTimer lit_, second_;
};

}  // namespace rapport
