// What leaves in an export, and in what shape; each rule with an example that was worked out by
// hand.

#include <algorithm>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/review/exports/export_table.h"
#include "server/review/exports/k_groups.h"
#include "server/review/exports/table_cell.h"
#include "server/review/exports/workbook.h"
#include "server/review/exports/zip_store.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

TEST(TableCells, NeutraliseWhatASpreadsheetWouldTakeForAFormula) {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
    EXPECT_EQ(cellOf(Json(text)).text, std::string("'") + text);
  }
  for (const char* text : {"", "1+1", " =1", "a@b", "'=1"}) {
    EXPECT_EQ(cellOf(Json(text)).text, text) << "nothing to neutralise";
  }
  EXPECT_EQ(cellOf(Json(-4)).text, "-4") << "a number may be below zero";
  EXPECT_TRUE(cellOf(Json(-4)).isNumber);
  EXPECT_EQ(cellOf(Json{"=a", "b"}).text, "'=a; b") << "a set is one cell";
}

TEST(TableCells, AreQuotedInCsvWhereTheyMustBe) {
  EXPECT_EQ(csvCell({"plain"}), "plain");
  EXPECT_EQ(csvCell({"a,b"}), "\"a,b\"");
  EXPECT_EQ(csvCell({"he said \"no\""}), "\"he said \"\"no\"\"\"");
  EXPECT_EQ(csvCell({"two\nlines"}), "\"two\nlines\"");
}

TEST(KGroups, KeepElevenAndDropTen) {
  KGroups groups;
  for (int i = 0; i < 11; ++i) groups.add({"18_29", "es", "mill"});
  for (int i = 0; i < 10; ++i) groups.add({"18_29", "en", "mill"});
  groups.add({"", "", ""});
  EXPECT_TRUE(groups.keeps({"18_29", "es", "mill"}));
  EXPECT_FALSE(groups.keeps({"18_29", "en", "mill"}));
  EXPECT_FALSE(groups.keeps({"", "", ""})) << "nothing said is a value like any other";
  EXPECT_FALSE(groups.keeps({"65_89", "es", "mill"}));
  EXPECT_EQ(groups.dropped(), 11U);
}

class ExportTest : public ::testing::Test {
 protected:
  void signIn(const char* age, const char* language, const std::string& area, int times) {
    for (int i = 0; i < times; ++i) {
      const Json fields{{"name", "Ana Ruiz"},
                        {"phone", "555-0107"},
                        {"age_band", age},
                        {"language", language},
                        {"area", area},
                        {"consent", "yes"},
                        {"race_and_ethnicity", {{"add", {"white"}}}}};
      desk_.addRecord("sign_in", fields.dump());
    }
  }
  std::string table(const std::string& type, TableFormat format, Role role = Role::kCoordinator) {
    std::string out;
    desk_.read([&](ServerReader& reader) {
      const auto line = [&](const std::string& text) {
        out += text;
        return Status{};
      };
      need(exportTable({reader, desk_.catalogue, role}, type, format, line,
                       [&](const ExportHead& head) { head_ = head; }));
    });
    return out;
  }
  static std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
  }

  TestDesk desk_;
  ExportHead head_;
};

TEST_F(ExportTest, PeopleLeaveInGroupsOfElevenWithoutWhatNamesThem) {
  const std::string mill = desk_.addRecord("area", R"({"name": "Millrace"})").toString();
  const std::string heron = desk_.addRecord("area", R"({"name": "Heron Point"})").toString();
  signIn("18_29", "es", mill, 11);
  signIn("18_29", "es", heron, 10);
  signIn("18_29", "en", mill, 3);
  const std::string csv = table("sign_in", TableFormat::kCsv);
  EXPECT_TRUE(csv.starts_with("area,age_band,language\r\n")) << csv.substr(0, 80);
  EXPECT_EQ(lines(csv), 12U);
  EXPECT_EQ(head_.dropped, 13U);
  EXPECT_TRUE(head_.ofPeople);
  const std::string ndjson = table("sign_in", TableFormat::kNdjson);
  EXPECT_EQ(lines(ndjson), 11U);
  for (const std::string& text : {csv, ndjson}) {
    for (const char* secret : {"Ana", "555-0107", "white", heron.c_str(), "\"id\"", "created"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
  }
  signIn("18_29", "es", heron, 1);
  EXPECT_EQ(lines(table("sign_in", TableFormat::kCsv)), 23U) << "now they are eleven there too";
}

TEST_F(ExportTest, OtherRecordsLeaveAsTheRoleReadsThem) {
  desk_.addRecord("contact", Json{{"name", "=HYPERLINK(1)"}, {"phone", "+1 555"}}.dump());
  const std::string csv = table("contact", TableFormat::kCsv);
  EXPECT_NE(csv.find("'=HYPERLINK(1)"), std::string::npos);
  EXPECT_NE(csv.find("'+1 555"), std::string::npos);
  EXPECT_TRUE(csv.starts_with("id,"));
  EXPECT_FALSE(head_.ofPeople);
  desk_.read([&](ServerReader& reader) {
    const Status told = exportTable({reader, desk_.catalogue, Role::kVolunteer}, "contact",
                                    TableFormat::kCsv, [](const std::string&) { return Status{}; });
    EXPECT_EQ(told.error().code, ErrorCode::kNotFound);
  });
}

TEST_F(ExportTest, NothingSpecialLeavesInRows) {
  const std::string session =
      desk_.addRecord("listening_session", R"({"purpose": "Letters"})").toString();
  desk_.addRecord("quote", Json{{"session", session},
                                {"verbatim", "You came back."},
                                {"speaker", "Lupe"},
                                {"consent", "yes"}}
                               .dump());
  desk_.addRecord("referral", R"({"need": "food", "service": "Second Shelf"})");
  for (const TableFormat format : {TableFormat::kCsv, TableFormat::kNdjson}) {
    const std::string quotes = table("quote", format);
    EXPECT_NE(quotes.find("You came back."), std::string::npos);
    EXPECT_EQ(quotes.find("Lupe"), std::string::npos);
    EXPECT_EQ(quotes.find("speaker"), std::string::npos);
    const std::string referrals = table("referral", format);
    EXPECT_EQ(referrals.find("food"), std::string::npos);
    EXPECT_EQ(lines(referrals), format == TableFormat::kCsv ? 1U : 0U);
    EXPECT_EQ(head_.dropped, 1U);
  }
}

TEST_F(ExportTest, EndsAtTheFirstLineThatCannotBeWritten) {
  for (int i = 0; i < 3; ++i) desk_.addRecord("area", R"({"name": "Millrace"})");
  int taken = 0;
  desk_.read([&](ServerReader& reader) {
    const auto full = [&](const std::string&) {
      return ++taken == 2 ? Status{Error{ErrorCode::kStorageFull, "full"}} : Status{};
    };
    const Status told =
        exportTable({reader, desk_.catalogue, Role::kCoordinator}, "area", TableFormat::kCsv, full);
    EXPECT_EQ(told.error().code, ErrorCode::kStorageFull);
  });
  EXPECT_EQ(taken, 2);
}

TEST(ZipStore, KnowsItsCheckSum) {
  Measured measured;
  measured.add("1234");
  measured.add("56789");
  EXPECT_EQ(measured.crc(), 0xCBF43926U) << "the check value of CRC-32";
  EXPECT_EQ(measured.sizeBytes(), 9U);
}

// "a" with "hi", as APPNOTE lays it out: a local header of 30 bytes, a central one of 46, an end of
// 22, and the name twice.
TEST(ZipStore, LaysOutOneFile) {
  std::string out;
  ZipStore zip([&](std::string_view bytes) {
    out += bytes;
    return Status{};
  });
  need(zip.add("a", "hi"));
  need(zip.finish());
  ASSERT_EQ(out.size(), 30U + 1 + 2 + 46 + 1 + 22);
  EXPECT_EQ(out.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(out.substr(30, 3), "ahi");
  EXPECT_EQ(out.substr(33, 4), "PK\x01\x02");
  EXPECT_EQ(out.substr(80, 4), "PK\x05\x06");
  EXPECT_EQ(out[80 + 10], 1) << "one file";
  EXPECT_EQ(out[80 + 12], 47) << "the directory's bytes";
  EXPECT_EQ(out[80 + 16], 33) << "and where it begins";
}

TEST(Workbook, XmlHoldsNothingThatItMayNot) {
  EXPECT_EQ(xmlText("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
  EXPECT_EQ(xmlText(std::string("a\x01\x1F\0b", 5)),
            "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xmlText("\xEF\xBF\xBF!"), "\xEF\xBF\xBD!");
  EXPECT_EQ(xmlText("a\r\n\tñ"), "a&#13;\n\tñ");
}

std::string rowOf(const std::vector<TableCell>& cells) {
  std::string out;
  SheetXml xml([&](std::string_view bytes) {
    out += bytes;
    return Status{};
  });
  need(xml.row(cells));
  return out;
}

TEST(Workbook, CellsAreNumbersOrInlineTextAndNeverFormulas) {
  EXPECT_EQ(
      rowOf({{"4.5", true}, {""}, {"'=1"}}),
      "<row><c><v>4.5</v></c><c/><c t=\"inlineStr\"><is><t xml:space=\"preserve\">'=1</t></is>"
      "</c></row>");
}

TEST(Workbook, ATextThatIsTooLongIsCutWithAMark) {
  const std::string fits(SheetXml::kMostUnits, 'a');
  EXPECT_NE(rowOf({{fits}}).find(fits + "</t>"), std::string::npos);
  const std::string cut = rowOf({{fits + "a"}});
  EXPECT_NE(cut.find("a […]</t>"), std::string::npos);
  EXPECT_EQ(std::ranges::count(cut, 'a') > 32'000, true);
  std::string pairs;
  for (int i = 0; i < 17'000; ++i) pairs += "😀";
  EXPECT_NE(rowOf({{pairs}}).find(" […]</t>"), std::string::npos) << "two units each";
}

TEST(Workbook, NamesOfSheetsAreShortCleanAndDistinct) {
  std::string out;
  Workbook book(
      [&](std::string_view bytes) {
        out += bytes;
        return Status{};
      },
      {std::string(40, 'x'), std::string(41, 'x'), "a/b:c", "??"});
  need(book.begin());
  for (const std::string& name :
       {std::string(31, 'x'), std::string(29, 'x') + " 2", std::string("abc"), std::string(" 2")}) {
    EXPECT_NE(out.find("name=\"" + name + "\""), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace rapport::testing
