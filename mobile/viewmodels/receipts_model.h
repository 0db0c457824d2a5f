#pragma once

#include "mobile/viewmodels/receipts_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// What was saved here and how far it has come; and what the office sent back. Whoever is shown it
// has looked at it: from then on Today tells of what was read later only.
class ReceiptsModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(Shown shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(QString waitingDetail READ waitingDetail NOTIFY changed)
  Q_PROPERTY(QString lastSuccess READ lastSuccess NOTIFY changed)
  Q_PROPERTY(int records READ records NOTIFY changed)
  Q_PROPERTY(rapport::RowList* lines READ lines CONSTANT)
  Q_PROPERTY(rapport::RowList* sentBack READ sentBack CONSTANT)
  Q_PROPERTY(rapport::RowList* asked READ asked CONSTANT)
  Q_PROPERTY(rapport::RowList* erased READ erased CONSTANT)

 public:
  enum Shown { LastDay, Waiting, Older };
  Q_ENUM(Shown)

  explicit ReceiptsModel(QObject* parent = nullptr);

  Shown shown() const { return shown_; }
  void setShown(Shown shown);
  int waiting() const { return static_cast<int>(reading_.waiting()); }
  QString waitingDetail() const;
  QString lastSuccess() const;
  int records() const { return static_cast<int>(reading_.status.records); }
  RowList* lines() { return &lines_; }
  RowList* sentBack() { return &sentBack_; }
  RowList* asked() { return &asked_; }
  RowList* erased() { return &erased_; }

  // The person lets a change go that was sent back; it stays in the history.
  Q_INVOKABLE void letGo(const QString& counter);
  // The person has read that a record was erased for good.
  Q_INVOKABLE void putAway(const QString& recordId);
  // The coordinator is asked to see to it, with the office's reason and what had been entered.
  Q_INVOKABLE void handOver(const QString& counter);

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  void look();
  void showLines();
  void showSentBack();
  void showAsked();
  void showErased();

  ReceiptsReading reading_;
  std::set<std::string> fresh_;  // lines that were read since the last look before this one
  Shown shown_ = LastDay;
  RowList lines_, sentBack_, asked_, erased_;
};

}  // namespace rapport
