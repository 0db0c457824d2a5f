#pragma once

#include <QHash>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// Any record edited by its declaration: what the office sent back, to be put right and sent again,
// or a record that has no screen of its own. Shows the present value, saves what was changed.
class RecordForm : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY aimChanged)
  Q_PROPERTY(QString counter READ counter WRITE setCounter NOTIFY aimChanged)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
  Q_PROPERTY(QString reason READ reason NOTIFY changed)
  Q_PROPERTY(rapport::RowList* fields READ fields CONSTANT)
  Q_PROPERTY(int edited READ edited NOTIFY changed)
  Q_PROPERTY(QString fieldToFix READ fieldToFix NOTIFY changed)

 public:
  explicit RecordForm(QObject* parent = nullptr);

  QString recordId() const { return recordId_; }
  void setRecordId(const QString& id);
  // Of the change that was sent back; empty: the record is edited as it is.
  QString counter() const { return counter_; }
  void setCounter(const QString& counter);
  QString title() const;
  QString subtitle() const;
  QString reason() const;
  // The field that the reason speaks of, as far as that can be told; empty if nothing was sent
  // back.
  QString fieldToFix() const;
  RowList* fields() { return &fields_; }
  // Fields that saving would write.
  int edited() const;

  // `entered` is text as the field's kind spells it: an enumerator's name, a record's id, a date as
  // 2026-11-28, a moment as "2026-11-28 18:30" on the wall here, "true" or "false".
  Q_INVOKABLE void enter(const QString& field, const QString& entered);
  // The day of a date or moment; a moment keeps its time.
  Q_INVOKABLE void enterDay(const QString& field, const QString& day);
  Q_INVOKABLE void save();

 signals:
  void aimChanged();
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  struct Reading {
    std::shared_ptr<const RecordSheet> sheet;  // as it was shown; null: a new record was sent back
    const RecordType* type = nullptr;
    std::optional<Change> sentBack;
    bool sealed = false;  // what was sent back cannot be read here any more: it is written again
    std::string reason;
    NameOf names;                             // of every record that a field may name
    std::map<std::string, NameOf> offered{};  // the same by type
    Role role = Role::kWorker;
  };
  static Result<Reading> readingOf(Notebook& notebook, const std::string& id,
                                   std::uint64_t counter);
  // As it was written, each field of it.
  bool isPutRight() const { return reading_.sentBack && !reading_.sealed; }
  void showFields();
  std::optional<QVariantList> rowOf(const FieldDeclaration& field) const;
  const Operation* sentBackOf(const FieldDeclaration& field) const;
  QString presentOf(const FieldDeclaration& field) const;
  std::vector<FieldEdit> edits() const;

  QString recordId_, counter_;
  Reading reading_;
  QHash<QString, QString> entered_;
  RowList fields_;
};

}  // namespace rapport
