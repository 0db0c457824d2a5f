#pragma once

#include <cstddef>
#include <optional>

#include "mobile/viewmodels/view_model.h"

namespace rapport {

// How data is doing, in the words of the one pill that says so. Each state's word is exact
// (DESIGN: Sync words).
class SyncModel : public rapport::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(QString word READ word NOTIFY changed)
  Q_PROPERTY(QString detail READ detail NOTIFY changed)
  Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)
  Q_PROPERTY(int refused READ refused NOTIFY changed)
  Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
  Q_PROPERTY(QString person READ person NOTIFY changed)
  Q_PROPERTY(QString programme READ programme NOTIFY changed)
  Q_PROPERTY(bool volunteer READ volunteer NOTIFY changed)

 public:
  // The first that is true stands in the pill.
  enum State {
    TabletFull,
    SentBack,
    TwoVersions,
    SignInAgain,
    Sending,
    Waiting,
    NoConnection,
    AllSent
  };
  Q_ENUM(State)

  explicit SyncModel(QObject* parent = nullptr);

  State state() const;
  QString word() const;
  QString detail() const;
  // What a whole line would say: "No connection now. Keep working, everything is safe here."
  QString sentence() const;
  // Changes and files that the office does not have.
  int waiting() const { return static_cast<int>(facts_.waiting); }
  int refused() const { return static_cast<int>(facts_.refused); }
  int conflicts() const { return static_cast<int>(facts_.conflicts); }
  QString person() const { return facts_.person; }
  QString programme() const { return facts_.programme; }
  // Volunteers tally, take feedback and promise; they do not read sessions or answers.
  bool volunteer() const { return facts_.role == Role::kVolunteer; }

  // Tries now; never needed.
  Q_INVOKABLE void retry();

 signals:
  void changed();

 protected:
  void readAgain() override;

 private:
  struct Facts {
    std::size_t waiting = 0;
    std::size_t refused = 0;
    std::size_t conflicts = 0;
    std::optional<WallTime> lastSuccess{};
    QString person{};
    QString programme{};
    Role role = Role::kWorker;
  };
  static Result<Facts> factsOf(Notebook& notebook, Drafts& drafts, Files& files);
  LinkState link() const { return desk() != nullptr ? desk()->link() : LinkState{}; }

  Facts facts_;
};

}  // namespace rapport
