#pragma once

#include <QHash>
#include <optional>

#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/versions_reading.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Two versions of one record: nothing is chosen at first, one row a field, and the coordinator may
// be asked instead. Both versions stay in the history.
class ConflictModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
  Q_PROPERTY(QString intro READ intro NOTIFY changed)
  Q_PROPERTY(rapport::RowList* sides READ sides CONSTANT)
  Q_PROPERTY(rapport::RowList* fields READ fields CONSTANT)
  Q_PROPERTY(int decided READ decided NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(bool deleteContested READ deleteContested NOTIFY changed)
  Q_PROPERTY(bool settled READ settled NOTIFY changed)

 public:
  // A choice is a version by its place, or one of these.
  enum Choice { Undecided = -1, Merged = 1000 };
  Q_ENUM(Choice)

  explicit ConflictModel(QObject* parent = nullptr);

  QString recordId() const { return recordId_; }
  // Empty: the first conflict that asks.
  void setRecordId(const QString& id);
  QString title() const;
  QString subtitle() const;
  QString intro() const;
  RowList* sides() { return &sides_; }
  RowList* fields() { return &fields_; }
  int decided() const;
  int total() const;
  // Somebody deleted the record while somebody else changed it.
  bool deleteContested() const;
  // Nothing is left to choose here.
  bool settled() const { return settled_; }

  Q_INVOKABLE void choose(const QString& field, int choice);
  Q_INVOKABLE void setMerged(const QString& field, const QString& text);
  Q_INVOKABLE void save();
  Q_INVOKABLE void askCoordinator();
  Q_INVOKABLE void keepRecord() { settleDelete(Deletion::kKeep); }
  Q_INVOKABLE void deleteRecord() { settleDelete(Deletion::kDelete); }

 signals:
  void recordIdChanged();
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  void showRecord(const RecordInDoubt& record);
  void showFields();
  void showSides();
  QVariantList rowOf(const FieldInDoubt& doubt) const;
  void settleDelete(Deletion deletion);
  void finish(const QString& word);

  QString recordId_;
  std::optional<RecordInDoubt> record_;
  QHash<QString, int> choices_;
  QHash<QString, QString> merged_;  // edited by hand
  RowList sides_, fields_;
  bool settled_ = false;
};

}  // namespace rapport
