#include "mobile/viewmodels/tally_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/tally_words.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/model/programme_settings.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

const RecordId kEvent{*Uuid::parse("11111111-1111-4111-8111-111111111111")};

std::string openNow(const Clock& clock) {
  const auto at = [&](std::chrono::minutes shift) {
    return formatDateTime({clock.wallNow() + shift, std::chrono::minutes(0)});
  };
  return R"({"type":"pop_up_screening","title":"Pop-up check","place":"Shade tent","start":")" +
         at(std::chrono::minutes(-60)) + R"(","end":")" + at(std::chrono::minutes(60)) + R"("})";
}

class Tally : public ::testing::Test {
 protected:
  Tally() {
    bench_.office([this](OfficeHand& office, Notebook&) {
      teo_ = office.colleague("Teo", "Heron 2");
      office.put(teo_, {.type = "event", .fields = openNow(bench_.clock()), .id = kEvent});
    });
  }

  void tap(TallyModel& tally, const char* tile) {
    bench_.clock().advance(std::chrono::seconds(1));
    tally.add(QString::fromLatin1(tile));
    bench_.settle();
  }

  int people(TallyModel& tally, const char* tile) {
    return tally.tiles()->value(QString::fromLatin1(tile), "people").toInt();
  }

  // The programme's settings, as an administrator changed them.
  void settle(const std::string& fields) {
    bench_.clock().advance(std::chrono::seconds(1));
    bench_.office([&](OfficeHand& office, Notebook& notebook) {
      office.put(teo_, {.type = "programme", .fields = fields, .id = settingsIdOf(notebook)});
    });
  }

  // Past every check, as only a fault could write it.
  void settleUnchecked(const char* field, const std::string& value) {
    settle(R"({"name":"Quillan"})");
    bench_.office([&](OfficeHand&, Notebook& notebook) {
      const auto sheet = notebook.get(settingsIdOf(notebook));
      ASSERT_TRUE(sheet.ok() && sheet->has_value());
      const RecordType& type = *(*sheet)->type;
      RecordState broken = (*sheet)->state;
      const std::vector<Head> heads = broken.field(type.field("name")->number)->heads;
      FieldState& held = broken.fieldOrNew(type.field(field)->number);
      held.heads = heads;
      held.heads.front().value = Value(value);
      ASSERT_TRUE(notebook.store().keepCopy(broken, Attention::kNone).ok());
    });
  }

  static RecordId settingsIdOf(Notebook& notebook) {
    const std::string programme = notebook.store().enrolment()->programme;
    return RecordId{makeUuidV5(kProgrammeNamespace, programmeRecordName(programme))};
  }

  static QStringList column(RowList& rows, const char* role) {
    QStringList out;
    for (int row = 0; row < rows.count(); ++row) out.append(cell(rows, row, role).toString());
    return out;
  }

  DeskBench bench_;
  OfficeHand::Colleague teo_;
};

TEST_F(Tally, OpensTheEventThatIsOpenNow) {
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(tally->title(), "Pop-up check");
  EXPECT_EQ(tally->station(), "Shade tent");
  EXPECT_EQ(tally->people(), 0);
}

TEST_F(Tally, OneTapIsOnePersonOnTheDisk) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  tap(*tally, "18-39/es");
  EXPECT_EQ(people(*tally, "18-39/es"), 2);
  EXPECT_EQ(tally->people(), 2);
  const auto cells = bench_.records("tally_cell");
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(RecordView(cells.front()).text("buckets"), "age_band=18-39;language=es");
  EXPECT_EQ(RecordView(cells.front()).count("people"), 2);
  EXPECT_EQ(cells.front().state.id,
            tallyCellOf(kEvent, firstStationOf(kEvent), TallyTile{"18-39", "es"}));
}

TEST_F(Tally, AnotherTabletsFirstTapMakesTheSameRecord) {
  const RecordId mine = tallyCellOf(kEvent, firstStationOf(kEvent), TallyTile{"18-39", "es"});
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.put(teo_, {.type = "tally_cell",
                      .fields = R"({"event":")" + kEvent.toString() + R"(","station":")" +
                                firstStationOf(kEvent).toString() +
                                R"(","buckets":"age_band=18-39;language=es","people":{"add":15}})",
                      .id = mine});
  });
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  EXPECT_EQ(tally->people(), 16);
  EXPECT_EQ(people(*tally, "18-39/es"), 1) << "a tile shows what this tablet counted";
  EXPECT_EQ(bench_.records("tally_cell").size(), 1U);
  EXPECT_EQ(cell(*tally->tablets(), 1, "name"), "Heron 2");
  EXPECT_EQ(cell(*tally->tablets(), 1, "people"), "15");
}

// Another spelling would be another cell, and two tablets would count past each other.
TEST_F(Tally, BandsAndLanguagesAreThoseOfTheSettings) {
  settle(R"({"age_bands":"0-12 13-29 30+","languages":"es fr"})");
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(column(*tally->bands(), "band"), (QStringList{"0-12", "13-29", "30+", "not_asked"}));
  EXPECT_EQ(column(*tally->bands(), "name"), (QStringList{"0–12", "13–29", "30+", "Not asked"}));
  EXPECT_EQ(column(*tally->languages(), "language"), (QStringList{"es", "fr", "other"}));
  EXPECT_EQ(column(*tally->languages(), "name"), (QStringList{"Español", "Français", "Another"}));
  EXPECT_EQ(tally->tiles()->count(), 4 * 3);
  tap(*tally, "13-29/fr");
  EXPECT_EQ(people(*tally, "13-29/fr"), 1);
  EXPECT_EQ(RecordView(bench_.records("tally_cell").at(0)).text("buckets"),
            "age_band=13-29;language=fr");
}

TEST_F(Tally, WithoutSettingsItCountsAsTheProductSays) {
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(column(*tally->bands(), "band"),
            (QStringList{"0-17", "18-39", "40-64", "65+", "not_asked"}));
  EXPECT_EQ(column(*tally->languages(), "language"), (QStringList{"en", "es", "ar", "other"}));
}

// The screen is open while the settings come down: what was counted keeps its place and its way
// back, and only what comes after counts in the new ones.
TEST_F(Tally, SettingsThatChangeBetweenTwoTapsMoveNoCount) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  tap(*tally, "40-64/es");
  settle(R"({"age_bands":"0-39 40-64 65+"})");
  EXPECT_EQ(tally->people(), 2);
  EXPECT_EQ(people(*tally, "40-64/es"), 1);
  EXPECT_EQ(tally->former(), "18–39: 1");
  tap(*tally, "0-39/es");
  EXPECT_EQ(tally->people(), 3);
  for (const char* undone : {"0–39, Español", "40–64, Español", "18–39, Español"}) {
    EXPECT_TRUE(tally->undoWord().startsWith(QString::fromUtf8(undone)))
        << tally->undoWord().toStdString();
    tally->undo();
    bench_.settle();
  }
  EXPECT_EQ(tally->people(), 0);
  EXPECT_EQ(tally->former(), "");
  for (const RecordSheet& sheet : bench_.records("tally_cell"))
    EXPECT_EQ(RecordView(sheet).count("people"), 0) << RecordView(sheet).text("buckets");
}

TEST_F(Tally, WhatWasCountedInGroupsGivenUpStaysCountedAndShown) {
  {
    const auto tally = bench_.show<TallyModel>();
    tap(*tally, "65+/ar");
    tap(*tally, "65+/en");
    tap(*tally, "0-17/ar");
  }
  settle(R"({"age_bands":"0-17 18-39 40-64 65-79 80+","languages":"en es"})");
  bench_.restart();
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(tally->people(), 3);
  EXPECT_EQ(tally->former(), "65+: 2 · العربية: 1");
  EXPECT_EQ(cell(*tally->tablets(), 0, "people"), "3");
  tally->add("65+/ar");  // not on the screen any more
  bench_.settle();
  EXPECT_EQ(tally->people(), 3);
}

// Undone steps of another spelling than this one's name nobody.
TEST_F(Tally, AWayBackThatNamesNoTileIsForgotten) {
  bench_.solo().behind([](Notebook&, Drafts& drafts) {
    const std::string steps = R"([{"tile":"1/1","station":"","at":1}])";
    ASSERT_TRUE(drafts.keep("tally/" + kEvent.toString(), steps).ok());
  });
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(tally->undoWord(), "");
}

// A newer office may write what this tablet does not know, and a broken one anything.
TEST_F(Tally, SettingsThatMakeNoSenseLeaveWhatHolds) {
  for (const char* bad : {"", "0-17 0-17 18+", "young old",
                          "0-4 5-9 10-19 20-29 30-39 40-49 50-59 60-69 70-79 80-89 90+"}) {
    settleUnchecked("age_bands", bad);
    const auto tally = bench_.show<TallyModel>();
    EXPECT_EQ(tally->bands()->count(), 5) << bad;
    tap(*tally, "18-39/es");
  }
  for (const char* bad : {"", "es es", "en,es", "en es ar fr vi zh ko tl pl ru so am ht"}) {
    settleUnchecked("languages", bad);
    const auto tally = bench_.show<TallyModel>();
    EXPECT_EQ(tally->languages()->count(), 4) << bad;
    EXPECT_EQ(tally->people(), 4) << bad;
    EXPECT_EQ(people(*tally, "18-39/es"), 4) << bad;
  }
}

TEST_F(Tally, WhatOthersCountIsUnknownUntilItIsHeard) {
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(cell(*tally->tablets(), 1, "heard"), "not heard yet");
  EXPECT_EQ(cell(*tally->tablets(), 1, "people"), "?");
}

TEST_F(Tally, UndoTakesBackTheLastAndThenTheOneBefore) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  tap(*tally, "0-17/en");
  EXPECT_TRUE(tally->undoWord().startsWith("0–17, English"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(people(*tally, "0-17/en"), 0);
  EXPECT_TRUE(tally->undoWord().startsWith("18–39, Español"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(tally->people(), 0);
  EXPECT_EQ(tally->undoWord(), "");
}

TEST_F(Tally, ARestartForgetsNeitherPeopleNorTheWayBack) {
  auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  tap(*tally, "40-64/other");
  tally.reset();
  bench_.restart();
  tally = bench_.show<TallyModel>();
  EXPECT_EQ(tally->people(), 2);
  EXPECT_TRUE(tally->undoWord().startsWith("40–64, Another"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(people(*tally, "40-64/other"), 0);
}

TEST_F(Tally, ATremblingFingerCountsOnce) {
  const auto tally = bench_.show<TallyModel>();
  bench_.clock().advance(std::chrono::seconds(1));
  tally->add("18-39/es");
  bench_.clock().advance(std::chrono::milliseconds(100));
  tally->add("18-39/es");
  tally->add("18-39/ar");  // another tile is another person
  bench_.settle();
  EXPECT_EQ(tally->people(), 2);
}

TEST_F(Tally, TapsFasterThanTheDiskAllCount) {
  const TallyGrid grid = gridOf({});
  const auto tally = bench_.show<TallyModel>();
  for (int person = 0; person < 50; ++person) {
    bench_.clock().advance(std::chrono::milliseconds(300));
    tally->add(nameOfTile({grid.bands[static_cast<std::size_t>(person % 5)],
                           grid.languages[static_cast<std::size_t>(person % 4)]}));
    EXPECT_EQ(tally->people(), person + 1) << "the screen counts at once";
  }
  bench_.settle();
  EXPECT_EQ(tally->people(), 50);
}

TEST_F(Tally, StationsCountApartAndAddUp) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "18-39/es");
  tally->addStation("Gate");
  bench_.settle();
  EXPECT_EQ(tally->station(), "Gate");
  EXPECT_EQ(people(*tally, "18-39/es"), 0);
  tap(*tally, "18-39/es");
  EXPECT_EQ(tally->people(), 2);
  EXPECT_EQ(bench_.records("station").size(), 2U);
}

TEST_F(Tally, NoOpenEventIsSaidInASentence) {
  bench_.clock().advance(std::chrono::hours(24));
  const auto tally = bench_.show<TallyModel>();
  EXPECT_TRUE(tally->problem().startsWith("No event is open now."));
}

}  // namespace
}  // namespace rapport
