#pragma once

#include <optional>
#include <string>

#include "mobile/viewmodels/draft_keeper.h"
#include "mobile/viewmodels/entered.h"
#include "mobile/viewmodels/form_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

// Any record by its declaration: a new one, one that is here, or what the office sent back, to be
// put right and sent again. Shows the present value, saves what was changed. What was entered and
// not saved is a draft, and is there again when the same form is opened.
class RecordForm : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY aimChanged)
  Q_PROPERTY(QString counter READ counter WRITE setCounter NOTIFY aimChanged)
  Q_PROPERTY(QString typeName READ typeName WRITE setTypeName NOTIFY aimChanged)
  Q_PROPERTY(QString aboutId READ aboutId WRITE setAboutId NOTIFY aimChanged)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
  Q_PROPERTY(QString reason READ reason NOTIFY changed)
  Q_PROPERTY(QString notice READ notice NOTIFY changed)
  Q_PROPERTY(QString missing READ missing NOTIFY changed)
  Q_PROPERTY(rapport::RowList* fields READ fields CONSTANT)
  Q_PROPERTY(rapport::RowList* cells READ cells CONSTANT)
  Q_PROPERTY(rapport::RowList* choices READ choices CONSTANT)
  Q_PROPERTY(QString choicesTitle READ choicesTitle NOTIFY changed)
  Q_PROPERTY(bool choosesMany READ choosesMany NOTIFY changed)
  Q_PROPERTY(bool choicesTakeWords READ choicesTakeWords NOTIFY changed)
  Q_PROPERTY(QString rowTitle READ rowTitle NOTIFY changed)
  Q_PROPERTY(bool rowOpen READ rowOpen NOTIFY changed)
  Q_PROPERTY(int edited READ edited NOTIFY changed)
  Q_PROPERTY(bool begun READ begun NOTIFY changed)
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
  Q_PROPERTY(QString fieldToFix READ fieldToFix NOTIFY changed)

 public:
  explicit RecordForm(QObject* parent = nullptr);

  // Of a new record there is none; `typeName` says what it will be, `aboutId` which partner, event
  // or other record it is about.
  QString recordId() const { return toQt(aim_.record); }
  void setRecordId(const QString& id);
  QString typeName() const { return toQt(aim_.type); }
  void setTypeName(const QString& type);
  QString aboutId() const { return toQt(aim_.about); }
  void setAboutId(const QString& id);
  // Of the change that was sent back; empty: the record is edited as it is.
  QString counter() const {
    return aim_.sentBack == 0 ? QString() : QString::number(aim_.sentBack);
  }
  void setCounter(const QString& counter);

  QString title() const;
  QString subtitle() const;
  QString reason() const;
  // What is to be known before saving: what was begun earlier stands here again, and somebody
  // changed the record since.
  QString notice() const;
  // Which required answers are not there, as one sentence; they keep nobody from saving.
  QString missing() const;
  // The field that the reason speaks of, as far as that can be told; empty if nothing was sent
  // back.
  QString fieldToFix() const;
  RowList* fields() { return &fields_; }
  // Of the row that is open.
  RowList* cells() { return &cells_; }
  QString rowTitle() const;
  bool rowOpen() const { return !openRow_.isEmpty(); }
  // Of the field or cell whose choices are open.
  RowList* choices() { return &choices_; }
  QString choicesTitle() const;
  bool choosesMany() const;
  bool choicesTakeWords() const;
  // Fields that saving would write, without those that were filled in for the person.
  int edited() const;

  // Something was entered that saving would write and throwing away would lose.
  bool begun() const { return !(entered_ == filledIn_); }
  // False: this person only reads it.
  bool mayEdit() const;

  // `entered` is text as the field's kind spells it: an enumerator's name, a record's id, a date as
  // 2026-11-28, a moment as "2026-11-28 18:30" on the wall here, "true" or "false". While a row is
  // open these speak of its cells.
  Q_INVOKABLE void enter(const QString& field, const QString& entered);
  // The day of a date or moment; a moment keeps its time.
  Q_INVOKABLE void enterDay(const QString& field, const QString& day);
  // Of a set: an element comes if it is not there, and goes if it is.
  Q_INVOKABLE void turn(const QString& field, const QString& element);
  Q_INVOKABLE void openChoices(const QString& field);
  Q_INVOKABLE void choose(const QString& name);
  // A standing row by its key, or a new one.
  Q_INVOKABLE void openRow(const QString& field, const QString& key);
  // A new row in which nothing was entered is none.
  Q_INVOKABLE void closeRow();
  Q_INVOKABLE void takeRowAway();
  // What was entered and not saved; the toast brings it back, also when the form is closed by then.
  Q_INVOKABLE void throwAway();
  // Not while something that was entered cannot be understood: `problem` says which and why.
  Q_INVOKABLE void save();

 signals:
  void aimChanged();
  void changed();
  void done();

 protected:
  void readAgain() override;

 private:
  void aimAt(const FormAim& aim);
  void openDraft();
  void takeDraft(const QJsonObject& draft);
  void goOnWith(const QJsonObject& draft);
  // record_form_edit.cpp: what is entered
  void fillInAbout();
  QJsonObject draft() const;
  void keep(bool soon);
  void goBackTo(const Entered& entered);
  void show();
  const FieldDeclaration* fieldNamed(const QString& name) const;
  // A field of the form, or while a row is open a cell of it.
  const FieldDeclaration* editorNamed(const QString& name) const;
  QString presentIn(const FieldDeclaration& editor) const;
  QString draftKey() const;
  std::vector<FieldEdit> edits() const;

  FormAim aim_;
  FormReading reading_;
  Entered entered_, filledIn_;
  QString newId_, openField_, openRow_, choosing_;
  bool changedMeanwhile_ = false;
  Drafts::Reach reach_ = Drafts::Reach::kOffice;
  RowList fields_, cells_, choices_;
  DraftKeeper keeper_;
};

}  // namespace rapport
