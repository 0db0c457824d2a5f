#include <gtest/gtest.h>

#include "mobile/viewmodels/conflict_model.h"
#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

// Marisol and Teo both changed start and notes of the flu shot table.
class ConflictOnScreen : public testing::Screens {
 protected:
  ConflictOnScreen() { EXPECT_TRUE(finger().tapAll({"place4", "openConflict"})); }

  // Whose version it is stands on the tile.
  QString versionOf(const QString& field, const QString& whose) {
    for (const char* version : {"version0", "version1"}) {
      const QString name = QStringLiteral("field:%1 > %2").arg(field, QLatin1String(version));
      if (shown(name, "text").toString().startsWith(whose)) return name;
    }
    ADD_FAILURE() << "nobody's: " << whose.toStdString();
    return {};
  }
  void choose(const char* field, const char* whose) {
    ASSERT_TRUE(finger().tap(versionOf(QLatin1String(field), QLatin1String(whose))));
  }
  RecordSheet settled() {
    const auto events = saved("event");
    EXPECT_EQ(events.size(), 1U);
    EXPECT_FALSE(RecordView(events.at(0)).conflicted("start"));
    EXPECT_FALSE(RecordView(events.at(0)).conflicted("notes"));
    EXPECT_TRUE(finger().goes("conflictScreen"));
    return events.at(0);
  }
};

TEST_F(ConflictOnScreen, NothingIsChosenAtFirstAndHalfAnAnswerIsNoneYet) {
  EXPECT_EQ(shown("field:start", "choice"), ConflictModel::Undecided);
  EXPECT_EQ(shown("field:notes", "choice"), ConflictModel::Undecided);
  EXPECT_FALSE(finger().find("saveAnswer"));
  choose("start", "Keep mine");
  EXPECT_NE(shown("field:start", "choice"), ConflictModel::Undecided);
  EXPECT_FALSE(finger().find("saveAnswer"));
  EXPECT_TRUE(finger().comesToRead("1 of 2 decided"));
  EXPECT_TRUE(saved("event").empty());
}

TEST_F(ConflictOnScreen, MineAndTheirsAreKeptFieldByField) {
  choose("start", "Keep mine");
  choose("notes", "Keep theirs");
  ASSERT_TRUE(finger().tap("saveAnswer"));
  const RecordSheet event = settled();
  EXPECT_EQ(RecordView(event).text("start"), "2026-11-22T18:15:00+00:00");
  EXPECT_EQ(RecordView(event).text("notes"), "Park behind the shop. Owner’s son speaks Arabic.");
}

TEST_F(ConflictOnScreen, BothTextsAreKeptAsOneAndMayBeEdited) {
  choose("start", "Keep theirs");
  ASSERT_TRUE(finger().tapAll({"field:notes > merge", "field:notes > words"}));
  EXPECT_EQ(shown("field:notes", "choice"), ConflictModel::Merged);
  const QString merged = shown("field:notes", "mergedText").toString();
  EXPECT_TRUE(merged.contains("small cooler") && merged.contains("speaks Arabic"));
  finger().type("X");
  ASSERT_TRUE(finger().tap("saveAnswer"));
  const RecordSheet event = settled();
  EXPECT_EQ(RecordView(event).text("start"), "2026-11-22T17:30:00+00:00");
  const QString notes = QString::fromStdString(RecordView(event).text("notes"));
  EXPECT_EQ(notes.size(), merged.size() + 1);
  EXPECT_EQ(QString(notes).remove('X'), merged);
}

TEST_F(ConflictOnScreen, TheCoordinatorMayBeAskedInstead) {
  ASSERT_TRUE(finger().tap("askCoordinator"));
  EXPECT_TRUE(finger().goes("conflictScreen"));
  EXPECT_TRUE(finger().goes("openConflict")) << "it does not ask here any more";
  EXPECT_TRUE(saved("event").empty()) << "both versions stay";
}

}  // namespace
}  // namespace rapport
