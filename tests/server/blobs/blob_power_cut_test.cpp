// Attachments at an office whose power goes: what it told a tablet is so, whenever it went.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "server/app/unspoken_blobs.h"
#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "tests/contract/samples.h"
#include "tests/support/sanitized.h"
#include "tests/support/sim_lives.h"
#include "tests/support/sim_office.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

constexpr std::uint64_t kNames = 4, kTablets = 2;
using Which = std::function<bool(const std::string& path)>;

// An attachment record and what the office said of its file.
struct Expected {
  std::string content;
  Digest sha256{};
  bool had = false;        // the office has it
  bool mayBeGone = false;  // erased, or about to be
};

// An office, and two tablets that bring it the same files, on a disk that may stop at any call.
class Office {
 public:
  Office(std::uint64_t seed, const Which& forgets)
      : random_(seed), at_("officeblobs" + std::to_string(seed), seed) {
    at_.forgetSyncsOf(forgets);
    EXPECT_TRUE(at_.open().ok());
    EXPECT_TRUE(
        at_.begin({{replicaNamed(1), Role::kWorker}, {replicaNamed(2), Role::kWorker}}).ok());
    for (std::uint64_t name = 1; name <= kNames; ++name) {
      // Two records may have the same file.
      const std::uint64_t twin = name == kNames ? 1 : name;
      Expected& known = known_[name];
      known.content = Bytes(1 + twin * 900, static_cast<char>('a' + twin));
      known.sha256 = sha256Of(known.content);
      EXPECT_TRUE(at_.expect(recordNamed(name), known.sha256, known.content.size()).ok());
    }
  }
  ~Office() { close(); }

  SimDisk& disk() { return at_.disk(); }
  bool died() const { return at_.died(); }

  Status open() {
    close();
    return at_.open();
  }

  void act() {
    failedSyncs_ = disk().failedSyncs();
    if (!at_.isOpen() && !open()) return;
    const std::uint64_t name = 1 + random_.next64() % kNames;
    const std::uint64_t tablet = 1 + random_.next64() % kTablets;
    switch (random_.next64() % 12) {
      case 0:
        return offer(tablet, name);
      case 1:
        return static_cast<void>(lines_.erase(tablet));
      case 2:
        at_.clock().advance(limits::kStrayLife);
        return static_cast<void>(sweep());
      case 3:
        return erase(name);
      case 4:
        return close();
      default:
        if (!lines_.contains(tablet) || lines_.at(tablet).name == 0) return offer(tablet, name);
        return bring(tablet, 1 + random_.next64() % 1500);
    }
  }

  // Nothing, or what is wrong.
  std::string look() {
    if (const Status opened = open(); !opened) return opened.error().message;
    for (auto& [name, known] : known_) {
      const std::string which = "attachment " + std::to_string(name) + ": ";
      if (known.mayBeGone && !eraseNow(name)) return which + "cannot be erased again";
      if (!known.had || known.mayBeGone) continue;
      const auto pinned = at_.ledger().isPinned(kTestProgramme, recordNamed(name), known.sha256);
      if (!pinned) return pinned.error().message;
      if (!*pinned) return which + "the office has it no more";
    }
    // Whatever is pinned, whoever said so, is whole.
    const auto pinned = at_.ledger().pinned();
    if (!pinned) return pinned.error().message;
    for (const PinnedBlob& blob : *pinned) {
      if (const Status checked = at_.blobs().check(kTestProgramme, blob.sha256, blob.sizeBytes);
          !checked) {
        return checked.error().message;
      }
    }
    for (const auto& [whose, bytes] : durable_) {
      const auto blob =
          at_.blobs().receive(kTestProgramme, replicaNamed(whose.first), whose.second, kMostBytes);
      if (!blob) return blob.error().message;
      if ((*blob)->haveBytes() < bytes) return "bytes are gone that were said to be durable";
    }
    return "";
  }

  // Everything is brought, and then nothing lies here that no pin speaks of.
  std::string heal() {
    for (auto& [name, known] : known_) {
      if (known.mayBeGone || isErased(name)) continue;
      lines_.erase(1);
      offer(1, name);
      for (int steps = 0; steps < 20 && lines_.at(1).name != 0; ++steps) bring(1, 3000);
      if (!known.had) return "attachment " + std::to_string(name) + " never arrives";
    }
    if (std::string wrong = look(); !wrong.empty()) return wrong;
    lines_.clear();
    durable_.clear();  // what was begun and left alone goes
    at_.clock().advance(limits::kUploadLife + limits::kStrayLife);
    if (const Status swept = sweep(); !swept) return swept.error().message;
    if (std::string wrong = look(); !wrong.empty()) return wrong;
    const std::size_t there = at_.files().filesBelow("blobs").size();
    const auto pinned = at_.ledger().pinned();
    if (!pinned) return pinned.error().message;
    return there == pinned->size() ? "" : "a file lies here for ever that nothing speaks of";
  }

 private:
  static constexpr std::uint64_t kMostBytes = 100'000;
  struct Line {
    std::unique_ptr<ServerAttachments> end;
    std::uint64_t name = 0;  // of what is on its way up; 0: nothing
    std::uint64_t officeHas = 0;
  };

  void close() {
    lines_.clear();
    at_.close();
  }

  void answered(std::uint64_t tablet, std::uint64_t name, const ServerAttachmentStep& step) {
    Line& line = lines_.at(tablet);
    line.name = 0;
    if (!step.frame) {
      lines_.erase(tablet);
      return;
    }
    const auto frame = decodeFrame(*step.frame);
    const auto* wanted = frame ? std::get_if<AttachmentWanted>(&*frame) : nullptr;
    Expected& known = known_[name];
    if (wanted == nullptr) {
      // A disk that fails, and says so, may cost what was on its way, also if its power goes then.
      const bool saidSo = disk().failedSyncs() != failedSyncs_ || (disk().isOn() && !died());
      if (saidSo) durable_.erase({tablet, known.sha256});
      return;
    }
    if (wanted->haveBytes == known.content.size()) {
      known.had = true;
      durable_.erase({tablet, known.sha256});
      return;
    }
    line.name = name;
    line.officeHas = wanted->haveBytes;
    durable_[{tablet, known.sha256}] = wanted->haveBytes;
  }

  void offer(std::uint64_t tablet, std::uint64_t name) {
    Line& line = lines_[tablet];
    if (line.end == nullptr) {
      line.end =
          std::make_unique<ServerAttachments>(at_.desk(), kTestProgramme, replicaNamed(tablet));
    }
    const Expected& known = known_[name];
    answered(tablet, name,
             line.end->receive(encodeFrame(
                 AttachmentOffer{recordNamed(name), known.sha256, known.content.size()})));
  }

  void bring(std::uint64_t tablet, std::size_t mostBytes) {
    Line& line = lines_.at(tablet);
    const std::uint64_t name = line.name;
    const Expected& known = known_[name];
    const std::string piece = known.content.substr(line.officeHas, mostBytes);
    // With the last one it becomes whole, or begins again.
    if (line.officeHas + piece.size() == known.content.size()) {
      durable_.erase({tablet, known.sha256});
    }
    answered(tablet, name,
             line.end->receive(encodeFrame(AttachmentChunk{known.sha256, line.officeHas, piece})));
  }

  Status sweep() {
    const auto swept = removeUnspoken(at_.ledger(), at_.blobs());
    return swept ? Status{} : Status{swept.error()};
  }

  bool isErased(std::uint64_t name) {
    bool there = false;
    const Status read = at_.store().reading(kTestProgramme, [&](ServerReader& reader) -> Status {
      const auto record = reader.record(recordNamed(name));
      if (!record) return record.error();
      there = record->has_value();
      return {};
    });
    return read.ok() && !there;
  }

  void erase(std::uint64_t name) {
    // Most stay.
    if (random_.next64() % 4 != 0) return;
    known_[name].mayBeGone = true;
    static_cast<void>(eraseNow(name));
  }

  bool eraseNow(std::uint64_t name) {
    const ErasureDesk desk = at_.erasureDesk();
    std::vector<Digest> blobs{known_[name].sha256};
    const Status erased = at_.write([&](ServerWriter& writer) -> Status {
      const auto gone = rapport::erase(
          desk, writer,
          {kTestProgramme, recordNamed(name), recordNamed(name).toString(), std::nullopt, {}});
      return gone || gone.error().code == ErrorCode::kNotFound ? Status{} : Status{gone.error()};
    });
    if (!erased) return false;
    known_[name].had = false;
    std::erase_if(durable_,
                  [&](const auto& each) { return each.first.second == known_[name].sha256; });
    if (!clearErased(desk, kTestProgramme, blobs)) return false;
    known_[name].mayBeGone = false;
    return true;
  }

  SeededRandom random_;
  SimOffice at_;
  std::uint64_t failedSyncs_ = 0;        // before this act
  std::map<std::uint64_t, Line> lines_;  // by tablet
  std::map<std::uint64_t, Expected> known_;
  std::map<std::pair<std::uint64_t, Digest>, std::uint64_t> durable_;  // as the tablet was told
};

struct Planned {
  SimFault fault;
  std::uint64_t call;
};
constexpr int kActs = 60;

std::string wrongAfter(std::uint64_t seed, const std::vector<Planned>& faults,
                       const Which& forgets = {}) {
  constexpr int kActsAfter = 10;
  Office office(seed, forgets);
  for (const auto& [fault, call] : faults) office.disk().plan(fault, call);
  for (int acts = 0; acts < kActs && office.disk().isOn(); ++acts) {
    office.act();
    if (!office.died() || !office.disk().isOn()) continue;
    if (std::string wrong = office.look(); !wrong.empty() && office.disk().isOn()) return wrong;
  }
  office.disk().forgetPlans();
  if (office.disk().isOn()) office.disk().cutPower();
  office.disk().powerOn();
  if (std::string wrong = office.look(); !wrong.empty()) return wrong;
  for (int acts = 0; acts < kActsAfter; ++acts) office.act();
  if (std::string wrong = office.look(); !wrong.empty()) return wrong;
  return office.heal();
}

std::uint64_t callsOf(std::uint64_t seed) {
  Office office(seed, {});
  const std::uint64_t before = office.disk().calls();
  for (int acts = 0; acts < kActs; ++acts) office.act();
  return office.disk().calls() - before;
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

TEST(OfficeBlobPowerCut, WhatATabletWasToldIsSoWhereverThePowerGoes) {
  atEachCall([](std::uint64_t call) { return std::vector<Planned>{{SimFault::kPowerCut, call}}; });
}

TEST(OfficeBlobPowerCut, WhatATabletWasToldIsSoAfterAKillAndThenACut) {
  atEachCall([](std::uint64_t call) {
    return std::vector<Planned>{{SimFault::kKill, call}, {SimFault::kPowerCut, laterThan(call)}};
  });
}

TEST(OfficeBlobPowerCut, WhatATabletWasToldIsSoAfterASyncThatFailed) {
  atEachCall([](std::uint64_t call) {
    return std::vector<Planned>{{SimFault::kSyncFails, call},
                                {SimFault::kPowerCut, laterThan(call)}};
  });
}

// The test of the test: each sync that the promise rests on, left out.
TEST(OfficeBlobPowerCut, ASyncThatIsLeftOutIsSeen) {
  const auto isSeen = [](const Which& forgets) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      for (std::uint64_t call = 1; call <= 400; call += 13) {
        if (!wrongAfter(seed, {{SimFault::kPowerCut, call}}, forgets).empty()) return true;
      }
    }
    return false;
  };
  const auto slashes = [](const std::string& path) { return std::ranges::count(path, '/'); };
  EXPECT_TRUE(isSeen([&](const std::string& path) {
    return path.starts_with("blobs/parts/") && slashes(path) == 3;
  })) << "a part's contents";
  EXPECT_TRUE(isSeen([&](const std::string& path) {
    return path.starts_with("blobs/parts/") && slashes(path) == 2;
  })) << "a part's name";
  EXPECT_TRUE(isSeen([](const std::string& path) { return path == "blobs/whole"; }))
      << "the name of a whole file";
  EXPECT_TRUE(isSeen([](const std::string& path) { return path == "blobs"; }))
      << "the name of a folder";
}

}  // namespace
}  // namespace rapport::testing
