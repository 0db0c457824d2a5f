#pragma once

#include <QTimer>
#include <functional>
#include <vector>

#include "mobile/viewmodels/open_event.h"
#include "mobile/viewmodels/promises_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// The day: what is going on, what comes, what was promised, what to bring back.
class TodayModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString dateLine READ dateLine NOTIFY changed)
  Q_PROPERTY(rapport::OpenEvent* open READ open CONSTANT)
  Q_PROPERTY(rapport::RowList* events READ events CONSTANT)
  Q_PROPERTY(QString eventsTitle READ eventsTitle NOTIFY changed)
  Q_PROPERTY(rapport::RowList* promises READ promises CONSTANT)
  Q_PROPERTY(int promisesDue READ promisesDue NOTIFY changed)
  Q_PROPERTY(rapport::RowList* answers READ answers CONSTANT)
  Q_PROPERTY(int answersWaiting READ answersWaiting NOTIFY changed)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)

 public:
  explicit TodayModel(QObject* parent = nullptr);

  QString dateLine() const { return dateLine_; }
  OpenEvent* open() { return &open_; }
  RowList* events() { return &events_; }
  QString eventsTitle() const { return eventsTitle_; }
  RowList* promises() { return &promises_; }
  int promisesDue() const { return promisesDue_; }
  RowList* answers() { return &answers_; }
  int answersWaiting() const { return answersWaiting_; }
  bool shown() const { return shown_; }

  Q_INVOKABLE void markKept(const QString& promiseId);
  Q_INVOKABLE void markTold(const QString& responseId);

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    std::vector<EventFacts> events;
    std::vector<PromiseFacts> promises;
    std::vector<AnswerFacts> answers;
    HeadCount count;  // of the open event
    std::string programme;
  };
  static Result<Reading> readingAt(Notebook& notebook, WallTime now);
  void showReading(const Reading& reading);
  void showEvents(const Reading& reading, const EventFacts* open);
  void showPromises(const std::vector<PromiseFacts>& promises);

  OpenEvent open_;
  RowList events_;
  RowList promises_;
  RowList answers_;
  QTimer minute_;
  QString dateLine_;
  QString eventsTitle_;
  int promisesDue_ = 0;
  int answersWaiting_ = 0;
  bool shown_ = false;
};

}  // namespace rapport
