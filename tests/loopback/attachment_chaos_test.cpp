// Files on their way between three tablets and an office, while lines are cut at any frame, both
// ends start anew, disks are full, some files are declined, and people go on writing.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/sync/attachment_facts.h"
#include "tests/support/failing_disk.h"
#include "tests/support/loopback.h"
#include "tests/support/sanitized.h"
#include "tests/support/sim_lives.h"

namespace rapport::testing {
namespace {

using Space = FailingDisk::Space;

struct Place {
  Place(LoopbackOffice& office, ManualClock& clock, Random& random, const std::string& name)
      : tablet(office, clock, random, Role::kWorker, name, disk) {}

  FailingDisk disk;
  LoopbackTablet tablet;
  std::unique_ptr<LoopbackLine> line;
  RecordId about;
  std::vector<Attached> attached;
  // Of each blob, how many bytes the office last said are durable there.
  std::map<Digest, std::uint64_t> told;
  std::set<RecordId> wanted;
};

class Chaos {
 public:
  explicit Chaos(std::uint64_t seed) : dice_(seed), random_(seed + 1000) {
    for (const char* name : {"Ana", "Ben", "Cleo"}) {
      places_.push_back(std::make_unique<Place>(office_, clock_, random_, name));
      Place& place = *places_.back();
      const Entry workshop{
          {}, "workshop", {write("question", "Where should the bus stop")}, {}, nullptr};
      place.about = place.tablet.put(workshop).id;
    }
    lie(*places_[1]);
  }

  void step() {
    Place& place = *places_[pick(places_.size())];
    switch (pick(80)) {
      case 0:
        return cut(place);
      case 1:
        cut(place);
        return place.tablet.restart();
      case 2:
        for (const auto& each : places_) cut(*each);
        return office_.stores().reopen();
      case 3:
        return officeDisk_.set(pick(3) == 0 ? Space::kNone : Space::kThere);
      case 4:
        return place.disk.set(pick(3) == 0 ? Space::kNone : Space::kThere);
      case 5:
        return attach(place);
      case 6:
      case 7:
        return writeNote(place);
      case 8:
      case 9:
        return want(place);
      case 10:
      case 11:
        return clock_.advance(std::chrono::milliseconds{pick(4000)});
      default:
        return carry(place);
    }
  }

  // Disks have room again, and everybody meets the office in peace.
  void heal() {
    officeDisk_.set(Space::kThere);
    for (const auto& place : places_) {
      cut(*place);
      place->disk.set(Space::kThere);
    }
    for (int round = 0; round < 3; ++round) {
      for (const auto& place : places_) syncOnce(office_, place->tablet);
    }
  }

  void expectEverythingThere() {
    for (const auto& place : places_) {
      for (const Attached& each : place->attached) {
        EXPECT_TRUE(
            *office_.stores().ledger().isPinned(kTestProgramme, each.attachment, each.sha256));
        EXPECT_TRUE(isWholeAtTheOffice(each));
        const auto blob = place->tablet.attachments().find(each.attachment);
        ASSERT_TRUE(blob.ok() && *blob);
        EXPECT_EQ((*blob)->stage, ReceiptStage::kApplied);
      }
      for (const RecordId& id : place->wanted) {
        const auto blob = place->tablet.attachments().find(id);
        ASSERT_TRUE(blob.ok() && *blob && (*blob)->whole);
        const auto bytes = place->tablet.attachments().read(**blob, 0, SIZE_MAX);
        ASSERT_TRUE(bytes.ok());
        EXPECT_EQ(sha256Of(*bytes), (*blob)->sha256);
      }
      const auto counts = place->tablet.attachments().counts();
      EXPECT_EQ(counts->waiting, 0U);
      EXPECT_EQ(counts->wanted, 0U);
      EXPECT_EQ(counts->sentBack, place == places_[1] ? 1U : 0U) << "what was refused stays so";
      EXPECT_EQ(place->tablet.notebook().status()->waiting, 0U);
    }
  }

  std::size_t cuts() const { return cuts_; }
  std::size_t resumed() const { return resumed_; }
  std::size_t declined() const { return declined_; }
  std::size_t fetched() const { return fetched_; }

 private:
  std::uint64_t pick(std::uint64_t below) { return dice_.next64() % below; }

  std::string words(std::size_t sizeBytes, std::uint64_t seed) {
    SeededRandom random(seed);
    std::string out;
    while (out.size() < sizeBytes) out += "word " + std::to_string(random.next64()) + "\n";
    out.resize(sizeBytes);
    return out;
  }

  void attach(Place& place) {
    if (place.attached.size() == 5) return;
    // Some have the same file, whoever had it first.
    const std::uint64_t which = pick(12);
    const std::string content = words(1 + which * which * 3000, which);
    const auto kept = rapport::attach(place.tablet.notebook(), place.tablet.attachments(),
                                      {place.about, {}, "notes.txt", content, {}}, clock_, random_);
    if (!kept) {
      EXPECT_EQ(kept.error().code, ErrorCode::kStorageFull) << kept.error().message;
      return;
    }
    place.attached.push_back(*kept);
    wrote(place);
  }

  // A record that says another kind than its file is: the office sends it back, and goes on.
  void lie(Place& place) {
    const std::string content = words(60'000, 99);
    const Digest sha256 = sha256Of(content);
    LocalBlob blob;
    blob.attachment =
        place.tablet
            .put({{},
                  "attachment",
                  {write("sha256", toHex({reinterpret_cast<const char*>(sha256.data()), 32})),
                   write("media_type", "image/png"), write("size_bytes", std::int64_t{60'000})},
                  {},
                  nullptr})
            .id;
    blob.sha256 = sha256;
    blob.sizeBytes = content.size();
    EXPECT_TRUE(place.tablet.attachments().keepContent(sha256, content).ok());
    EXPECT_TRUE(
        place.tablet.store().inTransaction([&] { return place.tablet.attachments().pin(blob); }));
  }

  // Now and then more than may be on the way at once, so that some wait behind answers.
  void writeNote(Place& place) {
    constexpr std::size_t kMany = 20;
    const std::size_t notes = pick(10) == 0 ? kMany : 1;
    for (std::size_t i = 0; i < notes; ++i) {
      const std::string text = notes == 1 ? "While files go up" : words(3000, i);
      place.tablet.put({{}, "note", {write("text", text)}, {}, nullptr});
    }
    wrote(place);
  }

  void wrote(Place& place) {
    if (!place.line) return;
    acting(place, [&] { place.line->wrote(); });
  }

  // As a person who sees a record and taps its file.
  void want(Place& place) {
    const Place& other = *places_[pick(places_.size())];
    if (&other == &place || other.attached.empty()) return;
    const Attached& file = other.attached[pick(other.attached.size())];
    const auto copy = place.tablet.store().copy(file.attachment);
    if (!copy.ok() || !*copy || place.wanted.contains(file.attachment)) return;
    LocalBlob blob;
    blob.attachment = file.attachment;
    blob.about = other.about;
    blob.sha256 = file.sha256;
    blob.sizeBytes = file.sizeBytes;
    ASSERT_TRUE(place.tablet.store()
                    .inTransaction([&] { return place.tablet.attachments().pin(blob); })
                    .ok());
    place.wanted.insert(file.attachment);
    wrote(place);
  }

  void cut(Place& place) {
    if (place.line) ++cuts_;
    place.line.reset();
  }

  void carry(Place& place) {
    if (!place.line || place.line->closed()) {
      place.line = std::make_unique<LoopbackLine>(office_, place.tablet);
      return;
    }
    LoopbackLine& line = *place.line;
    if (pick(8) == 0) line.marked();
    acting(place, [&] {
      // Either direction first, so that both queues grow and shrink.
      if (pick(2) == 0 && !line.onTheWayUp().empty()) {
        arrivesAtTheOffice(place, line.onTheWayUp().front());
        line.carryUp();
      } else if (!line.onTheWayDown().empty()) {
        arrivesAtTheTablet(place, line.onTheWayDown().front());
        line.carryDown();
      } else {
        if (!line.onTheWayUp().empty()) arrivesAtTheOffice(place, line.onTheWayUp().front());
        line.step();
      }
    });
    EXPECT_FALSE(line.refusal()) << line.refusal()->message;
  }

  // Does it, and looks at what either end sent on it.
  void acting(Place& place, const std::function<void()>& deed) {
    LoopbackLine& line = *place.line;
    const std::set<const char*> before = framesOf(line);
    deed();
    for (const std::deque<Bytes>* way : {&line.onTheWayUp(), &line.onTheWayDown()}) {
      EXPECT_LE(std::ranges::count_if(*way, isChunk), 1) << "one chunk in flight";
      EXPECT_LE(way->size(), 64U) << "nothing is queued without bound";
    }
    bool chunkWent = false;
    for (const Bytes& frame : line.onTheWayUp()) {
      if (before.contains(frame.data())) continue;
      EXPECT_FALSE(chunkWent && kindOf(frame) == FrameKind::kPush)
          << "a chunk went out before a change";
      if (!isChunk(frame)) continue;
      chunkWent = true;
      EXPECT_EQ(place.tablet.notebook().status()->waiting, line.progress().unanswered)
          << "a chunk went out while a change was kept back";
    }
    for (const Bytes& frame : line.onTheWayDown()) {
      if (!before.contains(frame.data())) saysTheOffice(place, frame);
    }
  }

  // Frames are large enough to lie where they were made, wherever the queue is moved.
  static std::set<const char*> framesOf(const LoopbackLine& line) {
    std::set<const char*> all;
    for (const Bytes& each : line.onTheWayUp()) all.insert(each.data());
    for (const Bytes& each : line.onTheWayDown()) all.insert(each.data());
    return all;
  }

  static bool isChunk(const Bytes& frame) { return kindOf(frame) == FrameKind::kAttachmentChunk; }

  void arrivesAtTheOffice(Place& place, const Bytes& frame) {
    if (!isChunk(frame)) return;
    const auto chunk = std::get<AttachmentChunk>(*decodeFrame(frame));
    ASSERT_LE(chunk.bytes.size(), limits::kChunkBytes);
    EXPECT_EQ(chunk.offsetBytes, place.told[chunk.sha256]) << "from the byte that was said";
    if (chunk.offsetBytes > 0) ++resumed_;
  }

  void saysTheOffice(Place& place, const Bytes& frame) {
    if (kindOf(frame) == FrameKind::kAttachmentDeclined) ++declined_;
    if (kindOf(frame) != FrameKind::kAttachmentWanted) return;
    const auto wanted = std::get<AttachmentWanted>(*decodeFrame(frame));
    EXPECT_GE(wanted.haveBytes, place.told[wanted.sha256]) << "durable bytes are gone";
    place.told[wanted.sha256] = wanted.haveBytes;
  }

  void arrivesAtTheTablet(Place& place, const Bytes& frame) {
    if (!isChunk(frame)) return;
    const auto chunk = std::get<AttachmentChunk>(*decodeFrame(frame));
    ASSERT_LE(chunk.bytes.size(), limits::kChunkBytes);
    ++fetched_;
    for (const RecordId& id : place.wanted) {
      const auto blob = place.tablet.attachments().find(id);
      ASSERT_TRUE(blob.ok() && *blob);
      if ((*blob)->sha256 != chunk.sha256 || (*blob)->whole) continue;
      EXPECT_EQ(chunk.offsetBytes, (*blob)->hereBytes) << "from the byte that is durable here";
      return;
    }
    ADD_FAILURE() << "a file came that nobody asked for";
  }

  bool isWholeAtTheOffice(const Attached& file) {
    const auto whole = office_.stores().blobs().open(kTestProgramme, file.sha256);
    if (!whole) return false;
    const auto bytes = (*whole)->read(0, SIZE_MAX);
    return bytes && sha256Of(*bytes) == file.sha256;
  }

  SeededRandom dice_, random_;
  ManualClock clock_;
  FailingDisk officeDisk_;
  LoopbackOffice office_{clock_, random_, officeDisk_};
  std::vector<std::unique_ptr<Place>> places_;
  std::size_t cuts_ = 0, resumed_ = 0, declined_ = 0, fetched_ = 0;
};

TEST(AttachmentChaos, EveryFileArrivesWholeAndInOrderWhateverHappens) {
  const SimLives plan = simLives(kSanitized ? 10 : 40);
  constexpr int kSteps = 3000;
  std::size_t cuts = 0, resumed = 0, declined = 0, fetched = 0;
  for (std::uint64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed) {
    SCOPED_TRACE("RAPPORT_SEED=" + std::to_string(seed));
    Chaos chaos(seed);
    for (int step = 0; step < kSteps; ++step) {
      chaos.step();
      ASSERT_FALSE(::testing::Test::HasFailure()) << "at step " << step;
    }
    chaos.heal();
    chaos.expectEverythingThere();
    ASSERT_FALSE(::testing::Test::HasFailure());
    cuts += chaos.cuts();
    resumed += chaos.resumed();
    declined += chaos.declined();
    fetched += chaos.fetched();
  }
  // A test that never met what it is about proves nothing.
  EXPECT_GT(cuts, 20 * plan.seeds);
  EXPECT_GT(resumed, 10 * plan.seeds);
  EXPECT_GT(declined, plan.seeds);
  EXPECT_GT(fetched, 5 * plan.seeds);
}

}  // namespace
}  // namespace rapport::testing
