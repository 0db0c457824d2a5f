#include "mobile/viewmodels/tongue.h"

#include <QCoreApplication>
#include <QTranslator>
#include <array>
#include <atomic>

namespace rapport {
namespace {

struct Failure {
  Q_DECLARE_TR_FUNCTIONS(Failure)
};

std::atomic<Tongue> current{Tongue::kEnglish};

// Sentences of the core and of view models that work beside the screens.
[[maybe_unused]] constexpr std::array kKnown{
    QT_TRANSLATE_NOOP("Sentence", "No event is open now. Open one under Events, then count."),
    QT_TRANSLATE_NOOP("Sentence", "Choose a day, and write a time such as 18:30."),
    QT_TRANSLATE_NOOP("Sentence", "Write a number, such as 2.5."),
    QT_TRANSLATE_NOOP("Sentence", "Write a whole number."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This app is too old for the office. Update it; everything here is safe."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This tablet's app is too old for the office. Update it; everything on it is safe."),
    QT_TRANSLATE_NOOP("Sentence", "The office is busy. Try again in a moment."),
    QT_TRANSLATE_NOOP("Sentence", "The date is in the past. Choose a new date."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The office does not know this kind of record yet. It is kept for the coordinator."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The coordinator has withdrawn this tablet's access. What was not sent yet is with the "
        "office; everything else is cleared from this tablet. To use it again, ask the coordinator "
        "for a new link or code."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The coordinator has withdrawn this tablet's access. It connects once more, to hand over "
        "what was not sent yet."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The coordinator has withdrawn this tablet's access, and the office cannot take everything "
        "from it just now. Nothing is cleared; it is tried again by itself."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The coordinator has withdrawn this tablet's access, and the office has set aside as much "
        "of "
        "its work as it keeps of such a tablet. What is left stays on the tablet. Bring it to the "
        "coordinator."),
    // Of the lock (mobile/app/profile.h).
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This code is of another office than this tablet's. Ask your coordinator for one."),
    QT_TRANSLATE_NOOP(
        "Sentence", "This code is for somebody else. Ask your coordinator for one with your name."),
    // Of files that are not attached (shared/sync/attach.h, mobile/app/chosen_file.h).
    QT_TRANSLATE_NOOP("Sentence",
                      "This file cannot be read. Nothing was saved; choose another one, or copy it "
                      "to this device first."),
    QT_TRANSLATE_NOOP("Sentence", "This file is empty. Nothing was saved; choose another one."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This record is not on this tablet, or was deleted. Nothing was saved."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This record has as many files as it may have. Nothing was saved; attach it "
                      "to another record."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This photo is larger than 16 MiB, the most that is kept of one. Nothing was saved; take "
        "it with less detail, or make it smaller, then attach it again."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This recording is larger than 64 MiB, the most that is kept of one. Nothing "
                      "was saved; attach it in shorter parts."),
    QT_TRANSLATE_NOOP("Sentence",
                      "This file is larger than 32 MiB, the most that is kept of its kind. Nothing "
                      "was saved; make it smaller, then attach it again."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This kind of file is not kept, only photos (JPEG, PNG, WebP), recordings (Ogg, WAV, MP3), "
        "PDF and plain text. Nothing was saved; save it as one of those, then attach it again."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This photo's file is damaged, or made in a way that is not understood here, so that its "
        "place data cannot be taken out. Nothing was saved; take or save the photo again."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "This recording's file is damaged, or made in a way that is not understood here, so that "
        "what names people and places in it cannot be taken out. Nothing was saved; save it as Ogg "
        "(Opus or Vorbis), WAV or MP3, then attach it again."),
    QT_TRANSLATE_NOOP(
        "Sentence",
        "A PDF keeps what it says of itself beside its pages: the name of who made it, when and "
        "with what, and whatever its pictures tell; nothing of that was removed. Where it names "
        "somebody, save it anew without, then attach it."),
    // The office's reasons for not taking one.
    QT_TRANSLATE_NOOP("Sentence", "This file is larger than the office keeps of its kind."),
    QT_TRANSLATE_NOOP("Sentence", "The record of this file has as many files as it may have."),
    QT_TRANSLATE_NOOP("Sentence", "The record of this file speaks of another one."),
    QT_TRANSLATE_NOOP("Sentence", "This file is of another kind than its record says."),
};

QString ofCode(ErrorCode code) {
  switch (code) {
    case ErrorCode::kTooLarge:
      return Failure::tr("This is too long to be saved. Make it shorter, then save again.");
    case ErrorCode::kNotFound:
      return Failure::tr("This is no longer on this tablet. Go back and choose it again.");
    case ErrorCode::kRefused:
      return Failure::tr(
          "This was not accepted. What is saved here is safe. Ask your coordinator.");
    case ErrorCode::kConflict:
      return Failure::tr("Somebody changed this meanwhile. Look at it again, then try again.");
    case ErrorCode::kUnavailable:
      return Failure::tr(
          "The office cannot be reached now. Everything is safe here. Try again later.");
    case ErrorCode::kStorageFull:
      return Failure::tr(
          "Could not save. The tablet has no space left. Your text is still here. Delete old "
          "photos, then save again.");
    case ErrorCode::kStorageFailed:
      return Failure::tr(
          "Could not save on this tablet. Your text is still here. Try again; if it stays so, tell "
          "your coordinator.");
    case ErrorCode::kNewerDatabase:
    case ErrorCode::kUpdateNeeded:
      return Failure::tr("This app is too old. Update it; everything here is safe.");
    case ErrorCode::kUnauthenticated:
      return Failure::tr(
          "The office does not know this tablet any more. Everything is safe here. Ask your "
          "coordinator for a new code.");
    case ErrorCode::kInvalid:
      return Failure::tr("Something here is not right yet. Look it over, then try again.");
    case ErrorCode::kInternal:
      break;
  }
  return Failure::tr("Something went wrong. What was saved is safe. Try again.");
}

}  // namespace

void speak(Tongue tongue) {
  static QTranslator* spoken = nullptr;
  if (spoken != nullptr) {
    QCoreApplication::removeTranslator(spoken);
    delete spoken;
  }
  spoken = new QTranslator(QCoreApplication::instance());
  current = tongue;
  const QString file =
      QStringLiteral(":/rapport/i18n/rapport_%1.qm").arg(QString::fromStdString(codeOf(tongue)));
  if (spoken->load(file)) QCoreApplication::installTranslator(spoken);
}

Tongue spoken() { return current; }

Tongue tongueOfTablet() {
  switch (QLocale::system().language()) {
    case QLocale::Spanish:
      return Tongue::kSpanish;
    case QLocale::Arabic:
      return Tongue::kArabic;
    default:
      return Tongue::kEnglish;
  }
}

bool isRightToLeft(Tongue tongue) { return tongue == Tongue::kArabic; }

std::string codeOf(Tongue tongue) {
  return tongue == Tongue::kSpanish ? "es" : tongue == Tongue::kArabic ? "ar" : "en";
}

const QLocale& localeOf(Tongue tongue) {
  static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
  static const QLocale spanish(QLocale::Spanish, QLocale::Mexico);
  // Of the Arabic locales one with Western digits and the months' usual names.
  static const QLocale arabic(QLocale::Arabic, QLocale::UnitedArabEmirates);
  return tongue == Tongue::kSpanish ? spanish : tongue == Tongue::kArabic ? arabic : english;
}

QString sentenceOf(const std::string& english) {
  return QCoreApplication::translate("Sentence", english.c_str());
}

QString wordsOf(const Error& error) {
  const QString said = QString::fromStdString(error.message);
  const QString known = sentenceOf(error.message);
  return known != said || spoken() == Tongue::kEnglish ? known : ofCode(error.code);
}

}  // namespace rapport
