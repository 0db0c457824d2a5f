#pragma once

#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Makes this tablet somebody's, by the link or the code that the office shows.
class EnrolModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY codeChanged)

 public:
  enum State { Empty, Ready, Working, Done };
  Q_ENUM(State)

  using ViewModel::ViewModel;

  State state() const;
  QString code() const { return code_; }
  void setCode(const QString& code);

  Q_INVOKABLE void enrol();

 signals:
  void stateChanged();
  void codeChanged();

 protected:
  void readAgain() override { readingShown(); }

 private:
  QString code_;
  bool working_ = false;
  bool done_ = false;
};

}  // namespace rapport
