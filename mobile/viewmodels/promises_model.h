#pragma once

#include "mobile/viewmodels/promises_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// All promises, by how far they have come. A promise is finished when they were told.
class PromisesModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(Shown filter READ filter WRITE setFilter NOTIFY changed)
  Q_PROPERTY(rapport::RowList* promises READ promises CONSTANT)
  Q_PROPERTY(int open READ open NOTIFY changed)
  Q_PROPERTY(int toTell READ toTell NOTIFY changed)
  Q_PROPERTY(int theirs READ theirs NOTIFY changed)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)

 public:
  enum Shown { Open, ToTell, Theirs, Finished };
  Q_ENUM(Shown)

  explicit PromisesModel(QObject* parent = nullptr);

  Shown filter() const { return filter_; }
  void setFilter(Shown filter);
  RowList* promises() { return &promises_; }
  int open() const { return countOf(Open); }
  int toTell() const { return countOf(ToTell); }
  int theirs() const { return countOf(Theirs); }
  bool shown() const { return shown_; }

  Q_INVOKABLE void markKept(const QString& id);
  Q_INVOKABLE void markTold(const QString& id);

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  int countOf(Shown filter) const;
  void show();

  std::vector<PromiseFacts> facts_;
  Shown filter_ = Open;
  RowList promises_;
  bool shown_ = false;
};

}  // namespace rapport
