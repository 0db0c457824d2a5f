#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include "mobile/viewmodels/record_files.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {

// The photos and papers of one record: how far each has come, and what a person does with them.
// What is added is copied into the tablet at once; nothing is asked, and Undo takes it out again.
class FilesModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
  // What the record is called.
  Q_PROPERTY(QString about READ about NOTIFY changed)
  // This person may attach to this record, and it is here.
  Q_PROPERTY(bool takesFiles READ takesFiles NOTIFY changed)
  Q_PROPERTY(rapport::RowList* files READ files CONSTANT)
  // Where the record has several places for files: one is chosen.
  Q_PROPERTY(rapport::RowList* places READ places CONSTANT)
  Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
  Q_PROPERTY(bool canChoose READ canChoose NOTIFY deskChanged)
  Q_PROPERTY(bool hasCamera READ hasCamera NOTIFY deskChanged)
  // Files are being copied in.
  Q_PROPERTY(bool saving READ saving NOTIFY changed)
  // What a person should know of what was just kept; empty: nothing.
  Q_PROPERTY(QString caution READ caution NOTIFY changed)

 public:
  explicit FilesModel(QObject* parent = nullptr);

  QString recordId() const { return recordId_; }
  void setRecordId(const QString& id);
  QString about() const { return toQt(reading_.title); }
  bool takesFiles() const { return reading_.takesFiles; }
  RowList* files() { return &files_; }
  RowList* places() { return &places_; }
  QString place() const { return place_; }
  void setPlace(const QString& field);
  bool canChoose() const;
  bool hasCamera() const;
  bool saving() const { return saving_ > 0; }
  QString caution() const { return caution_; }

  Q_INVOKABLE void choose();
  Q_INVOKABLE void takePhoto();
  // Dropped on the screen; what lies elsewhere than on this machine is refused.
  Q_INVOKABLE void add(const QList<QUrl>& urls);
  // Drawn on the screen.
  Q_INVOKABLE void addSignature(const QByteArray& png);
  // The file is not here: it is asked for until it comes.
  Q_INVOKABLE void fetch(const QString& key);
  Q_INVOKABLE void remove(const QString& key);
  Q_INVOKABLE void putAway();

 signals:
  void recordIdChanged();
  void changed();

 protected:
  void readAgain() override;

 private:
  // What became of one act of adding.
  struct Added {
    std::vector<Attached> kept;
    std::optional<Error> failed;  // the first; the others were tried all the same
    QString which;
  };
  static Added attachAll(Notebook& notebook, Files& files, const std::vector<ChosenFile>& chosen);
  void addPaths(const QStringList& paths);
  // What is said once it is saved; empty: how many files were.
  void addAll(std::vector<ChosenFile> chosen, const QString& done);
  void told(const Added& added, bool several, const QString& done);
  void offerToRemove(const std::vector<Attached>& kept, const QString& done);
  void showFiles();

  QString recordId_, place_, caution_;
  RecordFiles reading_;
  int saving_ = 0;
  RowList files_, places_;
};

}  // namespace rapport
