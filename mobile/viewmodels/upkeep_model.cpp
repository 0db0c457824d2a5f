#include "mobile/viewmodels/upkeep_model.h"

#include "mobile/viewmodels/tongue.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr int kLookEveryMillis = 250;

// A path is read from the left in every language.
QString fromLeft(const QString& path) { return QChar(0x2066) + path + QChar(0x2069); }

QString whyNotCarried(const Error& error) {
  switch (error.code) {
    case ErrorCode::kNotFound:
      return UpkeepModel::tr(
          "There is nothing to carry: the office has everything from this tablet.");
    case ErrorCode::kConflict:
      return UpkeepModel::tr(
          "No file was written: there is one of the same name. Try again in a minute.");
    case ErrorCode::kUnavailable:
      return UpkeepModel::tr(
          "No file was written: the office has not given this tablet its key yet. The key comes "
          "with the next connection.");
    case ErrorCode::kStorageFull:
      return UpkeepModel::tr(
          "No file was written: the tablet has no space left. What you saved is safe. Make room, "
          "then try again.");
    default:
      return UpkeepModel::tr("No file was written. What you saved is safe. %1").arg(wordsOf(error));
  }
}

QString whyNotCleared(const Error& error) {
  if (error.code == ErrorCode::kNotFound)
    return UpkeepModel::tr("Nothing was removed: there is no file here that the office has.");
  return UpkeepModel::tr("Nothing more was removed. What you saved is safe. %1")
      .arg(wordsOf(error));
}

QString whatWasCarried(const CarriedAway& away) {
  const QString changes = UpkeepModel::tr("%n entries", nullptr, static_cast<int>(away.changes));
  const QString files = UpkeepModel::tr("%n files", nullptr, static_cast<int>(away.files));
  return UpkeepModel::tr("Written: %1 and %2, %3 MB. Bring this file to the office: %4")
      .arg(changes, files, megabytes(away.sizeBytes), fromLeft(toQt(away.path)));
}

}  // namespace

UpkeepModel::UpkeepModel(QObject* parent)
    : ViewModel(parent), writtenBytes_(std::make_shared<std::atomic<std::uint64_t>>(0)) {
  look_.setInterval(kLookEveryMillis);
  connect(&look_, &QTimer::timeout, this, &UpkeepModel::changed);
}

QString UpkeepModel::said() const {
  switch (state_) {
    case CarryingOut:
      return tr("Writing the file, %1 MB so far. Please wait.").arg(megabytes(*writtenBytes_));
    case LettingGo:
      return tr("Removing files. Please wait.");
    case Idle:
      break;
  }
  return said_;
}

bool UpkeepModel::begin(State state) {
  if (state_ != Idle || desk() == nullptr || !desk()->enrolled()) return false;
  state_ = state;
  failed_ = false;
  *writtenBytes_ = 0;
  look_.start();
  emit changed();
  return true;
}

void UpkeepModel::end(const Status& how, const QString& said) {
  look_.stop();
  state_ = Idle;
  said_ = said;
  failed_ = !how.ok();
  emit changed();
}

void UpkeepModel::carryOut() {
  if (!begin(CarryingOut)) return;
  desk()->read(
      this,
      [written = writtenBytes_](Notebook&, Drafts&, Files& files) {
        return files.carryOut([&](std::uint64_t bytes) { *written = bytes; });
      },
      [this](const Result<CarriedAway>& away) {
        away.ok() ? end({}, whatWasCarried(*away)) : end(away.error(), whyNotCarried(away.error()));
      });
}

void UpkeepModel::letGo() {
  if (!begin(LettingGo)) return;
  desk()->read(
      this, [](Notebook&, Drafts&, Files& files) { return files.letGo(); },
      [this](const Result<LetGone>& gone) {
        if (!gone.ok()) return end(gone.error(), whyNotCleared(gone.error()));
        desk()->setFull(false);
        end({}, tr("%n files are removed, %1 MB. The office keeps them.", nullptr,
                   static_cast<int>(gone->files))
                    .arg(megabytes(gone->sizeBytes)));
      });
}

void UpkeepModel::putAway() {
  failed_ = false;
  said_.clear();
  emit changed();
}

void UpkeepModel::readAgain() {
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return notebook.store().enrolment(); },
      [this](const Result<Enrolment>& who) {
        if (who.ok()) {
          whose_ = toQt(who->personName) + QStringLiteral(" · ") + toQt(who->deviceName) +
                   QStringLiteral(" · ") + toQt(who->programme);
          emit changed();
        } else {
          say(who.error());
        }
        readingShown();
      });
}

}  // namespace rapport
