#include "mobile/viewmodels/pin_model.h"

#include <algorithm>

namespace rapport {
namespace {

constexpr int kSecondMillis = 1000;

bool isEasyToGuess(std::string_view pin) {
  for (const int stride : {-1, 0, 1}) {
    const auto breaks = std::ranges::adjacent_find(
        pin, [stride](char one, char next) { return next - one != stride; });
    if (breaks == pin.end()) return true;
  }
  return false;
}

bool isPresentAsked(PinModel::Aim aim) {
  return aim != PinModel::Set && aim != PinModel::SetForKiosk;
}

// On the worker: the right PIN, and what it was given for.
Result<PinAnswer> tryFor(Lock& lock, PinModel::Aim aim, std::string_view pin) {
  auto answer = lock.tryPin(pin);
  if (!answer.ok() || answer->verdict != PinVerdict::kRight) return answer;
  const Status done = aim == PinModel::LeaveKiosk ? lock.endKiosk()
                      : aim == PinModel::Remove   ? lock.removePin()
                                                  : Status{};
  // Whoever is inside can make room; the next start finds the kiosk again.
  const bool outAnyway =
      aim == PinModel::LeaveKiosk && !done.ok() && done.error().code == ErrorCode::kStorageFull;
  if (!done.ok() && !outAnyway) return done.error();
  return answer;
}

}  // namespace

bool PinDigits::add(char digit) {
  if (size_ == kPinDigitsMost) return false;
  digits_.data()[size_++] = static_cast<std::uint8_t>(digit);
  return true;
}

void PinDigits::erase() {
  if (size_ > 0) digits_.data()[--size_] = 0;
}

void PinDigits::clear() {
  digits_.clear();
  size_ = 0;
}

PinModel::PinModel(QObject* parent) : ViewModel(parent) {
  second_.setInterval(kSecondMillis);
  connect(&second_, &QTimer::timeout, this, [this] {
    if (waitSeconds() == 0) {
      second_.stop();
      dismissProblem();
    }
    emit changed();
  });
}

void PinModel::setAim(Aim aim) {
  if (aim == aim_) return;
  aim_ = aim;
  begin();
}

void PinModel::begin() {
  step_ = isPresentAsked(aim_) ? Present : New;
  typed_ = std::make_shared<PinDigits>();
  first_->clear();
  dismissProblem();
  refresh();
  emit changed();
}

QString PinModel::title() const {
  switch (step_) {
    case New:
      return aim_ == SetForKiosk ? tr("Choose a PIN for this kiosk") : tr("Choose a new PIN");
    case Again:
      return tr("Type the same PIN again");
    case Present:
      break;
  }
  return aim_ == LeaveKiosk ? tr("PIN to leave the kiosk") : tr("Your PIN");
}

int PinModel::waitSeconds() const {
  if (desk() == nullptr) return 0;
  const auto left = waitEnds_ - desk()->clock().steadyNow();
  return static_cast<int>(
      std::max<std::int64_t>(0, std::chrono::ceil<std::chrono::seconds>(left).count()));
}

QString PinModel::said() const {
  const int wait = step_ == Present ? waitSeconds() : 0;
  if (wait == 0) return problem();
  const QString clock =
      QStringLiteral("%1:%2").arg(wait / 60).arg(wait % 60, 2, 10, QLatin1Char('0'));
  return tr("Too many wrong tries. The next one in %1.").arg(clock);
}

bool PinModel::enough() const {
  return !busy_ && typed_->size() >= kPinDigitsLeast && (step_ != Present || waitSeconds() == 0);
}

void PinModel::type(const QString& digits) {
  if (busy_ || (step_ == Present && waitSeconds() > 0)) return;
  if (typed_->size() == 0) dismissProblem();
  for (const QChar each : digits) {
    const int digit = each.digitValue();
    if (digit >= 0) typed_->add(static_cast<char>('0' + digit));
  }
  emit changed();
}

void PinModel::erase() {
  if (busy_) return;
  typed_->erase();
  emit changed();
}

void PinModel::enter() {
  if (desk() == nullptr || !enough()) return;
  switch (step_) {
    case Present:
      return tryIt();
    case New:
      return takeNew();
    case Again:
      return keepNew();
  }
}

void PinModel::tryIt() {
  busy_ = true;
  emit changed();
  // The lock alone has it from here on.
  desk()->read(
      this,
      [aim = aim_, pin = std::exchange(typed_, std::make_shared<PinDigits>())](const Worktop& top) {
        return tryFor(top.lock, aim, pin->view());
      },
      [this](const Result<PinAnswer>& answer) { tried(answer); });
}

void PinModel::tried(const Result<PinAnswer>& answer) {
  busy_ = false;
  if (!answer.ok()) {
    say(answer.error());
  } else if (answer->verdict != PinVerdict::kRight) {
    waitFor(answer->wait);
    say(answer->verdict == PinVerdict::kWrong ? tr("This is not the PIN.") : QString());
  } else if (aim_ == Change) {
    step_ = New;
    dismissProblem();
  } else {
    return finish();
  }
  emit changed();
}

void PinModel::takeNew() {
  if (isEasyToGuess(typed_->view())) {
    typed_->clear();
    say(tr("This PIN is easy to guess. Choose another one."));
  } else {
    std::swap(typed_, first_);
    typed_->clear();
    step_ = Again;
    dismissProblem();
  }
  emit changed();
}

void PinModel::keepNew() {
  if (typed_->view() != first_->view()) {
    typed_->clear();
    first_->clear();
    step_ = New;
    say(tr("The two were not the same. Choose a PIN once more."));
    return emit changed();
  }
  busy_ = true;
  emit changed();
  first_->clear();
  const PinFor use = aim_ == SetForKiosk ? PinFor::kThisKiosk : PinFor::kTablet;
  desk()->read(
      this,
      [use, pin = std::exchange(typed_, std::make_shared<PinDigits>())](const Worktop& top) {
        return top.lock.setPin(pin->view(), use);
      },
      [this](const Status& kept) {
        busy_ = false;
        if (saved(kept)) return finish();
        step_ = New;
        emit changed();
      });
}

void PinModel::finish() {
  if (aim_ == Unlock || aim_ == LeaveKiosk) {
    desk()->lock()->opened();
  } else {
    desk()->lock()->refresh();
  }
  emit changed();
  emit done();
}

void PinModel::waitFor(std::chrono::seconds wait) {
  waitEnds_ = desk()->clock().steadyNow() + wait;
  wait.count() > 0 ? second_.start() : second_.stop();
}

// A wait may be left over from before this screen, or this program.
void PinModel::readAgain() {
  desk()->read(
      this, [](const Worktop& top) { return top.lock.facts(); },
      [this](const Result<LockFacts>& facts) {
        if (facts.ok() && !busy_) waitFor(facts->wait);
        emit changed();
        readingShown();
      });
}

}  // namespace rapport
