#pragma once

#include <QString>
#include <string>

#include "mobile/viewmodels/tally_reading.h"

namespace rapport {

// A tile by its name, as screens and drafts speak of it: "18-39/es". Neither half has a stroke of
// its own (spelling.h).
QString nameOfTile(const TallyTile& tile);
TallyTile tileNamed(const QString& name);

QString bandWord(const std::string& band);                 // 18–39 · Not asked
QString countedLanguageWord(const std::string& language);  // Español: a language is named in itself

// What this tablet counted at a station in bands and languages that the programme has given up
// since: "18–29: 4 · Français: 2"; empty where there is nothing of the kind.
QString formerWord(const TallyFacts& facts, const std::string& station);

}  // namespace rapport
