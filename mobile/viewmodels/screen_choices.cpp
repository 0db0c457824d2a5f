#include "mobile/viewmodels/screen_choices.h"

#include <QSettings>
#include <utility>

namespace rapport {
namespace {

const char* const kLanguage = "language";
const char* const kLook = "look";
const char* const kHand = "hand";

// A file that somebody edited by hand may hold anything.
int kept(const QSettings& file, const char* name, int fallback, int most) {
  bool fine = false;
  const int value = file.value(QLatin1String(name)).toInt(&fine);
  return fine && value >= 0 && value <= most ? value : fallback;
}

}  // namespace

ScreenChoices::ScreenChoices(QString file, QObject* parent)
    : QObject(parent), file_(std::move(file)) {
  if (!file_.isEmpty()) {
    const QSettings settings(file_, QSettings::IniFormat);
    language_ = static_cast<Language>(
        kept(settings, kLanguage, static_cast<int>(tongueOfTablet()), Arabic));
    look_ = static_cast<Look>(kept(settings, kLook, Light, Sun));
    hand_ = static_cast<Hand>(kept(settings, kHand, RightHand, LeftHand));
  }
  speak(tongue());
}

void ScreenChoices::setLanguage(Language language) {
  if (language == language_) return;
  const Language before = this->language();
  language_ = language;
  keep(kLanguage, language);
  speakNow(before);
}

void ScreenChoices::lend(Language language) {
  const Language before = this->language();
  lent_ = language;
  speakNow(before);
}

void ScreenChoices::takeBack() {
  const Language before = language();
  lent_.reset();
  speakNow(before);
}

void ScreenChoices::speakNow(Language before) {
  if (language() == before) return;
  speak(tongue());
  emit languageChanged();
}

void ScreenChoices::setLook(Look look) {
  if (look == look_) return;
  if (look_ != Sun) shade_ = look_;
  look_ = look;
  keep(kLook, look);
  emit lookChanged();
}

void ScreenChoices::setHand(Hand hand) {
  if (hand == hand_) return;
  hand_ = hand;
  keep(kHand, hand);
  emit handChanged();
}

void ScreenChoices::toggleSun() { setLook(look_ == Sun ? shade_ : Sun); }

void ScreenChoices::keep(const char* name, int value) {
  if (file_.isEmpty()) return;
  QSettings settings(file_, QSettings::IniFormat);
  settings.setValue(QLatin1String(name), value);
}

}  // namespace rapport
