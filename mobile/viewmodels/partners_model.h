#pragma once

#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Everybody the programme works with.
class PartnersModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(rapport::RowList* partners READ partners CONSTANT)
  Q_PROPERTY(QString firstId READ firstId NOTIFY changed)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)

 public:
  explicit PartnersModel(QObject* parent = nullptr);

  QString search() const { return search_; }
  void setSearch(const QString& search);
  RowList* partners() { return &partners_; }
  QString firstId() const { return firstId_; }
  bool shown() const { return shown_; }

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    std::vector<PartnerFacts> partners;
    RecordType type;
  };
  void show();

  Reading reading_;
  QString search_;
  RowList partners_;
  QString firstId_;
  bool shown_ = false;
};

}  // namespace rapport
