#include "mobile/viewmodels/tally_words.h"

#include <QStringList>
#include <algorithm>
#include <map>

#include "mobile/viewmodels/tally_model.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

// Ranges are read from left to right whatever the language (mobile/qml/DESIGN.md).
QString leftToRight(const QString& text) {
  constexpr QChar kIsolate(0x2066), kEnd(0x2069);
  return isRightToLeft(spoken()) ? kIsolate + text + kEnd : text;
}

}  // namespace

QString nameOfTile(const TallyTile& tile) { return toQt(tile.band + '/' + tile.language); }

TallyTile tileNamed(const QString& name) {
  return {name.section(QLatin1Char('/'), 0, 0).toStdString(),
          name.section(QLatin1Char('/'), 1).toStdString()};
}

// People read a dash between two ages; buckets are spelled with a hyphen.
QString bandWord(const std::string& band) {
  if (band == kNotAsked) return TallyModel::tr("Not asked");
  return toQt(band).replace(QLatin1Char('-'), QChar(0x2013));
}

QString countedLanguageWord(const std::string& language) {
  if (language == kOtherLanguage) return TallyModel::tr("Another");
  if (language == kNotAsked) return TallyModel::tr("Not asked");
  return languageWord(language);
}

QString formerWord(const TallyFacts& facts, const std::string& station) {
  std::map<std::string, std::int64_t> bands, languages;
  for (const auto& [place, people] : facts.tiles) {
    const auto& [where, tile] = place;
    if (where != station || people == 0 || facts.grid.has(tile)) continue;
    const bool bandStands =
        std::ranges::find(facts.grid.bands, tile.band) != facts.grid.bands.end();
    (bandStands ? languages[tile.language] : bands[tile.band]) += people;
  }
  QStringList words;
  for (const auto& [band, people] : bands)
    words.append(leftToRight(QStringLiteral("%1: %2").arg(bandWord(band)).arg(people)));
  for (const auto& [language, people] : languages)
    words.append(QStringLiteral("%1: %2").arg(countedLanguageWord(language)).arg(people));
  return words.join(QStringLiteral(" · "));
}

}  // namespace rapport
