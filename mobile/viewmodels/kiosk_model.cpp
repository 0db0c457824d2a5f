#include "mobile/viewmodels/kiosk_model.h"

#include <algorithm>

#include "mobile/viewmodels/tongue.h"

namespace rapport {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int kLookMillis = 250;
constexpr int kGlanceMillis = 400;  // the choice is seen before it goes
constexpr seconds kHold{3};
constexpr seconds kWarnAfter{60};
constexpr seconds kWarning{20};
constexpr seconds kLeaveAfter{180};  // a lost PIN needs a call to the office

constexpr const char* kOwnNames[] = {"English", "Español", "العربية"};

// The place of a language among those of the screens.
std::size_t placeOf(const std::string& code) {
  return code == codeOf(Tongue::kSpanish) ? 1 : code == codeOf(Tongue::kArabic) ? 2 : 0;
}

QString wordIn(const Label& label, const std::string& language) {
  const auto found = label.find(language);
  const auto any = found != label.end() ? found : label.find("en");
  return any != label.end() ? QString::fromStdString(any->second) : QString();
}

FieldEdit put(const char* field, const std::string& value) { return {field, Value(value)}; }

}  // namespace

KioskModel::KioskModel(QObject* parent)
    : ViewModel(parent), choices_({"value", "label", "level", "chosen"}) {
  look_.setInterval(kLookMillis);
  connect(&look_, &QTimer::timeout, this, &KioskModel::look);
  glance_.setSingleShot(true);
  glance_.setInterval(kGlanceMillis);
  connect(&glance_, &QTimer::timeout, this, &KioskModel::next);
  look_.start();
}

KioskModel::~KioskModel() {
  if (desk() != nullptr) desk()->choices()->takeBack();
}

void KioskModel::readAgain() {
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return readKiosk(notebook); },
      [this](const Result<KioskReading>& reading) {
        // Nobody is asked something else in the middle.
        if (reading.ok() && stage_ <= Welcome) {
          reading_ = *reading;
          if (stage_ == Loading) become(Welcome);
        } else if (!reading.ok()) {
          say(reading.error());
        }
        showChoices();
        emit changed();
        readingShown();
      });
}

std::string KioskModel::languageCode() const {
  return desk() != nullptr ? codeOf(spoken()) : std::string();
}

QString KioskModel::question() const {
  return at_ < reading_.questions.size() ? wordIn(reading_.questions[at_].text, languageCode())
                                         : QString();
}

QString KioskModel::notForMe() const {
  if (at_ >= reading_.questions.size() || !reading_.questions[at_].notForMe) return {};
  return wordIn(reading_.questions[at_].notForMe->label, languageCode());
}

bool KioskModel::answered() const { return answers_.contains(at_); }

QStringList KioskModel::languages() const {
  QStringList names;
  for (const std::string& code : reading_.languages)
    names.append(QString::fromUtf8(kOwnNames[placeOf(code)]));
  return names;
}

int KioskModel::language() const {
  const auto found = std::ranges::find(reading_.languages, languageCode());
  return found == reading_.languages.end() ? -1
                                           : static_cast<int>(found - reading_.languages.begin());
}

void KioskModel::setLanguage(int index) {
  if (desk() == nullptr || index < 0 || index >= static_cast<int>(reading_.languages.size()))
    return;
  const auto place = placeOf(reading_.languages[static_cast<std::size_t>(index)]);
  desk()->choices()->lend(static_cast<ScreenChoices::Language>(place));
  showChoices();
  emit changed();
}

void KioskModel::become(Stage stage) {
  stage_ = stage;
  if (stage == Welcome) {
    glance_.stop();
    answers_.clear();
    at_ = 0;
    dismissProblem();
    // Whoever lent it speaks the first language, if it is one of these.
    desk()->choices()->takeBack();
    if (language() < 0) setLanguage(0);
  }
  showChoices();
  emit changed();
}

void KioskModel::showChoices() {
  QList<QVariantList> rows;
  if (at_ < reading_.questions.size()) {
    const auto chosen = answers_.find(at_);
    int level = 0;
    for (const Enumerator& each : reading_.questions[at_].scale) {
      rows.append({QString::fromStdString(each.name), wordIn(each.label, languageCode()), level++,
                   chosen != answers_.end() && chosen->second == each.name});
    }
  }
  choices_.show(rows);
}

void KioskModel::begin() {
  if (stage_ == Welcome && total() > 0) become(Asking);
}

void KioskModel::choose(const QString& value) {
  if (stage_ != Asking) return;
  answers_[at_] = value.toStdString();
  showChoices();
  glance_.start();
  emit changed();
}

void KioskModel::chooseNotForMe() {
  if (stage_ == Asking && reading_.questions[at_].notForMe)
    choose(QString::fromStdString(reading_.questions[at_].notForMe->name));
}

void KioskModel::skip() {
  if (stage_ != Asking) return;
  answers_.erase(at_);
  next();
}

void KioskModel::next() {
  glance_.stop();
  if (stage_ != Asking) return;
  const bool last = at_ + 1 == reading_.questions.size();
  if (!last) ++at_;
  become(last ? Finishing : Asking);
}

void KioskModel::back() {
  glance_.stop();
  if (saving_) return;
  if (stage_ == Asking && at_ > 0) --at_;
  if (stage_ == Asking || stage_ == Finishing) become(Asking);
}

void KioskModel::handIn() {
  if (desk() == nullptr || stage_ != Finishing || saving_) return;
  const auto aim = kioskAimFrom(desk()->lock()->kiosk());
  handedIn_ = answers_.size();
  if (answers_.empty()) return handedIn({});
  if (!aim) return handedIn(Error{ErrorCode::kInvalid, "What this kiosk asks for is not known."});
  std::vector<FieldEdit> fields{put("wave", aim->waveId), put("partner", aim->partnerId),
                                put("language", languageCode())};
  for (const auto& [at, value] : answers_)
    fields.push_back({reading_.questions[at].field, Value(value)});
  saving_ = true;
  desk()->read(
      this, [fields = std::move(fields)](const Worktop& top) { return top.answers.keep(fields); },
      [this](const Status& kept) {
        saving_ = false;
        handedIn(kept);
      });
}

void KioskModel::handedIn(const Status& kept) {
  if (!kept.ok()) {
    if (kept.error().code == ErrorCode::kStorageFull) desk()->setFull(true);
    say(
        tr("Your answers could not be kept. Please give the tablet back and say so. They are "
           "still here until then."));
    return;
  }
  answers_.clear();
  become(Thanks);
}

void KioskModel::startOver() {
  if (!saving_) become(Welcome);
}

void KioskModel::hold() { heldSince_ = desk()->clock().steadyNow(); }

void KioskModel::setLeaving(bool leaving) {
  if (leaving == leaving_) return;
  leaving_ = leaving;
  emit changed();
}

milliseconds KioskModel::untouched() const {
  return desk()->clock().steadyNow() - desk()->lock()->lastTouch();
}

int KioskModel::secondsLeft() const {
  if (desk() == nullptr || leaving_ || (stage_ != Asking && stage_ != Finishing)) return 0;
  const auto quiet = untouched();
  if (quiet < kWarnAfter) return 0;
  const auto left = std::chrono::ceil<seconds>(kWarnAfter + kWarning - quiet);
  return static_cast<int>(std::max<seconds::rep>(1, left.count()));
}

void KioskModel::look() {
  if (desk() == nullptr || saving_) return;
  if (heldSince_ && desk()->clock().steadyNow() - *heldSince_ >= kHold) {
    heldSince_.reset();
    setLeaving(true);
  }
  const auto quiet = untouched();
  if (leaving_ && quiet >= kLeaveAfter) setLeaving(false);
  const bool asking = stage_ == Asking || stage_ == Finishing;
  if (asking && !leaving_ && quiet >= kWarnAfter + kWarning) become(Welcome);
  if (stage_ == Thanks && quiet >= kWarnAfter) become(Welcome);
  if (secondsLeft() != secondsTold_) {
    secondsTold_ = secondsLeft();
    emit changed();
  }
}

}  // namespace rapport
