#include "mobile/viewmodels/promise_slip.h"

#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

// What is read to them, in their language and not in that of the screens.
struct Frame {
  const char* language;
  const char* quoted;
  const char* ours;
  const char* theirs;
  const char* by;
  const char* doer;
};

constexpr Frame kEnglish{
    "English", "“%1”",           "We promised you: %1.", "You promised us: %1.",
    " By %1.", " %1 will do it."};
constexpr Frame kSpanish{
    "Español",      "“%1”",        "Les prometimos: %1.", "Nos prometieron: %1.",
    " Para el %1.", " Lo hará %1."};
constexpr Frame kArabic{"العربية",       "«%1»",         "وعدناكم: %1.",
                        "وعدتمونا: %1.", " الموعد: %1.", " سيقوم بذلك %1."};

const Frame& frameIn(Tongue tongue) {
  return tongue == Tongue::kSpanish ? kSpanish : tongue == Tongue::kArabic ? kArabic : kEnglish;
}

}  // namespace

QString PromiseSlip::heading() const {
  if (parts_.partner.isEmpty()) return parts_.ours ? tr("We promise") : tr("They promise");
  return parts_.ours ? tr("We promised %1").arg(parts_.partner)
                     : tr("%1 promised us").arg(parts_.partner);
}

QString PromiseSlip::by() const { return parts_.due.isValid() ? longDate(parts_.due) : QString(); }

QString PromiseSlip::readBack() const {
  if (parts_.text.trimmed().isEmpty()) return {};
  const Frame& frame = frameIn(tongue_);
  QString line = QString::fromUtf8(parts_.ours ? frame.ours : frame.theirs)
                     .arg(QString::fromUtf8(frame.quoted).arg(parts_.text.trimmed()));
  if (parts_.due.isValid()) line += QString::fromUtf8(frame.by).arg(longDate(parts_.due, tongue_));
  if (!parts_.doer.isEmpty()) line += QString::fromUtf8(frame.doer).arg(parts_.doer);
  return line;
}

QString PromiseSlip::language() const { return QString::fromUtf8(frameIn(tongue_).language); }

void PromiseSlip::nextLanguage() {
  tongue_ = tongue_ == Tongue::kSpanish  ? Tongue::kArabic
            : tongue_ == Tongue::kArabic ? Tongue::kEnglish
                                         : Tongue::kSpanish;
  emit changed();
}

void PromiseSlip::show(const Parts& parts) {
  if (parts == parts_) return;
  parts_ = parts;
  emit changed();
}

}  // namespace rapport
