#include "mobile/viewmodels/tally_model.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
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
  tap(*tally, "1/1");
  tap(*tally, "1/1");
  EXPECT_EQ(people(*tally, "1/1"), 2);
  EXPECT_EQ(tally->people(), 2);
  const auto cells = bench_.records("tally_cell");
  ASSERT_EQ(cells.size(), 1U);
  EXPECT_EQ(RecordView(cells.front()).text("buckets"), "age_band=18-39;language=es");
  EXPECT_EQ(RecordView(cells.front()).count("people"), 2);
  EXPECT_EQ(cells.front().state.id, tallyCellOf(kEvent, firstStationOf(kEvent), TallyTile{1, 1}));
}

TEST_F(Tally, AnotherTabletsFirstTapMakesTheSameRecord) {
  const RecordId mine = tallyCellOf(kEvent, firstStationOf(kEvent), TallyTile{1, 1});
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.put(teo_, {.type = "tally_cell",
                      .fields = R"({"event":")" + kEvent.toString() + R"(","station":")" +
                                firstStationOf(kEvent).toString() +
                                R"(","buckets":"age_band=18-39;language=es","people":{"add":15}})",
                      .id = mine});
  });
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "1/1");
  EXPECT_EQ(tally->people(), 16);
  EXPECT_EQ(people(*tally, "1/1"), 1) << "a tile shows what this tablet counted";
  EXPECT_EQ(bench_.records("tally_cell").size(), 1U);
  EXPECT_EQ(cell(*tally->tablets(), 1, "name"), "Heron 2");
  EXPECT_EQ(cell(*tally->tablets(), 1, "people"), "15");
}

// Another spelling would be another cell, and two tablets would count past each other.
TEST_F(Tally, BandsAreSpelledAsTheProgrammesSettingsSpellThem) {
  std::vector<std::string> bands(kAgeBands.begin(), kAgeBands.end());
  ASSERT_EQ(bands.back(), kNotAsked);
  bands.pop_back();
  EXPECT_EQ(bands, ProgrammeSettings{}.ageBands);
}

TEST_F(Tally, WhatOthersCountIsUnknownUntilItIsHeard) {
  const auto tally = bench_.show<TallyModel>();
  EXPECT_EQ(cell(*tally->tablets(), 1, "heard"), "not heard yet");
  EXPECT_EQ(cell(*tally->tablets(), 1, "people"), "?");
}

TEST_F(Tally, UndoTakesBackTheLastAndThenTheOneBefore) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "1/1");
  tap(*tally, "0/0");
  EXPECT_TRUE(tally->undoWord().startsWith("0–17, English"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(people(*tally, "0/0"), 0);
  EXPECT_TRUE(tally->undoWord().startsWith("18–39, Español"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(tally->people(), 0);
  EXPECT_EQ(tally->undoWord(), "");
}

TEST_F(Tally, ARestartForgetsNeitherPeopleNorTheWayBack) {
  auto tally = bench_.show<TallyModel>();
  tap(*tally, "1/1");
  tap(*tally, "2/3");
  tally.reset();
  bench_.restart();
  tally = bench_.show<TallyModel>();
  EXPECT_EQ(tally->people(), 2);
  EXPECT_TRUE(tally->undoWord().startsWith("40–64, Another"));
  tally->undo();
  bench_.settle();
  EXPECT_EQ(people(*tally, "2/3"), 0);
}

TEST_F(Tally, ATremblingFingerCountsOnce) {
  const auto tally = bench_.show<TallyModel>();
  bench_.clock().advance(std::chrono::seconds(1));
  tally->add("1/1");
  bench_.clock().advance(std::chrono::milliseconds(100));
  tally->add("1/1");
  tally->add("1/2");  // another tile is another person
  bench_.settle();
  EXPECT_EQ(tally->people(), 2);
}

TEST_F(Tally, TapsFasterThanTheDiskAllCount) {
  const auto tally = bench_.show<TallyModel>();
  for (int person = 0; person < 50; ++person) {
    bench_.clock().advance(std::chrono::milliseconds(300));
    tally->add(QStringLiteral("%1/%2").arg(person % 5).arg(person % 4));
    EXPECT_EQ(tally->people(), person + 1) << "the screen counts at once";
  }
  bench_.settle();
  EXPECT_EQ(tally->people(), 50);
}

TEST_F(Tally, StationsCountApartAndAddUp) {
  const auto tally = bench_.show<TallyModel>();
  tap(*tally, "1/1");
  tally->addStation("Gate");
  bench_.settle();
  EXPECT_EQ(tally->station(), "Gate");
  EXPECT_EQ(people(*tally, "1/1"), 0);
  tap(*tally, "1/1");
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
