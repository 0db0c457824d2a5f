#pragma once

#include <QStringList>
#include <QTimer>
#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "mobile/viewmodels/kiosk_reading.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"

namespace rapport {

// The tablet in the hand of a participant: one question after the other, handed in at the end or
// not at all. What was not handed in is in memory alone, and gone with whoever walks away.
class KioskModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(Stage stage READ stage NOTIFY changed)
  Q_PROPERTY(QString question READ question NOTIFY changed)
  Q_PROPERTY(QString notForMe READ notForMe NOTIFY changed)  // the words of that choice
  Q_PROPERTY(rapport::RowList* choices READ choices CONSTANT)
  Q_PROPERTY(int number READ number NOTIFY changed)  // of the question, from 1
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(bool answered READ answered NOTIFY changed)  // the question in sight
  Q_PROPERTY(int given READ given NOTIFY changed)         // answers, so far or handed in
  Q_PROPERTY(QStringList languages READ languages NOTIFY changed)
  Q_PROPERTY(int language READ language WRITE setLanguage NOTIFY changed)
  // Until everything is thrown away, as nobody seems to be there; 0: somebody is.
  Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
  // Whoever lent the tablet wants it back, and has to type the PIN.
  Q_PROPERTY(bool leaving READ leaving WRITE setLeaving NOTIFY changed)

 public:
  enum Stage { Loading, Welcome, Asking, Finishing, Thanks };
  Q_ENUM(Stage)

  explicit KioskModel(QObject* parent = nullptr);
  ~KioskModel() override;

  Stage stage() const { return stage_; }
  QString question() const;
  QString notForMe() const;
  RowList* choices() { return &choices_; }
  int number() const { return static_cast<int>(at_) + 1; }
  int total() const { return static_cast<int>(reading_.questions.size()); }
  bool answered() const;
  int given() const { return static_cast<int>(stage_ == Thanks ? handedIn_ : answers_.size()); }
  QStringList languages() const;
  int language() const;
  void setLanguage(int index);
  int secondsLeft() const;
  bool leaving() const { return leaving_; }
  void setLeaving(bool leaving);

  Q_INVOKABLE void begin();
  // A value of the scale; the next question follows when the eye has seen it.
  Q_INVOKABLE void choose(const QString& value);
  Q_INVOKABLE void chooseNotForMe();
  Q_INVOKABLE void skip();  // prefers not to say: what was chosen is forgotten
  Q_INVOKABLE void next();
  Q_INVOKABLE void back();
  // Kept on the disk first, then thanked for. With no answer at all there is nothing to keep.
  Q_INVOKABLE void handIn();
  // Throws away what was not handed in: for the next person.
  Q_INVOKABLE void startOver();
  // A finger that stays on the mark for three seconds is the way out.
  Q_INVOKABLE void hold();
  Q_INVOKABLE void letGo() { heldSince_.reset(); }
  // How long nobody touched anything, and how long somebody holds. The timer asks now and then.
  Q_INVOKABLE void look();

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  void become(Stage stage);
  void showChoices();
  std::string languageCode() const;
  std::chrono::milliseconds untouched() const;
  void handedIn(const Status& kept);

  Stage stage_ = Loading;
  KioskReading reading_;
  std::size_t at_ = 0;
  std::map<std::size_t, std::string> answers_;
  std::size_t handedIn_ = 0;
  RowList choices_;
  bool leaving_ = false;
  bool saving_ = false;
  int secondsTold_ = 0;
  std::optional<std::chrono::milliseconds> heldSince_;
  QTimer look_;
  QTimer glance_;
};

}  // namespace rapport
