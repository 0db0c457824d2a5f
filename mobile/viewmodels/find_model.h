#pragma once

#include <vector>

#include "mobile/viewmodels/find_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

// Every kind of record there is, to begin one or to look through what is here; and a search over
// everything by its title.
class FindModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
  Q_PROPERTY(QString typeName READ typeName WRITE setTypeName NOTIFY changed)
  Q_PROPERTY(QString aboutId READ aboutId WRITE setAboutId NOTIFY changed)
  Q_PROPERTY(rapport::RowList* kinds READ kinds CONSTANT)
  Q_PROPERTY(rapport::RowList* found READ found CONSTANT)
  Q_PROPERTY(QString typeTitle READ typeTitle NOTIFY changed)
  Q_PROPERTY(QString aboutTitle READ aboutTitle NOTIFY changed)
  Q_PROPERTY(bool listing READ listing NOTIFY changed)
  Q_PROPERTY(bool mayBegin READ mayBegin NOTIFY changed)
  Q_PROPERTY(bool shown READ shown NOTIFY changed)
  Q_PROPERTY(bool more READ more NOTIFY changed)

 public:
  explicit FindModel(QObject* parent = nullptr);

  QString search() const { return search_; }
  void setSearch(const QString& search);
  // The kind that is looked through; empty: all.
  QString typeName() const { return toQt(typeName_); }
  void setTypeName(const QString& type);
  // Only kinds that can be about this record are offered, to begin one.
  QString aboutId() const { return toQt(aboutId_); }
  void setAboutId(const QString& id);

  // Those that the words of the search name; by area, each with its kinds: {"typeName", "label",
  // "mark", "finds"}.
  RowList* kinds() { return &kinds_; }
  // The newest first.
  RowList* found() { return &found_; }
  QString typeTitle() const;
  QString aboutTitle() const { return aboutTitle_; }
  // Records are asked for, by words or by kind; else the kinds.
  bool listing() const { return !search_.trimmed().isEmpty() || !typeName_.empty(); }
  bool mayBegin() const;
  bool shown() const { return shown_; }
  // Older ones match too.
  bool more() const { return more_; }

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Kind {
    RecordType type;
    bool begins = false, found = false;
  };
  struct Reading {
    std::vector<Kind> kinds;
    QString aboutTitle;
  };
  static Result<Reading> kindsOf(Notebook& notebook, const std::string& about);
  void lookFor();
  void goOn(FindWalk walk, int asked);
  void showKinds();
  void showFound(const FindWalk& walk);
  const Kind* kindNamed(const std::string& name) const;

  QString search_, aboutTitle_;
  std::string typeName_, aboutId_;
  std::vector<Kind> all_;
  int asked_ = 0;  // a walk that was asked for before this is of no use any more
  bool shown_ = false, more_ = false;
  RowList kinds_, found_;
};

}  // namespace rapport
