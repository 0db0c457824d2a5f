#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/field_edit.h"
#include "shared/merge/state.h"
#include "shared/merge/undo.h"
#include "shared/model/catalogue.h"
#include "shared/sync/local_store.h"
#include "shared/sync/receipt.h"
#include "shared/sync/review.h"

namespace rapport {

// A record as a person on this tablet sees it: the server's copy with everything not yet sent on
// top.
struct RecordSheet {
  const RecordType* type = nullptr;
  RecordState state;  // pending edits included; its number is what an edit of it has `seen`
  bool deleted = false;
  bool deleteContested = false;
  bool hasPending = false;       // something of it has not been applied by the server yet
  Receipt receipt;               // of this tablet's last change to it; kApplied without any. From
                                 // `get` also whether somebody reviewed it
  Role shownTo = Role::kWorker;  // whose eyes it was filtered for; an edit of it saw no more
  // Something of it was handed in from here and sealed as it was saved: only the office reads it.
  bool handedIn = false;
};

struct Entry {
  std::optional<RecordId> id{};  // nothing: a new record, with an id of its own
  std::string type{};            // may be empty when `id` names a record that is here
  std::vector<FieldEdit> fields{};
  std::optional<Deletion> deletion{};
  const RecordSheet* shown = nullptr;  // the sheet on the author's screen; null: the present one
  std::uint32_t formVersion = 0;       // of `type`: what the author was asked; 0: the newest here
};

struct Kept {
  RecordId id;
  Dot dot;
};

struct HistoryLine {
  Change change;
  Receipt receipt;
  bool own = false;
  bool sealed = false;  // handed in, to be read by the office alone: `change` has no operations
};

// A change as a history tells it.
struct PastLine {
  HistoryLine line;
  Done done{};                    // what it did, and what is known of what stood before
  std::vector<Place> standing{};  // where it says what is there

  bool standsAt(const Place& place) const;
};

struct NotebookStatus {
  std::size_t waiting = 0;    // changes the server has not answered
  std::size_t refused = 0;    // in the inbox, to be looked at
  std::size_t conflicts = 0;  // records with two versions
  std::size_t records = 0;
  std::optional<WallTime> lastSuccess;  // when an exchange last ended with nothing waiting
};

enum class Keep : std::uint8_t { kMine, kTheirs };

// What one person writes and reads on one tablet in one programme. Everything is durable when a
// call returns; nothing waits for a network. Lives on the thread that owns the store.
class Notebook {
 public:
  Notebook(LocalStore& store, const Catalogue& catalogue, const Clock& clock, Random& random);

  // Saves one edit as one change, record and outgoing change in one transaction. Incomplete is
  // fine; what breaks the declaration is refused with a sentence that names the field, and nothing
  // is saved. What the person's role may not read back is sealed before it is kept.
  Result<Kept> put(const Entry& entry);
  // Changes of one act (a session and its notes): saved, sent, and applied or refused together.
  // `besides` is kept in the same transaction, or undoes it.
  Result<std::vector<Kept>> putAct(std::span<const Entry> entries,
                                   const std::function<Status()>& besides = nullptr);

  Result<std::optional<RecordSheet>> get(RecordId id);
  // Up to `limit` records of a type after an id, ascending by id (which is by creation); deleted
  // ones are left out.
  Result<std::vector<RecordSheet>> list(std::string_view type, std::optional<RecordId> after,
                                        std::size_t limit);
  // Every record of a type, one at a time, without holding them all. Return false to stop.
  Status each(std::string_view type, const std::function<bool(const RecordSheet&)>& visit);

  // Every change to the record that this tablet holds (its own), newest first. Older and others'
  // history is the server's; the sheet's heads name the present versions.
  Result<std::vector<HistoryLine>> history(RecordId id);
  // The same, and besides what others wrote and nothing has replaced yet: newest first, by numbers.
  Result<std::vector<PastLine>> past(RecordId id);
  // Takes back one of those changes, or what it did to one field or cell (cell_address.h): a change
  // like any other, by what the record shows now. Fails as inverseOf does (merge/undo.h), and with
  // kNotFound where this tablet does not know the change.
  Result<Kept> undo(RecordId id, const Dot& dot, std::string_view field = {});
  // What a coordinator last said of the record, as far as it has come here.
  Result<std::optional<Review>> reviewOf(RecordId id);
  // Records in which somebody must choose.
  Result<std::vector<RecordSheet>> conflicts(std::size_t limit);
  // Settles one field, or one cell of a row by its address (cell_address.h): mine is the version
  // this person wrote last, theirs the best of the others.
  Result<Kept> resolve(RecordId id, std::string_view field, Keep keep);
  Result<Kept> resolve(RecordId id, std::string_view field, const Value& value);

  // Refused and quarantined changes, oldest first, and the author's decision to let one go.
  Result<std::vector<HistoryLine>> inbox();
  Status dismiss(std::uint64_t counter);
  // Records that were erased for good while something of them was here, until the person puts the
  // news away.
  Result<std::vector<ErasedRecord>> erased() { return store_.erased(); }
  Status putAwayErased(RecordId id);

  Result<NotebookStatus> status();
  // How many safeguarding officers have a key that sensitive words are sealed to; from
  // limits::kOfficersNeeded on they are (sensitive.h).
  Result<std::size_t> officers();
  // One digest over every record copy as the server filtered it; the same on every replica in the
  // same scope.
  Result<Digest> stateHash();

  // The name of a person or device as the programme's directory knows it; the short id if it does
  // not.
  std::string personName(PersonId person);
  std::string deviceName(ReplicaId replica);

  LocalStore& store() { return store_; }
  const Catalogue& catalogue() const { return catalogue_; }

 private:
  Result<RecordState> viewOf(RecordId id, std::optional<RecordState> copy, RecordSheet& sheet);
  // Whom copies are filtered for; some, perhaps, still for another role.
  struct Eyes {
    Role role = Role::kWorker;
    bool someOutdated = false;
  };
  Result<Eyes> eyes(Role role);
  Result<Eyes> presentEyes();
  Result<RecordSheet> sheetOf(RecordId id, std::optional<RecordState> copy, Eyes shownTo);
  Result<std::vector<Operation>> operationsOf(const Entry& entry, const RecordType& type,
                                              const RecordSheet& shown, Role role);
  Result<const RecordType*> typeOf(const Entry& entry);
  // Fills in the change, and what stood where it writes.
  Result<OwnChange> changeOf(const Entry& entry, const Enrolment& who, Standing& standing, Act act);
  Result<Kept> write(OwnChange own, const Enrolment& who, Standing& standing);
  static void mark(const RecordState& shown, PastLine& line);
  Result<Kept> settle(const RecordSheet& sheet, std::string_view field, FieldEdit edit);
  std::string directoryName(Uuid id, std::string_view type);

  LocalStore& store_;
  const Catalogue& catalogue_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace rapport
