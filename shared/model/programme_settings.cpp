#include "shared/model/programme_settings.h"

#include <algorithm>
#include <tuple>

#include "shared/model/iso_time.h"
#include "shared/model/spelling.h"

namespace rapport {
namespace {

// One row, its cells by name; what is no row has none.
class Row {
 public:
  Row(const FieldDeclaration& field, Value value) : field_(field), value_(std::move(value)) {}

  std::string text(std::string_view cell) const {
    const auto* held = find(cell);
    const auto* text = held != nullptr ? std::get_if<std::string>(held) : nullptr;
    return text != nullptr ? *text : std::string();
  }

  std::int64_t number(std::string_view cell) const {
    const auto* held = find(cell);
    const auto* number = held != nullptr ? std::get_if<std::int64_t>(held) : nullptr;
    return number != nullptr ? *number : 0;
  }

  // Unless it says no.
  bool holds(std::string_view cell) const {
    const auto* held = find(cell);
    const auto* flag = held != nullptr ? std::get_if<bool>(held) : nullptr;
    return flag == nullptr || *flag;
  }

 private:
  const RowValue::Cell* find(std::string_view name) const {
    const auto* row = std::get_if<RowValue>(&value_);
    if (row == nullptr) return nullptr;
    for (const FieldDeclaration& declared : field_.cells) {
      if (declared.name != name) continue;
      for (const auto& [number, cell] : row->cells) {
        if (number == declared.number) return &cell;
      }
    }
    return nullptr;
  }

  const FieldDeclaration& field_;
  Value value_;
};

// The record's fields by name, each into its place if it is there and makes sense.
class Reading {
 public:
  Reading(const RecordType& type, const FieldValues& values) : type_(type), values_(values) {}

  void text(std::string_view name, std::string& into) const {
    const auto value = one<std::string>(name);
    if (value && !value->empty()) into = *value;
  }

  void list(std::string_view name, Spelling spelling, std::vector<std::string>& into) const {
    const auto value = one<std::string>(name);
    if (value && isSpelled(spelling, *value)) into = partsOf(*value);
  }

  template <typename Duration>
  void amount(std::string_view name, Duration& into) const {
    const auto value = one<std::int64_t>(name);
    if (value && *value > 0)
      into = Duration{static_cast<int>(std::min<std::int64_t>(*value, kMost))};
  }

  std::vector<std::string> words(std::string_view name) const {
    std::vector<std::string> out;
    for (const Value& value : all(name)) {
      if (const auto* text = std::get_if<std::string>(&value)) out.push_back(*text);
    }
    return out;
  }

  std::vector<Row> rows(std::string_view name) const {
    std::vector<Row> out;
    const FieldDeclaration* field = type_.field(name);
    for (Value& value : all(name)) out.emplace_back(*field, std::move(value));
    return out;
  }

  template <typename T>
  std::optional<T> one(std::string_view name) const {
    const std::vector<Value> held = all(name);
    const T* value = held.size() == 1 ? std::get_if<T>(&held.front()) : nullptr;
    return value != nullptr ? std::optional<T>(*value) : std::nullopt;
  }

 private:
  static constexpr std::int64_t kMost = 100'000;

  std::vector<Value> all(std::string_view name) const {
    const FieldDeclaration* field = type_.field(name);
    return field != nullptr ? values_(*field) : std::vector<Value>{};
  }

  const RecordType& type_;
  const FieldValues& values_;
};

void readWorkingDays(const Reading& reading, std::set<unsigned>& into) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  std::set<unsigned> days;
  for (const std::string& word : reading.words("working_days")) {
    const auto found = std::ranges::find(kDays, word);
    if (found != std::end(kDays)) days.insert(static_cast<unsigned>(found - kDays) + 1);
  }
  if (!days.empty()) into = std::move(days);
}

// Rows are never changed: the latest about a date stands, and may say that it is a day like others.
void readHolidays(const Reading& reading, ProgrammeSettings& settings) {
  for (const Row& row : reading.rows("holidays")) {
    const auto date = parseDate(row.text("date"));
    if (!date) continue;
    if (row.holds("free")) {
      settings.holidays[std::chrono::sys_days{*date}] = row.text("name");
    } else {
      settings.holidays.erase(std::chrono::sys_days{*date});
    }
  }
}

void readScripts(const Reading& reading, std::vector<ConsentScript>& into) {
  for (const Row& row : reading.rows("consent_scripts")) {
    ConsentScript script{row.text("scope"), row.text("language"), row.number("version"),
                         row.text("text")};
    const auto same = std::ranges::find_if(into, [&](const ConsentScript& other) {
      return other.scope == script.scope && other.language == script.language;
    });
    if (same == into.end()) {
      into.push_back(std::move(script));
    } else if (script.version >= same->version) {
      *same = std::move(script);
    }
  }
}

void readCards(const Reading& reading, std::vector<HotlineCard>& into) {
  for (const Row& row : reading.rows("hotline_cards")) {
    HotlineCard card{row.text("language"), row.text("name"), row.text("phone"), row.text("hours"),
                     row.text("words")};
    std::erase_if(into, [&](const HotlineCard& other) {
      return other.language == card.language && other.name == card.name;
    });
    if (row.holds("shown")) into.push_back(std::move(card));
  }
}

void readRetention(const Reading& reading, Retention& retention) {
  reading.amount("keep_sign_ins_months", retention.signIns);
  reading.amount("keep_contacts_months", retention.contacts);
  reading.amount("keep_quotes_months", retention.quotes);
  reading.amount("keep_feedback_months", retention.feedback);
  reading.amount("keep_sealed_months", retention.sealedFeedback);
  reading.amount("keep_referrals_months", retention.referrals);
  reading.amount("keep_backups_days", retention.backups);
}

}  // namespace

std::string programmeRecordName(std::string_view programme) {
  return "programme:" + std::string(programme);
}

bool ProgrammeSettings::isWorkingDay(std::chrono::sys_days day) const {
  return workingDays.contains(std::chrono::weekday{day}.iso_encoding()) && !holidays.contains(day);
}

std::chrono::sys_days ProgrammeSettings::afterWorkingDays(std::chrono::sys_days from,
                                                          std::chrono::days count) const {
  // Bounded, though every day be a holiday.
  for (int tried = 0; count.count() > 0 && tried < 366; ++tried) {
    from += std::chrono::days{1};
    if (isWorkingDay(from)) --count;
  }
  return from;
}

const ConsentScript* ProgrammeSettings::consentScript(std::string_view scope,
                                                      std::string_view language) const {
  const ConsentScript* best = nullptr;
  int bestRank = 0;
  for (const ConsentScript& script : consentScripts) {
    if (script.scope != scope) continue;
    const int rank = script.language == language ? 3 : script.language == languages.front() ? 2 : 1;
    if (rank > bestRank) std::tie(best, bestRank) = std::tuple(&script, rank);
  }
  return best;
}

std::vector<HotlineCard> ProgrammeSettings::hotlineCardsIn(std::string_view language) const {
  for (const std::string_view wanted : {language, std::string_view{languages.front()}}) {
    std::vector<HotlineCard> cards;
    std::ranges::copy_if(hotlineCards, std::back_inserter(cards),
                         [&](const HotlineCard& card) { return card.language == wanted; });
    if (!cards.empty()) return cards;
  }
  return hotlineCards;
}

ProgrammeSettings readSettings(const RecordType& type, const FieldValues& values) {
  ProgrammeSettings settings;
  const Reading reading(type, values);
  reading.text("name", settings.name);
  reading.text("time_zone", settings.timeZone);
  reading.list("languages", Spelling::kLanguageList, settings.languages);
  reading.list("age_bands", Spelling::kAgeBands, settings.ageBands);
  for (std::string& word : reading.words("tally_extras")) {
    settings.tallyExtras.insert(std::move(word));
  }
  const auto month = reading.one<std::int64_t>("fiscal_year_month");
  if (month && *month >= 1 && *month <= 12) {
    settings.fiscalYearBegins = std::chrono::month{static_cast<unsigned>(*month)};
  }
  readWorkingDays(reading, settings.workingDays);
  readHolidays(reading, settings);
  reading.amount("acknowledge_days", settings.acknowledgeWithin);
  reading.amount("sensitive_hours", settings.sensitiveWithin);
  reading.amount("respond_days", settings.respondWithin);
  readScripts(reading, settings.consentScripts);
  readCards(reading, settings.hotlineCards);
  reading.text("officer_phone", settings.officerPhone);
  readRetention(reading, settings.retention);
  return settings;
}

}  // namespace rapport
