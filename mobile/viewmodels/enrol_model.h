#pragma once

#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Makes this tablet somebody's, by the link or the code that the office shows; or takes away a PIN
// that its person lost, by one that the office gave to them. What was typed stays until it worked.
class EnrolModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(State state READ state NOTIFY stateChanged)
  Q_PROPERTY(QString code READ code WRITE setCode NOTIFY typedChanged)
  Q_PROPERTY(QString office READ office WRITE setOffice NOTIFY typedChanged)
  Q_PROPERTY(bool asksOffice READ asksOffice NOTIFY typedChanged)
  Q_PROPERTY(QString words READ words NOTIFY stateChanged)
  Q_PROPERTY(bool lostPin MEMBER lostPin_ NOTIFY typedChanged)

 public:
  // Waiting: the coordinator has to say that the words are the same.
  enum State { Empty, Ready, Working, Waiting, Done };
  Q_ENUM(State)

  using ViewModel::ViewModel;

  State state() const;
  QString code() const { return code_; }
  QString office() const { return office_; }
  void setCode(const QString& code);
  void setOffice(const QString& office);

  // A code says nothing of where the office is; a link does.
  bool asksOffice() const;
  // To be read to the coordinator while Waiting, one a line.
  QString words() const { return words_; }

  Q_INVOKABLE void enrol();
  // Stops waiting. The coordinator may confirm all the same; the same code works again then.
  Q_INVOKABLE void giveUp();

 signals:
  void stateChanged();
  void typedChanged();

 protected:
  void readAgain() override { readingShown(); }

 private:
  void type(QString& field, const QString& text);
  void onWords(const std::string& words);
  void onDone(const Status& status);

  QString code_;
  QString office_;
  QString words_;
  bool lostPin_ = false;
  bool working_ = false;
  bool gaveUp_ = false;
  bool done_ = false;
};

}  // namespace rapport
