#include "shared/model/programme_settings.h"

#include <gtest/gtest.h>

#include "shared/crypto/uuid_v5.h"
#include "shared/model/catalogue.h"
#include "shared/model/validate.h"

namespace rapport {
namespace {

using namespace std::chrono_literals;

using Held = std::map<std::string, std::vector<Value>, std::less<>>;

const RecordType& type() {
  static const auto kLoaded = Catalogue::load(builtInDeclarations());
  return *kLoaded->type("programme");
}

ProgrammeSettings read(const Held& held) {
  return readSettings(type(), [&held](const FieldDeclaration& field) {
    const auto found = held.find(field.name);
    return found == held.end() ? std::vector<Value>{} : found->second;
  });
}

Value text(const char* words) { return std::string(words); }
Value number(std::int64_t value) { return value; }

// A row of the field, its cells by name. It must be one that the declaration takes.
Value row(std::string_view field, const std::map<std::string, RowValue::Cell>& cells) {
  const FieldDeclaration& declared = *type().field(field);
  RowValue out;
  for (const FieldDeclaration& cell : declared.cells) {
    const auto found = cells.find(cell.name);
    if (found != cells.end()) out.cells.emplace_back(cell.number, found->second);
  }
  EXPECT_EQ(out.cells.size(), cells.size()) << field;
  EXPECT_TRUE(validateValue(type(), declared, out).ok()) << field;
  return out;
}

std::chrono::sys_days day(int year, unsigned month, unsigned dayOfMonth) {
  return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                     std::chrono::day{dayOfMonth}};
}

TEST(ProgrammeSettings, HoldAsTheProductSaysWhileNothingIsSaid) {
  const ProgrammeSettings settings = read({});
  EXPECT_EQ(settings.languages, (std::vector<std::string>{"en", "es", "ar"}));
  EXPECT_EQ(settings.ageBands, (std::vector<std::string>{"0-17", "18-39", "40-64", "65+"}));
  EXPECT_EQ(settings.acknowledgeWithin, 3 * std::chrono::days{1});
  EXPECT_EQ(settings.sensitiveWithin, 72h);
  EXPECT_EQ(settings.respondWithin, std::chrono::days{30});
  EXPECT_TRUE(settings.hotlineCards.empty());
}

TEST(ProgrammeSettings, AreReadFromTheRecord) {
  const ProgrammeSettings settings = read({{"name", {text("Quillan County")}},
                                           {"time_zone", {text("America/Chicago")}},
                                           {"languages", {text("es en mix")}},
                                           {"age_bands", {text("0-12 13-64 65+")}},
                                           {"tally_extras", {text("area")}},
                                           {"fiscal_year_month", {number(7)}},
                                           {"acknowledge_days", {number(2)}},
                                           {"sensitive_hours", {number(24)}},
                                           {"respond_days", {number(14)}},
                                           {"officer_phone", {text("555-0150")}},
                                           {"keep_quotes_months", {number(12)}},
                                           {"keep_backups_days", {number(90)}}});
  EXPECT_EQ(settings.name, "Quillan County");
  EXPECT_EQ(settings.timeZone, "America/Chicago");
  EXPECT_EQ(settings.languages, (std::vector<std::string>{"es", "en", "mix"}));
  EXPECT_EQ(settings.ageBands, (std::vector<std::string>{"0-12", "13-64", "65+"}));
  EXPECT_EQ(settings.tallyExtras, std::set<std::string>{"area"});
  EXPECT_EQ(settings.fiscalYearBegins, std::chrono::July);
  EXPECT_EQ(settings.acknowledgeWithin, std::chrono::days{2});
  EXPECT_EQ(settings.sensitiveWithin, 24h);
  EXPECT_EQ(settings.respondWithin, std::chrono::days{14});
  EXPECT_EQ(settings.officerPhone, "555-0150");
  EXPECT_EQ(settings.retention.quotes, std::chrono::months{12});
  EXPECT_EQ(settings.retention.backups, std::chrono::days{90});
  EXPECT_EQ(settings.retention.signIns, Retention{}.signIns);
}

TEST(ProgrammeSettings, KeepWhatHeldWhereAValueMakesNoSense) {
  const ProgrammeSettings settings = read({{"languages", {text("")}},
                                           {"age_bands", {text("young old")}},
                                           {"fiscal_year_month", {number(13)}},
                                           {"respond_days", {number(0)}},
                                           {"acknowledge_days", {text("soon")}},
                                           {"working_days", {text("someday")}},
                                           {"holidays", {text("never")}}});
  const ProgrammeSettings usual = read({});
  EXPECT_EQ(settings.languages, usual.languages);
  EXPECT_EQ(settings.ageBands, usual.ageBands);
  EXPECT_EQ(settings.fiscalYearBegins, usual.fiscalYearBegins);
  EXPECT_EQ(settings.respondWithin, usual.respondWithin);
  EXPECT_EQ(settings.acknowledgeWithin, usual.acknowledgeWithin);
  EXPECT_EQ(settings.workingDays, usual.workingDays);
  EXPECT_TRUE(settings.holidays.empty());
}

TEST(ProgrammeSettings, NobodyWaitsOnADayOff) {
  const ProgrammeSettings settings =
      read({{"holidays", {row("holidays", {{"date", "2026-11-26"}, {"name", "Thanksgiving"}})}}});
  EXPECT_TRUE(settings.isWorkingDay(day(2026, 11, 25)));   // a Wednesday
  EXPECT_FALSE(settings.isWorkingDay(day(2026, 11, 26)));  // the holiday
  EXPECT_FALSE(settings.isWorkingDay(day(2026, 11, 28)));  // a Saturday
  EXPECT_EQ(settings.afterWorkingDays(day(2026, 11, 24), std::chrono::days{3}), day(2026, 11, 30));
  EXPECT_EQ(settings.afterWorkingDays(day(2026, 11, 24), std::chrono::days{0}), day(2026, 11, 24));
}

TEST(ProgrammeSettings, SaturdayMayBeAWorkingDay) {
  const ProgrammeSettings settings = read({{"working_days", {text("saturday"), text("sunday")}}});
  EXPECT_TRUE(settings.isWorkingDay(day(2026, 11, 28)));
  EXPECT_FALSE(settings.isWorkingDay(day(2026, 11, 27)));
}

TEST(ProgrammeSettings, TheLatestRowAboutADateStands) {
  const Value free = row("holidays", {{"date", "2026-12-24"}, {"name", "Christmas Eve"}});
  const Value notFree = row("holidays", {{"date", "2026-12-24"}, {"free", false}});
  EXPECT_TRUE(read({{"holidays", {free, notFree}}}).isWorkingDay(day(2026, 12, 24)));
  EXPECT_FALSE(read({{"holidays", {notFree, free}}}).isWorkingDay(day(2026, 12, 24)));
}

Value script(const char* scope, const char* language, std::int64_t version, const char* words) {
  return row("consent_scripts",
             {{"scope", scope}, {"language", language}, {"version", version}, {"text", words}});
}

TEST(ProgrammeSettings, AConsentIsAskedInThePersonsLanguageElseInTheMainOne) {
  const ProgrammeSettings settings =
      read({{"consent_scripts",
             {script("quote", "es", 1, "¿Podemos?"), script("quote", "en", 2, "May we?"),
              script("quote", "en", 1, "Can we?"), script("photo", "ar", 1, "هل يجوز؟")}}});
  EXPECT_EQ(settings.consentScript("quote", "es")->text, "¿Podemos?");
  EXPECT_EQ(settings.consentScript("quote", "en")->text, "May we?");
  EXPECT_EQ(settings.consentScript("quote", "ar")->version, 2);  // English is the main language
  EXPECT_EQ(settings.consentScript("photo", "en")->language, "ar");
  EXPECT_EQ(settings.consentScript("survey", "en"), nullptr);
}

TEST(ProgrammeSettings, AHotlineCardIsReplacedAndTakenAway) {
  const auto card = [](const char* language, const char* phone, bool shown) {
    return row("hotline_cards",
               {{"language", language}, {"name", "Safe Line"}, {"phone", phone}, {"shown", shown}});
  };
  const Held held = {{"hotline_cards",
                      {card("en", "555-0140", true), card("en", "555-0142", true),
                       card("es", "555-0143", true), card("es", "555-0143", false)}}};
  const ProgrammeSettings settings = read(held);
  ASSERT_EQ(settings.hotlineCards.size(), 1U);
  EXPECT_EQ(settings.hotlineCardsIn("en").at(0).phone, "555-0142");
  EXPECT_EQ(settings.hotlineCardsIn("es").at(0).language, "en");
}

TEST(ProgrammeSettings, LieUnderAnIdThatTheProgrammesNameGives) {
  const std::string name = programmeRecordName("quillan");
  EXPECT_EQ(name, "programme:quillan");
  // For life: another id would be another programme's settings.
  EXPECT_EQ(makeUuidV5(kProgrammeNamespace, name).toString(),
            "91b9986a-bd95-5052-8801-e9f3d38dc4dc");
}

}  // namespace
}  // namespace rapport
