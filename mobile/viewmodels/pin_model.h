#pragma once

#include <QTimer>
#include <chrono>
#include <memory>
#include <string_view>

#include "mobile/viewmodels/lock.h"
#include "mobile/viewmodels/view_model.h"
#include "shared/crypto/secret.h"

namespace rapport {

// Digits that are overwritten where they lay when they go.
class PinDigits {
 public:
  std::string_view view() const { return {reinterpret_cast<const char*>(digits_.data()), size_}; }
  std::size_t size() const { return size_; }
  bool add(char digit);  // false: it holds as many as a PIN may have
  void erase();
  void clear();

 private:
  Secret<kPinDigitsMost> digits_;
  std::size_t size_ = 0;
};

// Somebody types a PIN: to come in, to leave a kiosk, or to set, change or remove it. What was
// typed is told to nobody but the lock: screens learn how many digits there are.
class PinModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(Aim aim READ aim WRITE setAim NOTIFY changed)
  Q_PROPERTY(Step step READ step NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(int entered READ entered NOTIFY changed)
  Q_PROPERTY(bool enough READ enough NOTIFY changed)  // digits for a PIN, and nothing to wait for
  Q_PROPERTY(bool busy READ busy NOTIFY changed)
  Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
  // How long to wait, or what was wrong; empty: all is well so far.
  Q_PROPERTY(QString said READ said NOTIFY changed)

 public:
  enum Aim { Unlock, LeaveKiosk, Set, SetForKiosk, Change, Remove };
  Q_ENUM(Aim)
  enum Step { Present, New, Again };
  Q_ENUM(Step)

  explicit PinModel(QObject* parent = nullptr);

  Aim aim() const { return aim_; }
  void setAim(Aim aim);
  Step step() const { return step_; }
  QString title() const;
  int entered() const { return static_cast<int>(typed_->size()); }
  bool enough() const;
  bool busy() const { return busy_; }
  int waitSeconds() const;
  QString said() const;

  // What is no digit is left out: a pasted PIN may have spaces.
  Q_INVOKABLE void type(const QString& digits);
  Q_INVOKABLE void erase();
  Q_INVOKABLE void enter();
  // From the beginning, for whoever comes next.
  Q_INVOKABLE void begin();

 signals:
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  void tryIt();
  void tried(const Result<PinAnswer>& answer);
  void takeNew();
  void keepNew();
  void waitFor(std::chrono::seconds wait);
  void finish();

  Aim aim_ = Unlock;
  Step step_ = Present;
  std::shared_ptr<PinDigits> typed_ = std::make_shared<PinDigits>();
  std::shared_ptr<PinDigits> first_ = std::make_shared<PinDigits>();
  bool busy_ = false;
  std::chrono::milliseconds waitEnds_{0};  // on the steady clock
  QTimer second_;
};

}  // namespace rapport
