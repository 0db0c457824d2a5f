#include "mobile/viewmodels/conflict_model.h"

#include <QtTest/QSignalSpy>
#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/sync_model.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

class Conflict : public ::testing::Test {
 protected:
  // Teo and the person here both changed title and notes, having seen the same.
  Conflict() {
    bench_.office([this](OfficeHand& office, Notebook& notebook) {
      const auto enrolment = notebook.store().enrolment();
      office.introduce(*enrolment, notebook.store().standing()->replica);
      const auto noor = office.colleague("Noor", "Office");
      const auto teo = office.colleague("Teo", "Heron 2");
      event_ = office.put(
          noor,
          {.type = "event", .fields = R"({"title":"Flu shots","notes":"Park behind the shop."})"});
      const RecordSheet shown = **notebook.get(event_);
      office.put(
          teo,
          {.type = "event",
           .fields = R"({"title":"Flu table","notes":"Park behind the shop. Son speaks Arabic."})",
           .id = event_});
      const auto mine = notebook.put(
          {.id = event_,
           .fields = {{"title", Value(std::string("Flu shot table"))},
                      {"notes", Value(std::string("Park behind the shop. Bring the cooler."))}},
           .shown = &shown});
      ASSERT_TRUE(mine.ok());
      office.applyAll();
    });
  }

  std::string text(const char* field) {
    std::string found;
    bench_.solo().behind([&](Notebook& notebook, Drafts&) {
      found = RecordView(**notebook.get(event_)).text(field);
    });
    return found;
  }

  DeskBench bench_;
  RecordId event_;
};

TEST_F(Conflict, NothingIsChosenAtFirst) {
  const auto conflict = bench_.show<ConflictModel>();
  EXPECT_EQ(conflict->title(), "Two versions of one event");
  EXPECT_EQ(conflict->total(), 2);
  EXPECT_EQ(conflict->decided(), 0);
  conflict->save();
  bench_.settle();
  EXPECT_EQ(bench_.show<SyncModel>()->conflicts(), 1) << "an undecided answer saves nothing";
}

TEST_F(Conflict, OwnVersionStandsFirst) {
  const auto conflict = bench_.show<ConflictModel>();
  EXPECT_EQ(cell(*conflict->sides(), 0, "name"), "Yours");
  const QVariantList versions = cell(*conflict->fields(), 0, "versions").toList();
  ASSERT_EQ(versions.size(), 2);
  EXPECT_EQ(versions[0].toMap()["words"], "Flu shot table");
  EXPECT_EQ(versions[0].toMap()["act"], "Keep mine");
  EXPECT_EQ(versions[1].toMap()["words"], "Flu table");
  EXPECT_EQ(versions[1].toMap()["act"], "Keep theirs");
}

TEST_F(Conflict, OneChoiceAFieldAndOneSaveSettleIt) {
  const auto conflict = bench_.show<ConflictModel>();
  QSignalSpy done(conflict.get(), &ConflictModel::done);
  conflict->choose("title", 1);
  conflict->choose("notes", ConflictModel::Merged);
  EXPECT_EQ(conflict->decided(), 2);
  conflict->save();
  bench_.settle();
  EXPECT_EQ(done.size(), 1);
  EXPECT_EQ(text("title"), "Flu table");
  EXPECT_EQ(text("notes"), "Park behind the shop. Bring the cooler. Son speaks Arabic.");
  EXPECT_EQ(bench_.show<SyncModel>()->conflicts(), 0);
}

TEST_F(Conflict, TheMergedTextMayBeEdited) {
  const auto conflict = bench_.show<ConflictModel>();
  conflict->setMerged("notes", "Park in front. Bring the cooler.");
  conflict->choose("title", 0);
  conflict->save();
  bench_.settle();
  EXPECT_EQ(text("notes"), "Park in front. Bring the cooler.");
}

TEST_F(Conflict, LeftToTheCoordinatorItNoLongerAsksAndNothingIsLost) {
  const auto conflict = bench_.show<ConflictModel>();
  EXPECT_EQ(bench_.show<SyncModel>()->state(), SyncModel::TwoVersions);
  conflict->askCoordinator();
  bench_.settle();
  EXPECT_EQ(bench_.show<SyncModel>()->conflicts(), 0);
  bench_.solo().behind([&](Notebook& notebook, Drafts&) {
    EXPECT_TRUE(RecordView(**notebook.get(event_)).conflicted("title")) << "both versions stay";
  });
}

TEST_F(Conflict, ANewVersionAsksAnew) {
  bench_.show<ConflictModel>()->askCoordinator();
  bench_.settle();
  bench_.office([this](OfficeHand& office, Notebook& notebook) {
    RecordState unseen;
    unseen.id = event_;
    unseen.type = notebook.catalogue().type("event")->number;
    const auto amina = office.colleague("Amina", "Heron 3");
    office.put(
        amina,
        {.type = "event", .fields = R"({"title":"Vaccines"})", .id = event_, .seen = &unseen});
  });
  EXPECT_EQ(bench_.show<SyncModel>()->conflicts(), 1);
  const auto conflict = bench_.show<ConflictModel>();
  EXPECT_EQ(cell(*conflict->fields(), 0, "versions").toList().size(), 3);
}

}  // namespace
}  // namespace rapport
