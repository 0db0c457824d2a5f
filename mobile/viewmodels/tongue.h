#pragma once

#include <QLocale>
#include <QString>
#include <string>
#include <vector>

#include "shared/base/result.h"

namespace rapport {

// The language that the screens speak. There is one for the whole app, like the translators of
// Qt's that it puts in; any thread may ask for it.
enum class Tongue { kEnglish, kSpanish, kArabic };

// From then on every tr() answers in this language. On the thread that made the QCoreApplication.
void speak(Tongue tongue);
Tongue spoken();
// The one that the tablet itself is set to, or English.
Tongue tongueOfTablet();

bool isRightToLeft(Tongue tongue);
std::string codeOf(Tongue tongue);  // "en", "es", "ar": as declarations label in
// Days and months by name; digits are Western in every language.
const QLocale& localeOf(Tongue tongue);

// A failure in words of the screens. The core's messages are English and name details; in another
// language what it means is told by its code, unless the very sentence is known.
QString wordsOf(const Error& error);
// A sentence that the office or the core said, translated where it is known.
QString sentenceOf(const std::string& english);

}  // namespace rapport
