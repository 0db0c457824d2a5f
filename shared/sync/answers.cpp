#include "shared/sync/answers.h"

#include <algorithm>
#include <set>

#include "shared/base/limits.h"
#include "shared/model/iso_time.h"
#include "shared/model/validate.h"
#include "shared/protocol/answer_codec.h"

namespace rapport {
namespace {

Error invalid(std::string message) { return {ErrorCode::kInvalid, std::move(message)}; }

std::chrono::sys_days mondayOf(std::chrono::sys_days day) {
  return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

std::chrono::sys_days todayOn(const Clock& clock) {
  return std::chrono::floor<std::chrono::days>(clock.wallNow() + clock.utcOffset());
}

const Value* valueOf(const DroppedAnswer& answer, FieldNumber field) {
  const auto found = std::ranges::find(answer.values, field, &std::pair<FieldNumber, Value>::first);
  return found == answer.values.end() ? nullptr : &found->second;
}

bool isMonday(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  const auto date = text != nullptr ? parseDate(*text) : std::nullopt;
  return date && std::chrono::weekday{std::chrono::sys_days{*date}} == std::chrono::Monday;
}

Status setWeek(const RecordType& type, const Clock& clock, DroppedAnswer& answer) {
  const FieldNumber week = type.field(kWeekField)->number;
  const auto given = std::ranges::find(answer.values, week, &std::pair<FieldNumber, Value>::first);
  if (given == answer.values.end()) {
    answer.values.emplace_back(week, weekNow(clock));
    return {};
  }
  const auto* text = std::get_if<std::string>(&given->second);
  const auto date = text != nullptr ? parseDate(*text) : std::nullopt;
  if (!date) return invalid("The week is a date such as 2026-11-23.");
  if (std::chrono::sys_days{*date} > todayOn(clock)) return invalid("This week is still to come.");
  given->second = formatDate(mondayOf(*date));
  return {};
}

Status judge(const RecordType& type, const DroppedAnswer& answer) {
  for (const auto& [number, value] : answer.values) {
    const FieldDeclaration* field = type.field(number);
    if (field == nullptr) return invalid("This answer has a field that is not known here.");
    if (const Status fits = validateValue(type, *field, value); !fits) return fits;
    if (field->name == kWeekField && !isMonday(value)) return invalid("A week is its Monday.");
  }
  for (const FieldDeclaration& field : type.fields) {
    const bool wanted = field.required || field.name == kWeekField;
    if (!wanted) continue;
    const Value* value = valueOf(answer, field.number);
    if (value == nullptr || isCleared(*value)) {
      return invalid(placeOf(type, field) + " is missing, and nobody can add it later.");
    }
  }
  ByteWriter out;
  encodeAnswered(out, answer);
  if (out.size() <= limits::kAnswerBytes) return {};
  return Error{ErrorCode::kTooLarge, "This is more than one answer may hold. Shorten it."};
}

}  // namespace

std::string weekNow(const Clock& clock) { return formatDate(mondayOf(todayOn(clock))); }

Result<DroppedAnswer> newAnswer(const RecordType& type, const std::vector<FieldEdit>& fields,
                                const Clock& clock, Random& random) {
  DroppedAnswer answer;
  answer.id = makeUuidV4(random);
  answer.type = type.number;
  answer.formVersion = type.formVersion;
  for (const FieldEdit& edit : fields) {
    const FieldDeclaration* field = type.field(edit.field);
    const auto* value = std::get_if<Value>(&edit.what);
    if (field == nullptr || value == nullptr) {
      return invalid("\"" + edit.field + "\" is no field of an answer.");
    }
    if (!isCleared(*value)) answer.values.emplace_back(field->number, *value);
  }
  std::ranges::sort(answer.values, {}, &std::pair<FieldNumber, Value>::first);
  const auto twice =
      std::ranges::adjacent_find(answer.values, {}, &std::pair<FieldNumber, Value>::first);
  if (twice != answer.values.end()) return invalid("One field stands twice in this answer.");
  if (const Status set = setWeek(type, clock, answer); !set) return set.error();
  std::ranges::sort(answer.values, {}, &std::pair<FieldNumber, Value>::first);
  if (const Status fits = judge(type, answer); !fits) return fits.error();
  return answer;
}

Status judgeAnswer(const Catalogue& types, const DroppedAnswer& answer) {
  const RecordType* type = types.type(answer.type);
  if (type == nullptr || !type->drop) return invalid("No such answers are taken here.");
  if (answer.formVersion > type->formVersion) return invalid("Its form is newer than any here.");
  return judge(*types.type(answer.type, answer.formVersion), answer);
}

Result<std::vector<Uuid>> keepAnswers(ServerWriter& programme, const Catalogue& types,
                                      const Drop& drop) {
  std::vector<Uuid> kept;
  std::set<RecordId> subjects;
  for (const DroppedAnswer& answer : drop.answers) {
    if (!judgeAnswer(types, answer)) continue;
    const FieldDeclaration* about = subjectOf(*types.type(answer.type));
    const auto id = Uuid::parse(std::get<std::string>(*valueOf(answer, about->number)));
    if (const Status put = programme.putAnswer(RecordId{*id}, answer); !put) return put.error();
    kept.push_back(answer.id);
    subjects.insert(RecordId{*id});
  }
  for (const RecordId& subject : subjects) {
    if (const Status counted = programme.countAnswers(subject); !counted) return counted.error();
  }
  return kept;
}

}  // namespace rapport
