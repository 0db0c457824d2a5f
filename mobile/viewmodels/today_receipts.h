#pragma once

#include "mobile/viewmodels/receipts_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// What became of what was saved here, in a few words for Today: what the office sent back, what a
// coordinator asks to look at again, what was read since somebody last looked (at Sync), and what
// waits to be sent. Empty when there is nothing of it.
class TodayReceipts : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(rapport::RowList* tidings READ tidings CONSTANT)
  // False while nobody sees it: nothing is read then, and everything once it is seen again.
  Q_PROPERTY(bool awake READ awake WRITE setAwake NOTIFY awakeChanged)

 public:
  enum Kind { SentBack, LookAgain, Reviewed, Waiting };
  Q_ENUM(Kind)

  explicit TodayReceipts(QObject* parent = nullptr);

  // Each with `recordId` (and `counter`) where it is about one record that can be opened at once;
  // else those are empty, and the way leads to Sync.
  RowList* tidings() { return &tidings_; }

  bool awake() const { return awake_; }
  void setAwake(bool awake);

 signals:
  void awakeChanged();

 protected:
  void readAgain() override;

 private:
  void show(const ReceiptsReading& reading);
  QVariantList sentBack(const std::vector<SentBackFacts>& all) const;
  QVariantList asked(const std::vector<AskedFacts>& all) const;
  QVariantList reviewed(const std::vector<const ReceiptFacts*>& lines) const;

  RowList tidings_;
  bool awake_ = true;
};

}  // namespace rapport
