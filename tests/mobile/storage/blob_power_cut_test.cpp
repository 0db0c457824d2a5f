// Attachments on a tablet whose power goes: rows and files agree whenever it went.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "mobile/storage/local_profile.h"
#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "tests/contract/samples.h"
#include "tests/support/sanitized.h"
#include "tests/support/sim_files.h"
#include "tests/support/sim_lives.h"
#include "tests/support/sim_vfs.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');
constexpr std::uint64_t kNames = 6;
using Which = std::function<bool(const std::string& path)>;

// What has to be so, as far as calls have said it.
struct Expected {
  std::string content;
  bool rowed = false;           // its row is there
  bool whole = false;           // with all its bytes
  bool mayBeGone = false;       // erased, or out of sight, or about to be
  bool sent = false;            // the office has it, and it may be let go of
  std::uint64_t hereBytes = 0;  // of it, while it is fetched
};

// A tablet that captures, fetches, sends, erases and sweeps, on a disk that may stop at any call.
class Tablet {
 public:
  Tablet(std::uint64_t seed, Which forgets)
      : random_(seed),
        disk_(seed),
        vfs_("blobs" + std::to_string(seed), disk_, clock_),
        forgets_(std::move(forgets)) {
    for (std::uint64_t name = 1; name <= kNames; ++name) {
      // Two records may have the same file.
      const std::uint64_t twin = name == kNames ? 1 : name;
      known_[name].content = Bytes(1 + twin * 700, static_cast<char>('a' + twin));
    }
    EXPECT_TRUE(open().ok());
  }
  ~Tablet() { close(); }

  SimDisk& disk() { return disk_; }

  // The program that was at work was killed, or the power went.
  bool died() const { return life_ != disk_.life(); }

  Status open() {
    close();
    life_ = disk_.life();
    files_ = std::make_unique<SimFiles>(disk_, clock_);
    files_->forgetSyncsOf(forgets_);
    auto profile = LocalProfile::open({"profile.db", kKey, vfs_.name(), *files_});
    if (!profile) return profile.error();
    profile_ = *std::move(profile);
    Standing standing = testStanding(replicaNamed(7));
    standing.cursor = Cursor{{kEpoch, 9}, 1};
    const Status added = profile_->addProgramme(testEnrolment(), standing);
    auto store = profile_->programme(kTestProgramme);
    if (!store) return added ? store.error() : added.error();
    auto attachments = profile_->attachments(kTestProgramme);
    if (!attachments) return attachments.error();
    store_ = *std::move(store);
    attachments_ = *std::move(attachments);
    return {};
  }

  // One of the things that happen on a tablet; whether it succeeded is its own business.
  void act() {
    if (store_ == nullptr && !open()) return;
    const std::uint64_t name = 1 + random_.next64() % kNames;
    switch (random_.next64() % 13) {
      case 0:
      case 1:
      case 2:
        return capture(name);
      case 3:
        return wish(name);
      case 4:
      case 5:
      case 6:
      case 7:
        return fetch(1 + random_.next64() % 2000);
      case 8:
        return sentAndOutOfSight(name);
      case 9:
        return erase(name);
      case 10:
        clock_.advance(limits::kStrayLife);
        return static_cast<void>(profile_->sweepAttachments());
      case 11:
        return sentAndLetGo(name);
      default:
        return close();
    }
  }

  void capture(std::uint64_t name) {
    Expected& known = known_[name];
    if (known.rowed) return;
    const Bytes content = known.content;
    if (!attachments_->keepContent(sha256Of(content), content)) return;
    if (pinWithItsRecord(name)) {
      known.rowed = known.whole = true;
      known.mayBeGone = known.sent = false;
    }
  }

  void wish(std::uint64_t name) {
    Expected& known = known_[name];
    if (!known.rowed && pinWithItsRecord(name)) {
      known.rowed = true;
      known.mayBeGone = known.sent = false;
    }
  }

  // Nothing, or what is wrong.
  std::string look() {
    if (const Status opened = open(); !opened) return opened.error().message;
    for (auto& [name, known] : known_) {
      const auto found = attachments_->find(recordNamed(name));
      if (!found) return found.error().message;
      const std::string which = "attachment " + std::to_string(name) + ": ";
      if (!*found) {
        if (known.rowed && !known.mayBeGone && !known.sent) return which + "its row is gone";
        known.rowed = known.whole = known.sent = false;
        known.hereBytes = 0;
        continue;
      }
      // Erased again with the same frame.
      if (known.mayBeGone) {
        if (!eraseNow(name)) return which + "cannot be erased again";
        continue;
      }
      if (known.whole && !(*found)->whole) return which + "was whole here, and is not";
      if ((*found)->hereBytes < known.hereBytes) return which + "durable bytes are gone";
      if (!(*found)->whole) continue;
      const auto bytes = attachments_->read(**found, 0, known.content.size() + 1);
      if (!bytes) return which + bytes.error().message;
      if (*bytes != known.content) return which + "is not what it was";
      known.rowed = known.whole = true;
    }
    return "";
  }

  // Everything that was asked for arrives, and then nothing lies here that no row speaks of.
  std::string heal() {
    for (int steps = 0; steps < 100; ++steps) {
      const auto next = attachments_->nextToFetch(std::nullopt);
      if (!next) return next.error().message;
      if (!*next) break;
      if (const Status fetched = fetchOf(**next, 4000); !fetched) return fetched.error().message;
    }
    const auto counts = attachments_->counts();
    if (!counts || counts->wanted > 0) return "what was asked for never arrives";
    if (std::string wrong = look(); !wrong.empty()) return wrong;
    clock_.advance(limits::kUploadLife + limits::kStrayLife);
    if (const auto swept = profile_->sweepAttachments(); !swept) return swept.error().message;
    if (std::string wrong = look(); !wrong.empty()) return wrong;
    std::set<std::string> spoken;
    for (const auto& [name, known] : known_) {
      const auto found = attachments_->find(recordNamed(name));
      if (found && *found) spoken.insert(known.content);
    }
    const std::size_t there = files_->filesBelow("attachments").size();
    return there == spoken.size() ? "" : "a file lies here for ever that nothing speaks of";
  }

 private:
  void close() {
    attachments_.reset();
    store_.reset();
    profile_.reset();
    files_.reset();
  }

  LocalBlob blobOf(std::uint64_t name) {
    LocalBlob blob;
    blob.attachment = recordNamed(name);
    blob.about = recordNamed(900);
    blob.sha256 = sha256Of(known_[name].content);
    blob.sizeBytes = known_[name].content.size();
    return blob;
  }

  Status pinWithItsRecord(std::uint64_t name) {
    return store_->inTransaction([&]() -> Status {
      if (Status pinned = attachments_->pin(blobOf(name)); !pinned) return pinned;
      return store_->appendChange(sampleOwnChange(++counter_, recordNamed(name)));
    });
  }

  void fetch(std::size_t mostBytes) {
    const auto next = attachments_->nextToFetch(std::nullopt);
    const bool done = next && (!*next || fetchOf(**next, mostBytes));
    // A disk that fails, and says so, may cost what was on its way.
    if (done || !disk_.isOn() || died()) return;
    for (auto& [name, known] : known_) known.hereBytes = 0;
  }

  Status fetchOf(const LocalBlob& blob, std::size_t mostBytes) {
    const auto found = std::ranges::find_if(
        known_, [&](const auto& each) { return recordNamed(each.first) == blob.attachment; });
    Expected& known = found->second;
    const std::string piece = known.content.substr(blob.hereBytes, mostBytes);
    if (!piece.empty()) {
      if (const Status kept = attachments_->append(blob, piece); !kept) return kept;
      known.hereBytes = blob.hereBytes + piece.size();
    }
    if (blob.hereBytes + piece.size() < blob.sizeBytes) return {};
    // From here on it is whole, or begins again; so does its twin.
    for (auto& [name, each] : known_) {
      if (each.content == known.content) each.hereBytes = 0;
    }
    known.sent = true;
    const Status finished = attachments_->finishFetch(blob, kEpoch);
    known.whole = finished.ok();
    return finished;
  }

  void sentAndOutOfSight(std::uint64_t name) {
    if (!known_[name].whole) return;
    LocalBlob blob = blobOf(name);
    blob.stage = ReceiptStage::kApplied;
    if (!attachments_->keepStage(blob, kEpoch)) return;
    const auto history = store_->changesOf(recordNamed(name));
    if (!history) return;
    known_[name].mayBeGone = true;
    for (const OwnChange& own : *history) {
      const Receipt applied = sampleReceipt(ReceiptStage::kApplied, own.change.dot.counter);
      if (!store_->keepReceipt(own.change.dot.counter, applied, Overlay::kLeaves)) return;
    }
  }

  // A person wants space: whatever the office has goes, and nothing else.
  void sentAndLetGo(std::uint64_t name) {
    if (!known_[name].whole || known_[name].mayBeGone) return;
    LocalBlob blob = blobOf(name);
    blob.stage = ReceiptStage::kApplied;
    if (!store_->keepCopy(sampleState(recordNamed(name), 37, name))) return;
    known_[name].sent = true;
    if (!attachments_->keepStage(blob, kEpoch)) return;
    if (!profile_->letGoOfAttachments(UINT64_MAX)) return;
    for (auto& [each, known] : known_) {
      const auto found = attachments_->find(recordNamed(each));
      if (known.sent && found && !*found) known.rowed = known.whole = known.sent = false;
    }
  }

  void erase(std::uint64_t name) {
    known_[name].mayBeGone = true;
    static_cast<void>(eraseNow(name));
  }

  bool eraseNow(std::uint64_t name) {
    const Status erased =
        store_->inTransaction([&] { return attachments_->erase(recordNamed(name)); });
    Expected& known = known_[name];
    if (erased) known.rowed = known.whole = known.mayBeGone = false;
    if (erased) known.hereBytes = 0;
    return erased.ok();
  }

  ManualClock clock_;
  SeededRandom random_;
  SimDisk disk_;
  const SimVfs vfs_;
  const Which forgets_;
  std::unique_ptr<SimFiles> files_;
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::map<std::uint64_t, Expected> known_;
  std::uint64_t counter_ = 0;
  std::uint64_t life_ = 0;
};

struct Planned {
  SimFault fault;
  std::uint64_t call;
};

// What went wrong on a tablet that lived through these, whose power then goes; nothing if nothing.
std::string wrongAfter(std::uint64_t seed, const std::vector<Planned>& faults,
                       const Which& forgets = {}) {
  constexpr int kActs = 40, kActsAfter = 10;
  Tablet tablet(seed, forgets);
  for (const auto& [fault, call] : faults) tablet.disk().plan(fault, call);
  for (int acts = 0; acts < kActs && tablet.disk().isOn(); ++acts) {
    tablet.act();
    if (!tablet.died() || !tablet.disk().isOn()) continue;
    if (std::string wrong = tablet.look(); !wrong.empty() && tablet.disk().isOn()) return wrong;
  }
  tablet.disk().forgetPlans();
  if (tablet.disk().isOn()) tablet.disk().cutPower();
  tablet.disk().powerOn();
  if (std::string wrong = tablet.look(); !wrong.empty()) return wrong;
  for (int acts = 0; acts < kActsAfter; ++acts) tablet.act();
  if (std::string wrong = tablet.look(); !wrong.empty()) return wrong;
  return tablet.heal();
}

// How many calls there are to strike.
std::uint64_t callsOf(std::uint64_t seed) {
  Tablet tablet(seed, {});
  const std::uint64_t before = tablet.disk().calls();
  for (int acts = 0; acts < 40; ++acts) tablet.act();
  return tablet.disk().calls() - before;
}

// For each call of so many lives.
void atEachCall(const std::function<std::vector<Planned>(std::uint64_t call)>& faults) {
  const SimLives plan = simLives(kSanitized ? 10 : 20);
  for (std::uint64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed) {
    const std::uint64_t calls = callsOf(seed);
    ASSERT_GT(calls, 100U);
    for (std::uint64_t call = 1; call <= calls; ++call) {
      ASSERT_EQ(wrongAfter(seed, faults(call)), "") << "RAPPORT_SEED=" << seed << ", call " << call;
    }
  }
}

std::uint64_t laterThan(std::uint64_t call) { return call + 1 + call * 7 % 60; }

TEST(BlobPowerCut, RowsAndFilesAgreeWhereverThePowerGoes) {
  atEachCall([](std::uint64_t call) { return std::vector<Planned>{{SimFault::kPowerCut, call}}; });
}

// What a program that was killed had not synced is still to be seen by the next, which may not take
// it for durable.
TEST(BlobPowerCut, RowsAndFilesAgreeAfterAKillAndThenACut) {
  atEachCall([](std::uint64_t call) {
    return std::vector<Planned>{{SimFault::kKill, call}, {SimFault::kPowerCut, laterThan(call)}};
  });
}

// What a failed sync left behind is never taken for written, though the system shows it.
TEST(BlobPowerCut, RowsAndFilesAgreeAfterASyncThatFailed) {
  atEachCall([](std::uint64_t call) {
    return std::vector<Planned>{{SimFault::kSyncFails, call},
                                {SimFault::kPowerCut, laterThan(call)}};
  });
}

TEST(BlobPowerCut, AFileThatAKilledProgramLeftIsNotTakenForDurable) {
  std::uint64_t killed = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Tablet tablet(seed, {});
    tablet.disk().plan(SimFault::kKill, 1 + seed % 20);
    tablet.capture(1);
    if (!tablet.died()) continue;
    ++killed;
    ASSERT_TRUE(tablet.open().ok());
    tablet.wish(1);
    tablet.disk().cutPower();
    tablet.disk().powerOn();
    ASSERT_EQ(tablet.look(), "") << "seed " << seed;
  }
  EXPECT_GT(killed, 100U);
}

// The test of the test: each sync that the promise rests on, left out.
TEST(BlobPowerCut, ASyncThatIsLeftOutIsSeen) {
  const auto isSeen = [](const Which& forgets) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      for (std::uint64_t call = 1; call <= 400; call += 13) {
        if (!wrongAfter(seed, {{SimFault::kPowerCut, call}}, forgets).empty()) return true;
      }
    }
    return false;
  };
  const auto below = [](const std::string& folder) {
    return [folder](const std::string& path) {
      return path.starts_with(folder + "/") && path.size() > folder.size() + 1;
    };
  };
  const auto exactly = [](const std::string& folder) {
    return [folder](const std::string& path) { return path == folder; };
  };
  EXPECT_TRUE(isSeen(below("attachments/parts"))) << "a file's contents";
  EXPECT_TRUE(isSeen(exactly("attachments/whole"))) << "the name of a whole file";
  EXPECT_TRUE(isSeen(exactly("attachments"))) << "the name of a folder";
}

}  // namespace
}  // namespace rapport::testing
