#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include <qqmlregistration.h>

#include "mobile/viewmodels/tongue.h"

namespace rapport {

// How the screens look and speak, as whoever holds the tablet chose it. Kept in a small file beside
// the profile, so that it holds before anybody is enrolled and while the database is closed.
class ScreenChoices : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("The front desk has it.")
  Q_PROPERTY(Language language READ language WRITE setLanguage NOTIFY languageChanged)
  Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
  // For dates that QML words itself.
  Q_PROPERTY(QString locale READ locale NOTIFY languageChanged)
  Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged)
  Q_PROPERTY(Hand hand READ hand WRITE setHand NOTIFY handChanged)

 public:
  enum Language { English, Spanish, Arabic };
  Q_ENUM(Language)
  enum Look { Light, Dark, Sun };  // in the order of the theme's variants
  Q_ENUM(Look)
  enum Hand { RightHand, LeftHand };  // the one that holds the tablet
  Q_ENUM(Hand)

  // Reads the file; what is not in it is as the tablet is set. Without a file nothing is kept, and
  // it begins in English, light, in the right hand. Speaks the language from here on.
  explicit ScreenChoices(QString file, QObject* parent = nullptr);

  Language language() const { return lent_.value_or(language_); }
  bool rightToLeft() const { return isRightToLeft(tongue()); }
  QString locale() const { return localeOf(tongue()).name(); }
  Look look() const { return look_; }
  Hand hand() const { return hand_; }

  void setLanguage(Language language);
  void setLook(Look look);
  void setHand(Hand hand);
  // Somebody else has the tablet for a while, and reads it in a language of theirs: nothing of that
  // is kept.
  void lend(Language language);
  void takeBack();
  // Out into the sun and back into what was before.
  Q_INVOKABLE void toggleSun();

 signals:
  void languageChanged();
  void lookChanged();
  void handChanged();

 private:
  Tongue tongue() const { return static_cast<Tongue>(language()); }
  void speakNow(Language before);
  void keep(const char* name, int value);

  QString file_;
  Language language_ = English;
  std::optional<Language> lent_;
  Look look_ = Light;
  Look shade_ = Light;
  Hand hand_ = RightHand;
};

}  // namespace rapport
