#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>

#include "mobile/viewmodels/answers.h"
#include "mobile/viewmodels/drafts.h"
#include "mobile/viewmodels/files.h"
#include "mobile/viewmodels/lock.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/protocol/enrol_link.h"
#include "shared/sync/notebook.h"

namespace rapport {

// How it stands with the office.
enum class LinkStage : std::uint8_t {
  kAway,        // no connection; trying again by itself
  kConnecting,  // a connection is being made or greeted
  kSending,     // changes go up: `sent` of `total`
  kCaughtUp,    // connected, and nothing waits either way
  kRefused,     // the office does not take this tablet; `sentence` says what to do
};

struct LinkState {
  LinkStage stage = LinkStage::kAway;
  std::size_t sent = 0;
  std::size_t total = 0;
  std::string sentence;
  bool operator==(const LinkState&) const = default;
};

// Records, receipts or the inbox are no longer what they were, by the office's doing.
struct RecordsChanged {};

// Access was withdrawn, and everything of this person's is cleared from the tablet.
struct Cleared {};

// All that the worker owns.
struct Worktop {
  Notebook& notebook;
  Drafts& drafts;
  Files& files;
  Answers& answers;
  Lock& lock;
};

// What the screens want done with it.
using DeskWork = std::function<void(const Worktop&)>;

using DeskEvent = std::variant<RecordsChanged, LinkState, Cleared>;

// Where the tablet's screens hand in their work: one worker thread owns the database and the
// exchange with the office. No call here waits for either; each may be made from any thread.
class Desk {
 public:
  // Stops the worker after what was posted has run. Nothing is called back afterwards.
  virtual ~Desk() = default;

  // Is this tablet enrolled for a person? Until then posted work waits.
  virtual bool enrolled() const = 0;
  // Where it is not any more: why everything was cleared, as a sentence for the person. Else empty.
  virtual std::string whyCleared() const = 0;
  // Makes keys, redeems a link or typed code, and begins. While a coordinator has to confirm,
  // `waiting` gets the words to read to them. `done` comes once, with a sentence for the person
  // when it did not work; nothing is left behind then. Both run on the worker.
  virtual void enrol(TypedInvitation typed, std::function<void(std::string words)> waiting,
                     std::function<void(Status)> done) = 0;
  // Ends the wait for the coordinator; `done` follows. The same code may be typed again.
  virtual void giveUpEnrolling() = 0;
  // The way back from a lost PIN: a link or code that the office gave for the person of this tablet
  // takes the PIN away, and nothing else. `waiting` and `done` as above; kRefused where it is for
  // somebody else, or of another office.
  virtual void dropPin(TypedInvitation typed, std::function<void(std::string words)> waiting,
                       std::function<void(Status)> done) = 0;

  // Runs on the worker, in the order posted.
  virtual void post(DeskWork work) = 0;
  // Tries the office now instead of when the back-off ends.
  virtual void syncNow() = 0;

  // Told on the worker; once with the present link state when it begins. One listener, set before
  // the first post.
  virtual void listen(std::function<void(const DeskEvent&)> listener) = 0;

  virtual const Clock& clock() const = 0;
  virtual RecordId newRecordId() = 0;
};

}  // namespace rapport
