#pragma once

#include <QDate>
#include <QJsonObject>
#include <vector>

#include "mobile/viewmodels/draft_keeper.h"
#include "mobile/viewmodels/promise_reading.h"
#include "mobile/viewmodels/promise_slip.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// A promise being made: what, to whom, who does it, by when, how they will be told. The partner of
// the open event and the person holding the tablet are filled in.
class PromiseModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString words READ words WRITE setWords NOTIFY changed)
  Q_PROPERTY(bool ours READ ours WRITE setOurs NOTIFY changed)
  Q_PROPERTY(QString answering READ answering NOTIFY changed)
  Q_PROPERTY(rapport::RowList* partners READ partners CONSTANT)
  Q_PROPERTY(rapport::RowList* allPartners READ allPartners CONSTANT)
  Q_PROPERTY(rapport::RowList* people READ people CONSTANT)
  Q_PROPERTY(rapport::RowList* allPeople READ allPeople CONSTANT)
  Q_PROPERTY(rapport::RowList* dues READ dues CONSTANT)
  Q_PROPERTY(rapport::RowList* tells READ tells CONSTANT)
  Q_PROPERTY(rapport::RowList* heard READ heard CONSTANT)
  Q_PROPERTY(rapport::PromiseSlip* slip READ slip CONSTANT)
  Q_PROPERTY(QString missing READ missing NOTIFY changed)
  Q_PROPERTY(bool saving READ saving NOTIFY changed)

 public:
  explicit PromiseModel(QObject* parent = nullptr);

  QString words() const { return held("text"); }
  bool ours() const { return held("owed_by") != QLatin1String("partner"); }
  QString answering() const { return held("answering"); }
  RowList* partners() { return &partners_; }
  RowList* allPartners() { return &allPartners_; }
  RowList* people() { return &people_; }
  RowList* allPeople() { return &allPeople_; }
  RowList* dues() { return &dues_; }
  RowList* tells() { return &tells_; }
  RowList* heard() { return &heard_; }
  PromiseSlip* slip() { return &slip_; }
  QString missing() const;
  bool saving() const { return saving_; }

  void setWords(const QString& words);
  void setOurs(bool ours);
  Q_INVOKABLE void choosePartner(const QString& id) { hold("partner", id); }
  Q_INVOKABLE void choosePerson(const QString& id) { hold("assignee", id); }
  // A day as "2026-11-28".
  Q_INVOKABLE void chooseDue(const QString& day) { hold("due", day); }
  Q_INVOKABLE void chooseTelling(const QString& channel) { hold("told_via", channel); }
  // The promise answers something that was heard; an empty id takes the link away.
  Q_INVOKABLE void answer(const QString& feedbackId);
  Q_INVOKABLE void save();

 signals:
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  QString held(const char* field) const { return draft_[QLatin1String(field)].toString(); }
  void hold(const char* field, const QString& value);
  QString partnerId() const;
  QString assigneeId() const;
  void show();
  void showPartners();
  void showPeople();
  void showDues();
  void showSlip();
  void showHeard();
  std::vector<FieldEdit> fields() const;

  RowList partners_, allPartners_, people_, allPeople_, dues_, tells_, heard_;
  PromiseSlip slip_;
  DraftKeeper keeper_;
  QJsonObject draft_;
  PromiseReading reading_;
  bool saving_ = false;
};

}  // namespace rapport
