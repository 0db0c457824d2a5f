#include "mobile/viewmodels/find_model.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

std::set<QString> kinds(const FindModel& find) {
  std::set<QString> names;
  auto* rows = const_cast<FindModel&>(find).kinds();
  for (int row = 0; row < rows->count(); ++row)
    for (const QVariant& each : cell(*rows, row, "kinds").toList())
      names.insert(each.toMap()["typeName"].toString());
  return names;
}

QStringList titles(FindModel& find) {
  QStringList titles;
  for (int row = 0; row < find.found()->count(); ++row)
    titles.append(cell(*find.found(), row, "title").toString());
  return titles;
}

// The walk goes piece by piece.
void look(DeskBench& bench, const FindModel& find) {
  for (int piece = 0; piece < 50 && !find.shown(); ++piece) bench.settle();
  EXPECT_TRUE(find.shown());
}

RecordId partner(DeskBench& bench, const std::string& name) {
  RecordId id;
  bench.office([&](OfficeHand& office, Notebook&) {
    id = office.put(office.colleague("Noor", "Office"),
                    {.type = "partner", .fields = R"({"name":")" + name + R"("})"});
  });
  return id;
}

TEST(Find, OffersWhatARoleMayWriteOrRead) {
  DeskBench bench;
  const auto find = bench.show<FindModel>();
  const auto here = kinds(*find);
  for (const char* each : {"need", "minutes", "referral", "contact", "discovery", "workshop"})
    EXPECT_TRUE(here.contains(each)) << each;
  for (const char* each : {"tally_cell", "attachment", "survey_response", "programme", "device"})
    EXPECT_FALSE(here.contains(each)) << each;
  DeskBench other({.role = Role::kVolunteer});
  const auto volunteers = kinds(*other.show<FindModel>());
  EXPECT_TRUE(volunteers.contains("sign_in"));
  EXPECT_FALSE(volunteers.contains("referral"));
}

TEST(Find, WordsFindRecordsAndKindsWithoutCaseOrAccents) {
  DeskBench bench;
  partner(bench, "Círculo de Vecinas");
  partner(bench, "Barbers of Eastlock");
  const auto find = bench.show<FindModel>();
  EXPECT_FALSE(find->listing());
  find->setSearch("circulo");
  look(bench, *find);
  EXPECT_EQ(titles(*find), QStringList("Círculo de Vecinas"));
  EXPECT_EQ(cell(*find->found(), 0, "kind"), "Partner");
  find->setSearch("NEEDS");
  look(bench, *find);
  EXPECT_EQ(kinds(*find), std::set<QString>{"need"});
}

TEST(Find, AKindIsListedTheNewestFirstAndNoLongerThanPeopleRead) {
  DeskBench bench;
  bench.solo().behind([&](Notebook& notebook, Drafts&) {
    for (int each = 0; each < 230; ++each) {
      bench.clock().advance(std::chrono::seconds(1));
      const Value name("Group " + std::to_string(each));
      ASSERT_TRUE(notebook.put({.type = "partner", .fields = {{"name", name}}}).ok());
    }
  });
  const auto find = bench.show<FindModel>();
  find->setTypeName("partner");
  look(bench, *find);
  EXPECT_TRUE(find->more());
  ASSERT_EQ(find->found()->count(), 100);
  EXPECT_EQ(titles(*find).front(), "Group 229");
  EXPECT_TRUE(find->mayBegin());
  find->setSearch("group 7");
  look(bench, *find);
  EXPECT_EQ(titles(*find).size(), 11) << "7 and 70 to 79";
  EXPECT_FALSE(find->more());
}

TEST(Find, AboutARecordOnlyWhatCanNameItIsOffered) {
  DeskBench bench;
  const RecordId id = partner(bench, "Barbers of Eastlock");
  const auto find = bench.show<FindModel>();
  find->setAboutId(QString::fromStdString(id.toString()));
  bench.settle();
  EXPECT_EQ(find->aboutTitle(), "Barbers of Eastlock");
  const auto here = kinds(*find);
  EXPECT_TRUE(here.contains("minutes"));
  EXPECT_FALSE(here.contains("quote"));
}

}  // namespace
}  // namespace rapport
