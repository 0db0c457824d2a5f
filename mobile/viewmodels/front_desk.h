#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include <qqmlregistration.h>

#include "mobile/viewmodels/desk.h"
#include "mobile/viewmodels/file_source.h"
#include "mobile/viewmodels/screen_choices.h"
#include "mobile/viewmodels/screen_lock.h"
#include "mobile/viewmodels/undo_toast.h"

namespace rapport {

// The desk as the screens see it: they hand in work, and the answer comes back on the GUI thread.
// Nothing here waits. An answer for a view model that is gone is dropped; what it saved stays.
class FrontDesk : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("The application makes the one there is.")
  Q_PROPERTY(bool enrolled READ enrolled NOTIFY enrolledChanged)
  Q_PROPERTY(QString whyCleared READ whyCleared NOTIFY enrolledChanged)
  Q_PROPERTY(bool full READ full NOTIFY fullChanged)
  Q_PROPERTY(rapport::UndoToast* toast READ toast CONSTANT)
  Q_PROPERTY(rapport::ScreenChoices* choices READ choices CONSTANT)
  Q_PROPERTY(rapport::ScreenLock* lock READ lock CONSTANT)

 public:
  // `choicesFile` keeps how the screens look and speak; without one that is forgotten.
  explicit FrontDesk(std::unique_ptr<Desk> desk, const QString& choicesFile = {});
  ~FrontDesk() override;

  bool enrolled() const { return desk_->enrolled(); }
  QString whyCleared() const;
  const LinkState& link() const { return link_; }
  const Clock& clock() const { return desk_->clock(); }
  RecordId newRecordId() { return desk_->newRecordId(); }
  void syncNow() { desk_->syncNow(); }
  // The date on the wall here, as 2026-11-21.
  Q_INVOKABLE QString today() const;

  // The last thing that was to be saved found no space on the tablet.
  bool full() const { return full_; }
  void setFull(bool full);

  // What was just done, whichever screen did it. A way back must not need that screen.
  UndoToast* toast() { return &toast_; }

  // What this machine offers for getting at photos and files; null: nothing.
  FileSource* fileSource() const { return fileSource_.get(); }
  // Before the screens are made.
  void offer(std::unique_ptr<FileSource> source) { fileSource_ = std::move(source); }

  // In another language everything that was read is worded anew: to the screens records changed.
  ScreenChoices* choices() { return &choices_; }

  // What is to be seen at all.
  ScreenLock* lock() { return &lock_; }

  // Reads on the worker; `then` runs here, unless `asker` is gone by then. Work takes the notebook
  // and the drafts, and the files too where it wants them; or all that lies on the worktop.
  template <typename Work, typename Then>
  void read(QObject* asker, Work work, Then then) {
    hand(asker, std::move(work), std::move(then), [] {});
  }
  // The same for work that saves; everybody is told that records changed before `then` runs.
  template <typename Work, typename Then>
  void write(QObject* asker, Work work, Then then) {
    hand(asker, std::move(work), std::move(then), [this] { emit recordsChanged(); });
  }
  // `waiting` is told the words to read to the coordinator, perhaps more than once.
  void enrol(QObject* asker, TypedInvitation typed,
             std::function<void(const std::string& words)> waiting,
             std::function<void(const Status&)> then);
  void dropPin(QObject* asker, TypedInvitation typed,
               std::function<void(const std::string& words)> waiting,
               std::function<void(const Status&)> then);
  void giveUpEnrolling() { desk_->giveUpEnrolling(); }

 signals:
  void recordsChanged();
  void linkChanged();
  void enrolledChanged();
  void fullChanged();

 private:
  template <typename Work, typename Then, typename First>
  void hand(QObject* asker, Work work, Then then, First first) {
    desk_->post([this, asker = QPointer<QObject>(asker), work = std::move(work),
                 then = std::move(then), first](const Worktop& top) {
      auto answer = [&] {
        if constexpr (std::is_invocable_v<const Work&, const Worktop&>) {
          return work(top);
        } else if constexpr (std::is_invocable_v<const Work&, Notebook&, Drafts&, Files&>) {
          return work(top.notebook, top.drafts, top.files);
        } else {
          return work(top.notebook, top.drafts);
        }
      }();
      comeBack([asker, then, first, answer = std::move(answer)] {
        first();
        if (asker) then(answer);
      });
    });
  }
  std::function<void(std::string)> wordsFor(const QPointer<QObject>& whoever,
                                            std::function<void(const std::string&)> waiting);
  void comeBack(std::function<void()> call);
  void hear(const DeskEvent& event);

  std::unique_ptr<Desk> desk_;
  LinkState link_;
  bool full_ = false;
  UndoToast toast_;
  ScreenChoices choices_;
  std::unique_ptr<FileSource> fileSource_;
  ScreenLock lock_{*this};
};

}  // namespace rapport
