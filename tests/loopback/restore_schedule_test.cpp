#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

using Words = std::set<std::string>;

std::uint64_t firstSeed() {
  static const std::uint64_t seed = [] {
    const char* given = std::getenv("RAPPORT_SEED");
    return given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  }();
  return seed;
}

// Who knows of what, in one field: every word that was ever written where they looked.
using Known = std::map<std::string, Words>;

void addAll(Known& into, const Known& more) {
  for (const auto& [field, words] : more) into[field].insert(words.begin(), words.end());
}

// One random life of an office with backups and restores, two pages' worth of console, and three
// tablets, one of which may never come back; beside it an oracle that knows only what each author
// had before their eyes. Each word is written once, so that what stands tells by whom.
class RestoreSchedule {
 public:
  explicit RestoreSchedule(std::uint64_t seed) : draw_(seed), random_(seed) {
    for (const char* name : {"Ana", "Ben", "Cleo"}) {
      people_.push_back(std::make_unique<Person>());
      people_.back()->tablet =
          std::make_unique<LoopbackTablet>(office_, clock_, random_, Role::kWorker, name);
    }
    id_ = people_[0]
              ->tablet->put({{}, "partner", {write("name", std::string("Heron"))}, {}, nullptr})
              .id;
    sync(0);
    sync(1);
    sync(2);
    backUp();
  }

  void run() {
    const int steps = 6 + static_cast<int>(pick(24));
    for (int i = 0; i < steps; ++i) step();
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < people_.size(); ++i) sync(i);
    }
    check();
  }
  std::string story() const { return story_; }

 private:
  struct Person {
    std::unique_ptr<LoopbackTablet> tablet;
    Known copy, own;  // of the office's state; of what was written here
    std::uint64_t epoch = 0;
  };
  struct Written {
    std::string field;
    Words saw;
  };

  std::size_t pick(std::size_t choices) { return draw_() % choices; }

  void step() {
    const std::size_t who = pick(people_.size());
    clock_.advance(std::chrono::seconds{1});
    switch (pick(12)) {
      case 0:
        return backUp();
      case 1:
        return restore();
      case 2:
      case 3:
        return console();
      case 4:
      case 5:
      case 6:
        return sync(who);
      default:
        return edit(who);
    }
  }

  Words seenBy(const Person& person, const std::string& field) const {
    Known all = person.copy;
    addAll(all, person.own);
    return all[field];
  }

  void edit(std::size_t who) {
    Person& person = *people_[who];
    const std::string field = pick(2) == 0 ? "description" : "culture_note";
    const std::string word = "w" + std::to_string(++words_);
    written_[word] = {field, seenBy(person, field)};
    story_ += "\n  " + std::to_string(who) + " writes " + word + " in " + field;
    person.tablet->put({id_, "partner", {write(field, word)}, {}, nullptr});
    person.own[field].insert(word);
    if (pick(3) == 0) {
      person.tablet->put({id_, "partner", {elements("languages", {word})}, {}, nullptr});
      person.own["languages"].insert(word);
    }
  }

  void console() {
    const RecordType* type = testCatalogue().type("partner");
    const std::string word = "c" + std::to_string(++words_);
    const RecordState now = office_.record(id_);
    if (!now.number) return;
    ServerWrite edit;
    edit.person = PersonId{makeUuidV4(random_)};
    edit.record = id_;
    edit.type = type->number;
    edit.operations = {{type->field("description")->number, now.number, {}, WriteValue{word}}};
    written_[word] = {"description", server_["description"]};
    ASSERT_TRUE(office_.write(edit).ok());
    server_["description"].insert(word);
    story_ += "\n  the console writes " + word;
  }

  void sync(std::size_t who) {
    Person& person = *people_[who];
    story_ += "\n  " + std::to_string(who) + " syncs";
    if (person.epoch != epoch_) addAll(server_, person.copy);
    person.epoch = epoch_;
    addAll(server_, person.own);
    syncOnce(office_, *person.tablet);
    person.copy = server_;
  }

  void backUp() {
    story_ += "\n  backup";
    office_.backUp();
    kept_ = server_;
  }

  void restore() {
    if (epoch_ == 3) return;
    ++epoch_;
    story_ += "\n  restore";
    office_.restore();
    server_ = kept_;
    if (people_.size() == 3 && pick(2) == 0) {
      people_.pop_back();
      story_ += "; Cleo never comes back";
    }
  }

  // Held by whoever is left, and not seen by the author of anything else that is.
  Words expected(const std::string& field) const {
    Words standing = server_.contains(field) ? server_.at(field) : Words{};
    const Words held = standing;
    for (const std::string& word : held) {
      const auto by = written_.find(word);
      if (field == "languages" || by == written_.end()) continue;
      for (const std::string& saw : by->second.saw) standing.erase(saw);
    }
    return standing;
  }

  void check() {
    const RecordState state = office_.record(id_);
    for (const char* name : {"description", "culture_note", "languages"}) {
      const FieldState* field = state.field(testCatalogue().type("partner")->field(name)->number);
      Words stands;
      if (field != nullptr) {
        for (const Head& head : field->heads) stands.insert(std::get<std::string>(head.value));
      }
      EXPECT_EQ(stands, expected(name)) << name;
    }
    for (const auto& person : people_) {
      EXPECT_EQ(person->tablet->stateHash(), office_.stateHash(Role::kWorker));
      EXPECT_EQ(person->tablet->notebook().status()->waiting, 0U);
    }
    EXPECT_EQ(office_.audit(), std::vector<std::string>{});
  }

  std::mt19937_64 draw_;
  ManualClock clock_;
  SeededRandom random_;
  LoopbackOffice office_{clock_, random_};
  std::vector<std::unique_ptr<Person>> people_;
  RecordId id_;
  std::map<std::string, Written> written_;
  Known server_, kept_;
  std::uint64_t epoch_ = 0, words_ = 0;
  std::string story_;
};

TEST(RestoreSchedules, LoseNothingThatATabletHasAndAskNothingThatWasSettled) {
  constexpr std::uint64_t kSchedules = 60;
  for (std::uint64_t i = 0; i < kSchedules && !::testing::Test::HasFailure(); ++i) {
    RestoreSchedule schedule(firstSeed() + i);
    schedule.run();
    if (::testing::Test::HasFailure()) {
      ADD_FAILURE() << "RAPPORT_SEED=" << firstSeed() + i << schedule.story();
    }
  }
}

}  // namespace
}  // namespace rapport::testing
