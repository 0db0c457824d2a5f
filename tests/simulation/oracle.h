#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "shared/merge/change.h"
#include "shared/merge/numbers.h"
#include "shared/merge/state.h"
#include "shared/model/catalogue.h"
#include "shared/sync/receipt.h"
#include "tests/simulation/place.h"

namespace rapport::simulation {

// What somebody meant to do to one field or cell.
struct Wish {
  Place place;
  std::variant<Value, EditElements, AddAmount, Deletion> what;
};

inline constexpr std::size_t kMostIntents = 1024;
using Intents = std::bitset<kMostIntents>;

// Edits of one record that somebody knows; of some of them not what they did in certain places.
struct Known {
  Intents edits;
  std::map<Place, Intents> lacking;
  // … and those that came when others had come that had seen them, and that nobody gave a copy of:
  // the office cannot know that they were answered. By place: who does not answer whom.
  std::map<Place, std::set<std::pair<std::size_t, std::size_t>>> unanswered;

  // Those applied a second time that bear their first number again, since a copy had it; and of
  // which epoch that is.
  std::map<Place, std::map<std::size_t, EpochId>> recognised;

  // Elements of edits that a copy alone had told of which takes nothing away, and did not show:
  // they come with their author. By place.
  std::map<Place, std::set<std::pair<std::size_t, Value>>> absent;
  // … and those that did, behind what had answered them: who does not answer what.
  std::map<Place, std::set<std::tuple<std::size_t, std::size_t, Value>>> late;

  bool holds(const Place& place, std::size_t edit) const;
  bool isAbsent(const Place& place, std::size_t edit, const Value& element) const;
  Intents at(const Place& place) const;
  void add(const Place& place, std::size_t edit);
  void drop(const Place& place, std::size_t edit) { lacking[place].set(edit); }
  // That `later` had seen it does not matter here.
  bool spares(const Place& place, std::size_t later, std::size_t edit) const;
  bool sparesElement(const Place& place, std::size_t later, std::size_t edit,
                     const Value& element) const;
  void answer(const Place& place, std::size_t edit);
};

// One edit as its author meant it, and what they had before their eyes.
struct Intent {
  Dot dot;
  std::uint64_t actFirst = 0, actLast = 0;  // counters of the changes of the same act
  RecordId record;
  TypeNumber type = 0;
  Author author = Author::kTablet;
  Role role = Role::kWorker;     // theirs when they wrote
  Role shownTo = Role::kWorker;  // theirs when they were shown it
  std::optional<Number> shown;   // number of the copy on their screen
  std::vector<Wish> wishes;
  std::map<Place, std::vector<Dot>> notShown;  // heads that the surface left out
  bool lawful = true;  // false: it breaks its declaration, past the notebook's own check
  // Filled by the oracle.
  Known seen;
  Intents own;
  bool judged = false;  // in the past that the office has now
};

// Did the change come with the proof of what was said of it before the office went back?
enum class Proof : std::uint8_t { kNone, kGiven };

// May its device still bring changes in, or only hand them over?
enum class Access : std::uint8_t { kIn, kWithdrawn };

// Who somebody was when the server judged their change.
struct Judged {
  Role role;
  Access access = Access::kIn;
};

// A naive model of what everybody's edits come to: for each edit, the set of edits that its author
// had seen; an edit stands until another edit of the field saw it. Shares no code with merging: of
// the real code it uses the plain types and the declarations as data.
class Oracle {
 public:
  explicit Oracle(const Catalogue& catalogue) : catalogue_(catalogue) {}

  bool hasRoom() const { return intents_.size() < kMostIntents - limitsMargin; }
  // An edit is about to be written, by somebody whose device holds these edits of their own.
  // Answers which edit it is. A later one under the same dot takes its place unless it was judged
  // under it: the first was never saved, or goes by another name by now.
  using Edit = std::size_t;
  Edit intend(Intent intent, const std::vector<Edit>& own = {});
  // The edit goes on under another name: its device draws a new replica id.
  void rename(Edit edit, const Dot& dot) { byDot_[dot] = edit; }
  // Its device holds this edit under that dot again, where another may have taken its place since.
  void holdsAgain(Edit edit, const Dot& dot);
  // It lies on its device's disk under that dot, with this hash. Where two lives of a device wrote
  // under one dot, the hash says whose it is that comes.
  void wrote(Edit edit, const Dot& dot, const Digest& hash) { written_[{dot, hash}] = edit; }
  void comes(const Dot& dot, const Digest& hash);
  // The name under which this change was judged before, if it was.
  std::optional<Dot> judgedAs(const Dot& dot) const;
  // The edit breaks its declaration.
  void markUnlawful(Edit edit) { intents_[edit].lawful = false; }

  // The server judged a change; `by` is its author at that moment. Answers what is wrong with
  // the verdict, if anything. Changes come in the order in which they were judged.
  std::optional<std::string> judged(const Dot& dot, ReceiptStage stage,
                                    std::optional<Number> number, const Judged& by, Proof proof);
  // The record was erased: from now on nothing that anybody writes of it is taken.
  void erase(RecordId record);
  // What is wrong with this state of the server's, if anything, after all that was judged. Fields
  // that are as they were in `right`, which nothing was wrong with before the change under `last`,
  // are right again where that change wrote nothing in them.
  std::optional<std::string> compare(const RecordState& state, const RecordState* right = nullptr,
                                     const Dot& last = {}) const;
  // Does anything hide this record from everybody but safeguarding officers?
  bool isSealed(RecordId record) const;

  // What the office knows now, and what it knows once it went back there.
  class Kept;
  Kept keep() const;
  void goBack(const Kept& kept);
  void begins(EpochId epoch) { epoch_ = epoch; }
  // What the office knows of the record has this number; whoever is shown that has seen it.
  void number(RecordId record, const Number& number);
  // Somebody who may see what all these roles may gives back a copy that bore this number.
  void bringBack(RecordId record, const Number& copy, const std::vector<Role>& roles);
  bool isKnown(RecordId record) const {
    const auto found = applied_.find(record);
    return found != applied_.end() && !found->second.order.empty();
  }
  // What such a copy would bring that the office does not know; nothing if that is all known.
  std::optional<std::string> lacks(RecordId record, const Number& copy,
                                   const std::vector<Role>& roles) const;

 private:
  static constexpr std::size_t limitsMargin = 128;
  struct Applied {
    std::vector<Edit> order;
    Known known;
  };
  using Standing = std::vector<std::size_t>;  // intents
  enum class Expected { kApplied, kRefused, kSetAside, kErased };

  bool wasJudgedAs(Edit edit, const Dot& dot) const;
  static void apply(Applied& to, Edit edit);
  void comesItself(Applied& to, const Place& place, Edit edit);
  void comesLate(Applied& to, const Place& place, Edit edit);
  void applyProven(Edit edit);
  void applyAgain(Edit edit);
  Edit asLastJudged(Edit edit) const;
  void spare(const Applied& among, const Place& place, Edit by, Intents& view) const;
  bool stands(const Applied& among, const Place& place, Edit edit) const;
  bool isVisible(const Applied& in, const Place& place, const std::vector<Role>& roles) const;
  Applied heldAt(RecordId record, const Number& number) const;
  void bringBack(Applied& to, const Applied& copy, const Place& place, Edit edit, EpochId epoch);
  bool isUntaken(Edit edit) const;
  bool mayHaveTakenOut(Edit edit, const Wish& wish) const;
  std::set<Place> untakenIn(RecordId record, const Applied& copy, const Applied& to) const;
  void leavesOut(Applied& to, const Applied& copy, const Place& place, Edit edit) const;
  void isThere(Applied& to, const Place& place, Edit edit, const Value& element) const;
  void isWhole(Applied& to, const Place& place, Edit edit) const;
  void sparesAll(Applied& to, const Known& before, const Place& place, Edit brought) const;
  void recognise(Applied& to, const Place& place, Edit edit, Edit twin, EpochId epoch);
  void standBeside(Applied& to, const Place& place, Edit later, std::optional<Edit> before) const;
  void learn(Known& known, const Place& place, Edit edit, Edit twin) const;
  void learnRecognised(const Applied& to, Edit coming);
  bool isTwinThere(const Applied& held, const Place& place, Edit edit) const;
  Expected expect(const Intent& intent, Role role) const;
  static Expected outcomeOf(ReceiptStage stage);
  void expectAct(const Dot& from, std::uint64_t last, const Judged& by);
  bool isPermitted(const Intent& intent, Role role) const;
  bool mayWrite(const Intent& intent, const Wish& wish, Role role) const;
  bool breaksStanding(const Intent& intent, const Wish& wish) const;
  bool isBlindTo(const Intent& intent, const Place& place) const;
  bool sparesHidden(const Intent& intent, const Place& place, Role role) const;
  Intents viewOf(const Intent& intent, const Place& place) const;
  Standing standingOf(RecordId record, const Place& place) const;
  Standing standingIn(const Applied& among, const Place& place) const;
  using Elements = std::vector<std::pair<std::size_t, Value>>;
  Elements elementsOf(RecordId record, const Place& place) const;
  Elements elementsIn(const Applied& among, const Place& place) const;
  bool isSealed(const Applied& among) const;
  using Alive = std::vector<std::pair<Place, std::size_t>>;
  Alive aliveAt(RecordId record, const RecordType& type, const Place& place) const;
  bool areDeleted(RecordId record, const Alive& alive, const Place& deletion) const;
  Alive aliveInRow(RecordId record, const RecordType& type, FieldNumber field, unsigned row) const;
  bool isDeleted(RecordId record, const RecordType& type) const;
  bool isRight(const RecordState& state, const RecordState* right, const Dot& last,
               FieldNumber field) const;
  std::optional<std::string> comparePlace(const RecordState& state, const Contents& contents,
                                          const Place& place) const;
  void keepWhatNeverFalls(RecordId record, const Place& place, const std::set<std::string>& got,
                          std::set<std::string>& wanted) const;
  std::optional<std::string> compareDeletes(const RecordState& state, const Contents& contents,
                                            const Place& deletion) const;
  std::optional<std::string> compareRows(const RecordState& state,
                                         const FieldDeclaration& field) const;

  const Catalogue& catalogue_;
  std::vector<Intent> intents_;
  std::map<std::pair<Dot, Digest>, Edit> written_;
  std::map<Dot, std::size_t> byDot_;
  std::map<RecordId, Applied> applied_;
  std::map<std::pair<RecordId, Number>, Known> views_;  // what each copy holds
  std::map<Edit, Expected> told_;                       // what was last said of each
  std::set<Edit> asideWithProof_;  // handed over with the proof that they had been applied before
  std::map<Edit, Edit> again_;  // applied a second time, by an office that had forgotten the first
  std::map<Dot, Expected> expected_;
  std::set<RecordId> erased_;
  bool wentBack_ = false;
  EpochId epoch_;
};

class Oracle::Kept {
  friend class Oracle;
  std::map<RecordId, Applied> applied;
  Intents judged;
  std::set<RecordId> erased;
};

// What it wants there, if anything.
const Wish* wishFor(const Intent& intent, const Place& place);
// Does it add this element to a set, or take it out?
bool touches(const Wish& wish, const Value& element);
std::string textOf(const Dot& dot);

}  // namespace rapport::simulation
