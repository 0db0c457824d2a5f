#pragma once

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/promises_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// One partner: how they do things, what we owe each other, when we meet.
class PartnerModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString partnerId READ partnerId WRITE setPartnerId NOTIFY partnerIdChanged)
  Q_PROPERTY(QString name READ name NOTIFY changed)
  Q_PROPERTY(QString line READ line NOTIFY changed)
  Q_PROPERTY(QString description READ description NOTIFY changed)
  Q_PROPERTY(QString cultureNote READ cultureNote NOTIFY changed)
  Q_PROPERTY(QString languages READ languages NOTIFY changed)
  Q_PROPERTY(rapport::RowList* promises READ promises CONSTANT)
  Q_PROPERTY(rapport::RowList* events READ events CONSTANT)
  Q_PROPERTY(bool twoVersions READ twoVersions NOTIFY changed)
  Q_PROPERTY(bool found READ found NOTIFY changed)

 public:
  explicit PartnerModel(QObject* parent = nullptr);

  QString partnerId() const { return partnerId_; }
  void setPartnerId(const QString& id);
  QString name() const { return QString::fromStdString(reading_.partner.name); }
  QString line() const { return line_; }
  QString description() const { return QString::fromStdString(reading_.partner.description); }
  QString cultureNote() const { return QString::fromStdString(reading_.partner.cultureNote); }
  QString languages() const { return languages_; }
  RowList* promises() { return &promises_; }
  RowList* events() { return &events_; }
  bool twoVersions() const { return reading_.partner.needsPerson; }
  bool found() const { return !reading_.partner.id.empty(); }

 signals:
  void partnerIdChanged();
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    PartnerFacts partner;
    std::vector<PromiseFacts> promises;
    std::vector<EventFacts> events;
    std::string kind, status;  // labels
  };
  static Result<Reading> readingOf(Notebook& notebook, const std::string& id);
  void show();

  QString partnerId_;
  Reading reading_;
  QString line_, languages_;
  RowList promises_, events_;
};

}  // namespace rapport
