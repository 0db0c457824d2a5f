#pragma once

#include <QTimer>
#include <chrono>
#include <optional>

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/note_draft.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/session_clock.h"
#include "mobile/viewmodels/session_reading.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// A listening session: what is written down, by whom, under which themes, and for how long.
class SessionModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString sessionId READ sessionId WRITE setSessionId NOTIFY sessionIdChanged)
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(rapport::SessionClock* clock READ clock CONSTANT)
  Q_PROPERTY(rapport::NoteDraft* draft READ draft CONSTANT)
  Q_PROPERTY(rapport::RowList* stream READ stream CONSTANT)
  Q_PROPERTY(rapport::RowList* themes READ themes CONSTANT)
  Q_PROPERTY(rapport::RowList* allThemes READ allThemes CONSTANT)
  Q_PROPERTY(rapport::RowList* takers READ takers CONSTANT)

 public:
  // Loading lasts until the first reading. None: nothing is going on, and start() begins one.
  enum State { Loading, None, Running, Ended };
  Q_ENUM(State)

  explicit SessionModel(QObject* parent = nullptr);

  QString sessionId() const { return sessionId_; }
  // Empty: the session that is going on.
  void setSessionId(const QString& id);
  State state() const { return state_; }
  // Of the session; before it begins, of the event it would belong to.
  QString title() const;
  QString subtitle() const;
  int people() const { return static_cast<int>(reading_.session.participants); }
  SessionClock* clock() { return &clock_; }
  NoteDraft* draft() { return &draft_; }
  RowList* stream() { return &stream_; }
  RowList* themes() { return &themes_; }
  RowList* allThemes() { return &allThemes_; }
  RowList* takers() { return &takers_; }

  Q_INVOKABLE void start(const QString& purpose);
  Q_INVOKABLE void addPeople(int amount);
  Q_INVOKABLE void toggleTheme(const QString& codeId);
  Q_INVOKABLE void addTheme(const QString& name);
  Q_INVOKABLE void save();
  Q_INVOKABLE void end();

 signals:
  void sessionIdChanged();
  void changed();
  void noteSaved();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    SessionReading session;
    std::optional<EventFacts> event;  // the open one
  };
  void showReading(const Reading& reading);
  void showStream();
  void showThemes();
  void showTakers();
  QVariantList rowOf(const SaidFacts& said) const;

  QString sessionId_;
  State state_ = Loading;
  SessionReading reading_;
  std::optional<EventFacts> event_;
  SessionClock clock_;
  NoteDraft draft_;
  RowList stream_, themes_, allThemes_, takers_;
  std::string opened_;  // the session whose draft and clock are open
};

}  // namespace rapport
