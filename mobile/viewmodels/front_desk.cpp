#include "mobile/viewmodels/front_desk.h"

#include "mobile/viewmodels/wording.h"

namespace rapport {

FrontDesk::FrontDesk(std::unique_ptr<Desk> desk, const QString& choicesFile)
    : desk_(std::move(desk)), choices_(choicesFile) {
  connect(&choices_, &ScreenChoices::languageChanged, this, &FrontDesk::recordsChanged);
  desk_->listen([this](const DeskEvent& event) { comeBack([this, event] { hear(event); }); });
  connect(this, &FrontDesk::enrolledChanged, &lock_, &ScreenLock::refresh);
  lock_.refresh();
}

// The worker ends first: what it still had to say is dropped with this object.
FrontDesk::~FrontDesk() { desk_.reset(); }

void FrontDesk::enrol(QObject* asker, TypedInvitation typed,
                      std::function<void(const std::string&)> waiting,
                      std::function<void(const Status&)> then) {
  const QPointer<QObject> whoever(asker);
  desk_->enrol(std::move(typed), wordsFor(whoever, std::move(waiting)),
               [this, whoever, then = std::move(then)](const Status& status) {
                 comeBack([this, whoever, then, status] {
                   if (status.ok()) emit enrolledChanged();
                   if (whoever) then(status);
                 });
               });
}

void FrontDesk::dropPin(QObject* asker, TypedInvitation typed,
                        std::function<void(const std::string&)> waiting,
                        std::function<void(const Status&)> then) {
  const QPointer<QObject> whoever(asker);
  desk_->dropPin(std::move(typed), wordsFor(whoever, std::move(waiting)),
                 [this, whoever, then = std::move(then)](const Status& status) {
                   comeBack([this, whoever, then, status] {
                     if (status.ok()) lock_.opened();
                     if (whoever) then(status);
                   });
                 });
}

std::function<void(std::string)> FrontDesk::wordsFor(
    const QPointer<QObject>& whoever, std::function<void(const std::string&)> waiting) {
  return [this, whoever, waiting = std::move(waiting)](const std::string& words) {
    comeBack([whoever, waiting, words] {
      if (whoever) waiting(words);
    });
  };
}

QString FrontDesk::whyCleared() const { return sentenceOf(desk_->whyCleared()); }

QString FrontDesk::today() const { return localToday(clock()).toString(Qt::ISODate); }

void FrontDesk::setFull(bool full) {
  if (full == full_) return;
  full_ = full;
  emit fullChanged();
}

void FrontDesk::comeBack(std::function<void()> call) {
  QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void FrontDesk::hear(const DeskEvent& event) {
  if (const auto* link = std::get_if<LinkState>(&event)) {
    if (*link == link_) return;
    link_ = *link;
    emit linkChanged();
  } else if (std::holds_alternative<Cleared>(event)) {
    emit enrolledChanged();
  } else {
    emit recordsChanged();
  }
}

}  // namespace rapport
