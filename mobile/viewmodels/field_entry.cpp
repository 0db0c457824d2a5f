#include "mobile/viewmodels/field_entry.h"

#include <QDateTime>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

const QString kMoment = QStringLiteral("yyyy-MM-dd HH:mm");

// In English, as every Error; the screens word it.
Error ask(const char* sentence) { return {ErrorCode::kInvalid, sentence}; }

Result<Value> momentOf(const QString& entered, const Clock& clock) {
  QDateTime time = QDateTime::fromString(entered, kMoment);
  if (!time.isValid()) return ask("Choose a day, and write a time such as 18:30.");
  const auto offset = clock.utcOffset();
  time.setOffsetFromUtc(static_cast<int>(std::chrono::seconds(offset).count()));
  const WallTime instant{std::chrono::milliseconds(time.toMSecsSinceEpoch())};
  return Value(formatDateTime({instant, offset}));
}

Result<Value> numberOf(const FieldDeclaration& field, const QString& entered) {
  bool fine = false;
  if (field.kind == FieldKind::kDecimal) {
    const double number = entered.toDouble(&fine);
    return fine ? Result<Value>(Value(number)) : ask("Write a number, such as 2.5.");
  }
  const qlonglong number = entered.toLongLong(&fine);
  return fine ? Result<Value>(Value(static_cast<std::int64_t>(number)))
              : ask("Write a whole number.");
}

}  // namespace

bool isPlain(const FieldDeclaration& field) {
  switch (field.rule) {
    case MergeRule::kUnion:
    case MergeRule::kAppend:
    case MergeRule::kCount:
    case MergeRule::kRows:
      return false;
    default:
      return field.kind != FieldKind::kRow;
  }
}

QString enteredText(const FieldDeclaration& field, const Value& value, const Clock& clock) {
  const std::string text = textOf(value);
  if (field.kind != FieldKind::kDateTime) return toQt(text);
  const auto time = parseDateTime(text);
  return time ? localTime(time->instant, clock).toString(kMoment) : QString();
}

Result<Value> valueOf(const FieldDeclaration& field, const QString& entered, const Clock& clock) {
  const QString text = entered.trimmed();
  if (text.isEmpty()) return Value();
  switch (field.kind) {
    case FieldKind::kNumber:
    case FieldKind::kDecimal:
      return numberOf(field, text);
    case FieldKind::kBoolean:
      return Value(text == QLatin1String("true"));
    case FieldKind::kDateTime:
      return momentOf(text, clock);
    default:
      return Value(text.toStdString());
  }
}

}  // namespace rapport
