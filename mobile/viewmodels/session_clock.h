#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <optional>

#include <qqmlregistration.h>

#include "mobile/viewmodels/draft_keeper.h"

namespace rapport {

// How long a session has lasted, pauses left out. Runs on while nobody looks, and over a restart.
class SessionClock : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("A session has one.")
  Q_PROPERTY(QString text READ text NOTIFY ticked)
  Q_PROPERTY(bool paused READ paused NOTIFY ticked)

 public:
  explicit SessionClock(QObject* parent);

  QString text() const;
  bool paused() const { return !pauses_[QLatin1String("since")].isUndefined(); }
  std::chrono::minutes minutes() const;

  Q_INVOKABLE void toggle();

  // Without an end it ticks.
  void run(FrontDesk* desk, const std::string& session, WallTime began);
  void stand(std::chrono::minutes lasted);

 signals:
  void ticked();

 private:
  std::chrono::milliseconds elapsed() const;

  DraftKeeper keeper_;
  FrontDesk* desk_ = nullptr;
  WallTime began_{};
  std::optional<std::chrono::minutes> lasted_;
  QJsonObject
      pauses_;  // "since": millis when the present pause began; "total": millis paused before
  QTimer tick_;
};

}  // namespace rapport
