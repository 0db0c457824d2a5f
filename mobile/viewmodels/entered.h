#pragma once

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/merge/field_edit.h"
#include "shared/model/record_type.h"

namespace rapport {

// A row of a field, as far as somebody began, changed or took it away.
struct EnteredRow {
  QString key;         // a standing row's id; of one that was begun here a name of its own
  bool begun = false;  // it stands nowhere yet
  bool gone = false;   // to be taken away
  QMap<QString, QString> cells{};  // those that were entered, as text
  bool operator==(const EnteredRow&) const = default;
};

// What a person entered in a form and has not saved: it lies in a draft, and becomes the edits of a
// record once. Text is spelled as field_entry.h says.
class Entered {
 public:
  bool operator==(const Entered& other) const {
    return texts_ == other.texts_ && sets_ == other.sets_ && rows_ == other.rows_;
  }
  bool isEmpty() const { return texts_.isEmpty() && sets_.isEmpty() && rows_.isEmpty(); }
  // Fields that saving would write.
  int count() const;
  bool holds(const QString& field) const;

  // Registers.
  QString text(const QString& field, const QString& present) const;
  // What stands already is not entered.
  void write(const QString& field, const QString& text, const QString& present);

  // Sets: an element joins or leaves what stands.
  QStringList elements(const QString& field, const QStringList& present) const;
  void join(const QString& field, const QString& element, const QStringList& present);
  void leave(const QString& field, const QString& element, const QStringList& present);

  // Rows, in the order in which they were begun. An unknown key is a standing row's.
  QList<EnteredRow> rows(const QString& field) const { return rows_.value(field); }
  EnteredRow row(const QString& field, const QString& key) const;
  QString beginRow(const QString& field);
  void writeCell(const QString& field, const QString& key, const QString& cell,
                 const QString& text);
  // One that was begun is forgotten; a standing one goes when this is saved.
  void takeAway(const QString& field, const QString& key);

  QJsonObject json() const;
  static Entered fromJson(const QJsonObject& draft);

  // The first field or cell in which what was entered cannot be understood, and why; it goes into
  // no edit.
  struct Misfit {
    const FieldDeclaration* field;
    Error error;
  };
  std::optional<Misfit> misfit(const RecordType& type, const Clock& clock) const;
  // For fields of this type alone.
  std::vector<FieldEdit> edits(const RecordType& type, const Clock& clock) const;

 private:
  struct SetEdit {
    QStringList joined, left;
    bool operator==(const SetEdit&) const = default;
  };
  EnteredRow& rowFor(const QString& field, const QString& key);

  QMap<QString, QString> texts_;
  QMap<QString, SetEdit> sets_;
  QMap<QString, QList<EnteredRow>> rows_;
  int begun_ = 0;
};

}  // namespace rapport
