#pragma once

#include <QObject>
#include <QQmlParserStatus>
#include <QString>

#include <qqmlregistration.h>

#include "mobile/viewmodels/front_desk.h"

namespace rapport {

// What every view model is: it belongs to a desk, reads everything anew when records changed, and
// says in one sentence what could not be done. Derived classes spell it rapport::ViewModel: the
// type description that QML tools read takes the name as it stands there.
class ViewModel : public QObject, public QQmlParserStatus {
  Q_OBJECT
  QML_ANONYMOUS
  Q_INTERFACES(QQmlParserStatus)
  Q_PROPERTY(rapport::FrontDesk* desk READ desk WRITE setDesk NOTIFY deskChanged REQUIRED)
  Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

 public:
  explicit ViewModel(QObject* parent = nullptr) : QObject(parent) {}

  FrontDesk* desk() const { return desk_; }
  void setDesk(FrontDesk* desk);
  QString problem() const { return problem_; }
  Q_INVOKABLE void dismissProblem() { say(QString()); }

  // After something was to be saved: shows why it was not, or that all is well again.
  template <typename Outcome>
  bool saved(const Outcome& outcome) {
    if (!outcome.ok()) {
      say(outcome.error());
      return false;
    }
    if (desk_ != nullptr) desk_->setFull(false);
    say(QString());
    return true;
  }

  void classBegin() override { building_ = true; }
  void componentComplete() override;

 signals:
  void deskChanged();
  void problemChanged();

 protected:
  // Asks for a fresh reading. At most one is on its way; changes meanwhile bring one more.
  void refresh();
  // Reads on the worker and shows the answer here.
  virtual void readAgain() = 0;
  // To be called once the answer of readAgain() is shown.
  void readingShown();

  void say(const QString& problem);
  // Shows the reason of a failure.
  void say(const Error& error);

 private:
  FrontDesk* desk_ = nullptr;
  QString problem_;
  bool building_ = false;
  bool reading_ = false;
  bool stale_ = false;
};

}  // namespace rapport
