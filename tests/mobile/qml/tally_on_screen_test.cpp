#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

class TallyOnScreen : public testing::Screens {
 protected:
  TallyOnScreen() { EXPECT_TRUE(finger().tap("captureCount")); }

  // A moment later: a finger that trembles is not meant.
  void count(const char* tile) {
    clock_.advance(std::chrono::seconds(1));
    ASSERT_TRUE(finger().tap(tile)) << tile;
  }
  std::int64_t people(std::size_t cell) {
    return RecordView(saved("tally_cell").at(cell)).count("people");
  }
};

TEST_F(TallyOnScreen, UndoTakesBackTheLastPersonOnScreenAndDisk) {
  const int before = shown("tile:18-39/es", "people").toInt();
  count("tile:18-39/es");
  count("tile:0-17/other");
  EXPECT_EQ(shown("tile:18-39/es", "people"), before + 1);
  EXPECT_TRUE(shown("undo", "detail").toString().startsWith("0–17, Another"));
  const std::int64_t first = people(0);
  EXPECT_EQ(people(1), 1);

  ASSERT_TRUE(finger().tap("undo"));
  EXPECT_EQ(shown("tile:0-17/other", "people"), 0);
  EXPECT_EQ(people(1), 0);
  EXPECT_EQ(people(0), first);

  ASSERT_TRUE(finger().tap("undo"));
  EXPECT_EQ(shown("tile:18-39/es", "people"), before);
  EXPECT_EQ(people(0), first - 1);
}

TEST_F(TallyOnScreen, AStationIsAddedAndCountedAtByItself) {
  ASSERT_TRUE(finger().tapAll({"station", "stationName"}));
  finger().type("Gate");
  ASSERT_TRUE(finger().tap("stationAdd"));
  EXPECT_EQ(shown("station", "station"), "Gate");
  EXPECT_EQ(shown("tile:18-39/es", "people"), 0);
  count("tile:18-39/es");
  EXPECT_EQ(shown("tile:18-39/es", "people"), 1);
  const auto stations = saved("station");
  ASSERT_EQ(stations.size(), 1U);
  EXPECT_EQ(RecordView(stations[0]).text("name"), "Gate");
  ASSERT_EQ(saved("tally_cell").size(), 1U);
  EXPECT_EQ(RecordView(saved("tally_cell")[0]).text("station"), stations[0].state.id.toString());
}

TEST_F(TallyOnScreen, SomebodySpeaksWhileOthersAreCounted) {
  count("tile:18-39/es");
  ASSERT_TRUE(finger().tapAll({"someoneSaid", "choice:thanks", "choice:in_person", "words"}));
  finger().type("Good shade");
  ASSERT_TRUE(finger().tap("saveFeedback"));
  EXPECT_EQ(saved("feedback").size(), 1U);
  EXPECT_TRUE(finger().comes("tallyScreen")) << "and counting goes on";
}

}  // namespace
}  // namespace rapport
