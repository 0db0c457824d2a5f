#pragma once

#include <QTimer>
#include <atomic>
#include <memory>

#include "mobile/viewmodels/view_model.h"

namespace rapport {

// What a person does about the tablet itself, from its settings: carry by hand what no network
// takes, make room, and see whose tablet this is. One at a time; other work of the screens waits
// behind it, and nothing of it is lost.
class UpkeepModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(State state READ state NOTIFY changed)
  // What is being done, or what became of it and why, in a sentence; empty until it was asked for.
  Q_PROPERTY(QString said READ said NOTIFY changed)
  Q_PROPERTY(bool failed READ failed NOTIFY changed)
  Q_PROPERTY(QString whose READ whose NOTIFY changed)

 public:
  enum State { Idle, CarryingOut, LettingGo };
  Q_ENUM(State)

  explicit UpkeepModel(QObject* parent = nullptr);

  State state() const { return state_; }
  QString said() const;
  bool failed() const { return failed_; }
  QString whose() const { return whose_; }

  // Writes what the office does not have into a file that somebody brings there.
  Q_INVOKABLE void carryOut();
  // Removes files from this tablet that the office has.
  Q_INVOKABLE void letGo();
  // The sentence was read.
  Q_INVOKABLE void putAway();

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  bool begin(State state);
  void end(const Status& how, const QString& said);

  State state_ = Idle;
  QString said_, whose_;
  bool failed_ = false;
  // Of the file, so far: the worker counts, the screen looks now and then.
  std::shared_ptr<std::atomic<std::uint64_t>> writtenBytes_;
  QTimer look_;
};

}  // namespace rapport
