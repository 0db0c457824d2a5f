#include "mobile/viewmodels/sync_model.h"

#include "mobile/viewmodels/conflict_marks.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {
constexpr std::size_t kMostConflicts = 100;  // more than a pill needs to tell apart
}

SyncModel::SyncModel(QObject* parent) : ViewModel(parent) {
  connect(this, &ViewModel::deskChanged, this, [this] {
    if (desk() == nullptr) return;
    connect(desk(), &FrontDesk::linkChanged, this, &SyncModel::changed);
    connect(desk(), &FrontDesk::fullChanged, this, &SyncModel::changed);
    emit changed();
  });
}

SyncModel::State SyncModel::state() const {
  const LinkStage stage = link().stage;
  if (desk() != nullptr && desk()->full()) return TabletFull;
  if (facts_.refused > 0) return SentBack;
  if (facts_.conflicts > 0) return TwoVersions;
  if (stage == LinkStage::kRefused) return SignInAgain;
  if (stage == LinkStage::kSending && link().total > 0) return Sending;
  if (facts_.waiting > 0) return Waiting;
  if (stage == LinkStage::kAway || stage == LinkStage::kConnecting) return NoConnection;
  return AllSent;
}

QString SyncModel::word() const {
  switch (state()) {
    case TabletFull:
      return tr("Tablet is full");
    case SentBack:
      return tr("Sent back");
    case TwoVersions:
      return tr("Two versions");
    case SignInAgain:
      return tr("Sign in again");
    case Sending:
      return tr("Sending");
    case Waiting:
    case NoConnection:
      return tr("Saved here");
    case AllSent:
      break;
  }
  return tr("All sent");
}

QString SyncModel::detail() const {
  switch (state()) {
    case TabletFull:
      return tr("free up space");
    case SentBack:
      return tr("%1 to fix").arg(facts_.refused);
    case TwoVersions:
      return tr("pick one");
    case SignInAgain:
      return tr("all safe here");
    case Sending:
      return tr("%1 of %2").arg(link().sent).arg(link().total);
    case Waiting:
      return tr("%1 waiting").arg(facts_.waiting);
    case NoConnection:
      return tr("no connection");
    case AllSent:
      break;
  }
  if (!facts_.lastSuccess) return tr("nothing waiting");
  return hourMinute(localTime(*facts_.lastSuccess, desk()->clock()));
}

QString SyncModel::sentence() const {
  switch (link().stage) {
    case LinkStage::kAway:
      return tr("No connection now. Keep working, everything is safe here.");
    case LinkStage::kConnecting:
      return tr("Looking for the office. Keep working, everything is safe here.");
    case LinkStage::kSending:
      return tr("Connected. Sending what you saved.");
    case LinkStage::kRefused:
      return sentenceOf(link().sentence);
    case LinkStage::kCaughtUp:
      break;
  }
  return tr("Connected. The office has everything from this tablet.");
}

void SyncModel::retry() {
  if (desk() != nullptr) desk()->syncNow();
}

Result<SyncModel::Facts> SyncModel::factsOf(Notebook& notebook, Drafts& drafts, Files& files) {
  const auto status = notebook.status();
  if (!status.ok()) return status.error();
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  const auto counts = files.counts();
  if (!counts.ok()) return counts.error();
  Facts facts{.waiting = status->waiting + counts->waiting,
              .refused = status->refused,
              .lastSuccess = status->lastSuccess,
              .person = toQt(enrolment->personName),
              .programme = toQt(enrolment->programme),
              .role = enrolment->role};
  if (status->conflicts > 0) {
    const auto asking = conflictsThatAsk(notebook, drafts, kMostConflicts);
    if (!asking.ok()) return asking.error();
    facts.conflicts = asking->size();
  }
  return facts;
}

void SyncModel::readAgain() {
  desk()->read(this, &SyncModel::factsOf, [this](const Result<Facts>& facts) {
    if (facts.ok()) {
      facts_ = *facts;
      emit changed();
    } else {
      say(facts.error());
    }
    readingShown();
  });
}

}  // namespace rapport
