// What comes from the field waits until somebody at the office has read it as it stands.
#include <gtest/gtest.h>

#include "shared/protocol/number_text.h"
#include "shared/sync/review.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class WaitingAtTheOffice : public ::testing::Test {
 protected:
  std::vector<RecordId> waiting() {
    std::vector<RecordId> ids;
    RecordQuery query;
    query.wanted = Wanted::kWaiting;
    query.order = Order::kOldestFirst;
    office_.read([&](ServerReader& reader) {
      const auto rows = reader.find(query);
      ASSERT_TRUE(rows.ok());
      for (const RecordRow& row : *rows) ids.push_back(row.state.id);
    });
    return ids;
  }
  RecordId partner(const std::string& name) {
    const RecordId id = ana_.put({{}, "partner", {write("name", name)}, {}, nullptr}).id;
    syncOnce(office_, ana_);
    return id;
  }
  // A coordinator's word from a tablet; the console's is tested in a browser.
  void review(RecordId about, const std::optional<Number>& through) {
    noor_.put({reviewIdOf(about),
               "review",
               {write("about", about.toString()), write("about_type", "partner"),
                write("through", numberText(*through)), write("outcome", "looks_right")},
               {},
               nullptr});
    syncOnce(office_, noor_);
  }
  void describe(RecordId id, const std::string& words) {
    ana_.put({id, "", {write("description", words)}, {}, nullptr});
    syncOnce(office_, ana_);
  }

  ManualClock clock_;
  SeededRandom random_{29};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet noor_{office_, clock_, random_, Role::kCoordinator, "Noor"};
};

TEST_F(WaitingAtTheOffice, UntilAReviewCoversWhatStands) {
  const RecordId mill = partner("Mill"), gate = partner("Gate");
  EXPECT_EQ(waiting(), (std::vector{mill, gate}));
  const auto seen = office_.record(mill).number;
  review(mill, seen);
  EXPECT_EQ(waiting(), std::vector{gate}) << "and a review itself waits for nobody";
  describe(mill, "By the weir.");
  EXPECT_EQ(waiting(), (std::vector{gate, mill})) << "changed since";
  review(mill, seen);
  EXPECT_EQ(waiting(), (std::vector{gate, mill})) << "what was read is older";
  review(mill, office_.record(mill).number);
  EXPECT_EQ(waiting(), std::vector{gate});
}

TEST_F(WaitingAtTheOffice, NotForPartsOfOthersNorOnceDeleted) {
  const RecordId mill = partner("Mill");
  ana_.put({{}, "station", {write("name", "Gate")}, {}, nullptr});
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), std::vector{mill});
  ana_.put({mill, "", {}, Deletion::kDelete, nullptr});
  syncOnce(office_, ana_);
  EXPECT_TRUE(waiting().empty());
}

// Of another epoch's numbers nobody can tell what was read.
TEST_F(WaitingAtTheOffice, OnWhenAReviewIsOfAnotherEpoch) {
  const RecordId mill = partner("Mill");
  review(mill, Number{{7}, 1'000});
  EXPECT_EQ(waiting(), std::vector{mill});
}

}  // namespace
}  // namespace rapport::testing
