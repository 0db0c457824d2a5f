#include "mobile/viewmodels/value_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

struct ValueWords {
  Q_DECLARE_TR_FUNCTIONS(ValueWords)
};

QString timeWords(const std::string& text, const Clock& clock) {
  const auto time = parseDateTime(text);
  return time ? dayWord(localTime(time->instant, clock), localToday(clock)) : toQt(text);
}

}  // namespace

QString wordsOf(const FieldDeclaration& field, const Value& value, const NameOf& names,
                const Clock& clock) {
  const std::string text = textOf(value);
  if (isCleared(value) || text.empty()) return ValueWords::tr("empty");
  if (const Enumerator* known = field.enumerator(text))
    return toQt(labelIn(known->label, codeOf(spoken())));
  if (field.widget == "party") {
    const std::string name = nameIn(names, text);
    return text == kOurSide ? ourSide() : toQt(name.empty() ? text : name);
  }
  switch (field.kind) {
    case FieldKind::kBoolean:
      return text == "true" ? ValueWords::tr("Yes") : ValueWords::tr("No");
    case FieldKind::kDate: {
      const auto day = parseDate(text);
      return day ? shortDate(toDate(*day)) : toQt(text);
    }
    case FieldKind::kDateTime:
      return timeWords(text, clock);
    case FieldKind::kReference: {
      const std::string name = nameIn(names, text);
      return name.empty() ? ValueWords::tr("a record not on this tablet") : toQt(name);
    }
    case FieldKind::kLanguage:
      return languageWord(text);
    default:
      return toQt(text);
  }
}

QString languageWord(const std::string& language) {
  const QLocale locale(toQt(language));
  const QString own = locale.nativeLanguageName();
  if (locale.language() == QLocale::C || own.isEmpty()) return toQt(language);
  // Qt names these two after a country.
  if (locale.language() == QLocale::English) return QStringLiteral("English");
  if (locale.language() == QLocale::Spanish) return QStringLiteral("Español");
  return own.left(1).toUpper() + own.mid(1);
}

QString ourSide() { return ValueWords::tr("Us"); }

QString nameOfField(const FieldDeclaration& field) {
  return toQt(labelIn(field.label, codeOf(spoken())));
}

QString typeWord(const RecordType& type) { return toQt(labelIn(type.label, codeOf(spoken()))); }

QString iconOf(const RecordType& type) { return toQt(type.icon); }

}  // namespace rapport
