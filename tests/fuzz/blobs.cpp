#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "mobile/storage/local_profile.h"
#include "shared/base/byte_reader.h"
#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/sync/client_attachments.h"
#include "tests/contract/samples.h"
#include "tests/fuzz/target.h"
#include "tests/support/sim_office.h"
#include "tests/support/test_stores.h"

// Both ends of attachments, each spoken to by somebody who keeps to no rule. The first byte says
// which end; what follows are deeds, each a byte and what it needs.
namespace rapport::fuzz {
namespace {

using testing::recordNamed;
using testing::replicaNamed;

constexpr std::size_t kFiles = 4;
constexpr int kMostDeeds = 64;

struct File {
  RecordId record;
  std::string content;
  Digest sha256{};
};

const std::array<File, kFiles>& files() {
  static const std::array<File, kFiles> kAll = [] {
    std::array<File, kFiles> all;
    const std::size_t sizes[kFiles] = {3000, 40'000, 700, 1};
    for (std::size_t i = 0; i < kFiles; ++i) {
      all[i].record = recordNamed(i + 1);
      all[i].content = Bytes(sizes[i], static_cast<char>('a' + i));
      all[i].sha256 = sha256Of(all[i].content);
    }
    return all;
  }();
  return kAll;
}

const File* fileOf(const Digest& sha256) {
  const auto found = std::ranges::find(files(), sha256, &File::sha256);
  return found == files().end() ? nullptr : &*found;
}

bool isSliceOf(const AttachmentChunk& chunk) {
  const File* file = fileOf(chunk.sha256);
  return file != nullptr && !chunk.bytes.empty() && chunk.bytes.size() <= limits::kChunkBytes &&
         chunk.offsetBytes < file->content.size() &&
         file->content.substr(chunk.offsetBytes, chunk.bytes.size()) == chunk.bytes;
}

// What a stranger says; the flags of the deed's second byte choose between the truth and a lie.
class Stranger {
 public:
  explicit Stranger(ByteView script) : script_(script) {}

  bool goesOn() { return ++deeds_ <= kMostDeeds && script_.ok() && !script_.atEnd(); }
  std::uint8_t byte() { return script_.byte(); }
  const File& file() { return files()[script_.byte() % kFiles]; }
  std::uint64_t number(std::uint64_t truth) {
    return script_.byte() % 4 != 0 ? truth : script_.varint();
  }
  // From an offset of the file on, or something else of that length.
  AttachmentChunk chunk(const File& file, std::uint64_t truth) {
    AttachmentChunk made{file.sha256, number(truth), {}};
    const std::size_t length = 1 + script_.byte() * 256;
    const bool honest = script_.byte() % 4 != 0 && made.offsetBytes < file.content.size();
    made.bytes = honest ? file.content.substr(made.offsetBytes, length) : Bytes(length, '?');
    return made;
  }
  Bytes raw() { return Bytes(script_.blob(4096)); }

 private:
  ByteReader script_;
  int deeds_ = 0;
};

void demandAll(const Status& status) {
  demand(status.ok(), status ? "" : status.error().message.c_str());
}

// Three tablets at an office that holds the first file: a worker, a volunteer, and one whose access
// was withdrawn.
class Office {
 public:
  Office() {
    demandAll(at_.open());
    demandAll(at_.begin({{replicaNamed(1), Role::kWorker},
                         {replicaNamed(2), Role::kWorker},
                         {replicaNamed(3), Role::kVolunteer}}));
    for (const File& file : files()) {
      // The third is none of what its record says.
      const bool lies = &file == &files()[2];
      demandAll(at_.expect(file.record, file.sha256, file.content.size(),
                           lies ? "image/png" : "text/plain"));
    }
    ServerAttachments honest(at_.desk(), testing::kTestProgramme, replicaNamed(1));
    const File& kept = files()[0];
    honest.receive(encodeFrame(AttachmentOffer{kept.record, kept.sha256, kept.content.size()}));
    honest.receive(encodeFrame(AttachmentChunk{kept.sha256, 0, kept.content}));
    demand(isPinned(kept, kept), "an honest tablet's file is kept");
  }

  void hear(Stranger& stranger) {
    const std::uint8_t deed = stranger.byte();
    const std::size_t who = deed / 8U % kTablets;
    auto& line = lines_[who];
    if (!line || deed % 8 == 5) {
      line = std::make_unique<ServerAttachments>(at_.desk(), testing::kTestProgramme,
                                                 replicaNamed(2 + who));
    }
    std::optional<Bytes> frame = frameFor(deed % 8, who, stranger);
    if (!frame || frame->empty()) return;
    const ServerAttachmentStep step = line->receive(*frame);
    demand(!step.frame || !step.refusal, "an answer or a refusal");
    if (step.refusal) line.reset();
    if (step.frame) look(*step.frame, who);
  }

  void demandOrder() {
    demand(isPinned(files()[0], files()[0]), "what the office has stays");
    for (const File& record : files()) {
      for (const File& file : files()) {
        const bool fits = &record == &file && &file != &files()[2];
        demand(fits || !isPinned(record, file), "a pin is of the file that the record speaks of");
      }
    }
    const auto pinned = at_.ledger().pinned();
    demand(pinned.ok(), "the ledger can be read");
    for (const PinnedBlob& blob : *pinned) {
      demandAll(at_.blobs().check(blob.programme, blob.sha256, blob.sizeBytes));
    }
  }

 private:
  static constexpr std::size_t kTablets = 2;

  std::optional<Bytes> frameFor(int deed, std::size_t who, Stranger& stranger) {
    const File& file = stranger.file();
    const File& record = stranger.file();
    switch (deed) {
      case 0:
        return encodeFrame(
            AttachmentOffer{record.record, file.sha256, stranger.number(file.content.size())});
      case 1:
        return encodeFrame(stranger.chunk(file, said_[who]));
      case 2:
        return encodeFrame(AttachmentAsk{record.record, file.sha256, stranger.number(0)});
      case 3:
        return encodeFrame(AttachmentWanted{file.sha256, stranger.number(sent_[who])});
      case 4:
        return stranger.raw();
      default:
        return encodeFrame(AttachmentOffer{file.record, file.sha256, file.content.size()});
    }
  }

  void look(const Bytes& answer, std::size_t who) {
    const auto frame = decodeFrame(answer);
    demand(frame.ok(), "the office speaks its own protocol");
    if (const auto* wanted = std::get_if<AttachmentWanted>(&*frame)) {
      const File* file = fileOf(wanted->sha256);
      demand(file != nullptr && wanted->haveBytes <= file->content.size(), "no more than there is");
      said_[who] = wanted->haveBytes;
    } else if (const auto* chunk = std::get_if<AttachmentChunk>(&*frame)) {
      demand(who == 0, "who may not read a file is given nothing of it");
      demand(isSliceOf(*chunk), "the office gives the file that was asked for");
      sent_[who] = chunk->offsetBytes + chunk->bytes.size();
    } else {
      demand(std::holds_alternative<AttachmentDeclined>(*frame), "or it declines");
    }
  }

  bool isPinned(const File& record, const File& file) {
    const auto pinned = at_.ledger().isPinned(testing::kTestProgramme, record.record, file.sha256);
    demand(pinned.ok(), "the ledger can be read");
    return *pinned;
  }

  testing::SimOffice at_{"fuzzedoffice", 1};
  std::array<std::unique_ptr<ServerAttachments>, kTablets> lines_;
  std::array<std::uint64_t, kTablets> said_{}, sent_{};
};

// A tablet that captured two of the files and was asked for the other two.
class Tablet {
 public:
  Tablet() {
    auto profile = LocalProfile::open({"profile.db", Bytes(32, 'k'), vfs_.name(), filesOfDisk_});
    demand(profile.ok(), "a profile can be made");
    profile_ = *std::move(profile);
    demandAll(
        profile_->addProgramme(testing::testEnrolment(), testing::testStanding(replicaNamed(7))));
    store_ = *profile_->programme(testing::kTestProgramme);
    attachments_ = *profile_->attachments(testing::kTestProgramme);
    for (std::size_t i = 0; i < kFiles; ++i) {
      const File& file = files()[i];
      if (isCaptured(file)) demandAll(attachments_->keepContent(file.sha256, file.content));
      LocalBlob blob;
      blob.attachment = file.record;
      blob.sha256 = file.sha256;
      blob.sizeBytes = file.content.size();
      demandAll(store_->inTransaction([&] { return attachments_->pin(blob); }));
      demandAll(store_->keepCopy(testing::sampleState(file.record, 37, i + 1)));
    }
  }

  void hear(Stranger& stranger) {
    const std::uint8_t deed = stranger.byte();
    if (!line_ || deed % 8 == 5) line_.emplace(*attachments_, clock_);
    AttachmentStep step;
    const File& file = stranger.file();
    switch (deed % 8) {
      case 0:
        line_->onWanted({file.sha256, stranger.number(said_)}, step);
        break;
      case 1:
        line_->onChunk(stranger.chunk(file, hereBytes(file)), step);
        break;
      case 2:
        line_->onDeclined({file.sha256, static_cast<DeclinedWhat>(stranger.byte() % 2),
                           static_cast<DeclinedUntil>(stranger.byte() % 2), "No."},
                          step);
        break;
      default:
        line_->next(testing::kEpoch, step);
    }
    look(step);
    if (step.outOfOrder) line_.reset();
  }

  void demandOrder() {
    line_.reset();
    for (const File& file : files()) {
      const auto blob = attachments_->find(file.record);
      demand(blob.ok() && *blob, "a row stays");
      demand((*blob)->hereBytes <= file.content.size(), "no more than the file is kept");
      demand((*blob)->whole || !isCaptured(file), "what was captured stays whole");
      if (!(*blob)->whole) continue;
      const auto bytes = attachments_->read(**blob, 0, SIZE_MAX);
      demand(bytes.ok() && sha256Of(*bytes) == file.sha256, "what is whole is what was asked for");
    }
  }

 private:
  static bool isCaptured(const File& file) { return &file < &files()[2]; }

  std::uint64_t hereBytes(const File& file) {
    const auto blob = attachments_->find(file.record);
    return blob && *blob ? (*blob)->hereBytes : 0;
  }

  void look(const AttachmentStep& step) {
    std::size_t chunks = 0;
    for (const Bytes& each : step.frames) {
      const auto frame = decodeFrame(each);
      demand(frame.ok(), "the tablet speaks its own protocol");
      const auto* chunk = std::get_if<AttachmentChunk>(&*frame);
      if (chunk == nullptr) continue;
      ++chunks;
      demand(isSliceOf(*chunk), "the tablet gives its own file");
      const File* file = fileOf(chunk->sha256);
      demand(file != nullptr && isCaptured(*file), "and only what is whole here");
      said_ = chunk->offsetBytes + chunk->bytes.size();
    }
    demand(chunks <= 1, "one chunk in flight");
  }

  ManualClock clock_;
  testing::SimDisk disk_{1};
  testing::SimVfs vfs_{"fuzzedtablet", disk_, clock_};
  testing::SimFiles filesOfDisk_{disk_, clock_};
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::optional<ClientAttachments> line_;
  std::uint64_t said_ = 0;
};

template <typename End>
void meet(Stranger& stranger) {
  End end;
  while (stranger.goesOn()) end.hear(stranger);
  end.demandOrder();
}

}  // namespace

void tryBytes(ByteView bytes) {
  Stranger stranger(bytes);
  if (bytes.empty()) return;
  if (stranger.byte() % 2 == 0) {
    meet<Office>(stranger);
  } else {
    meet<Tablet>(stranger);
  }
}

}  // namespace rapport::fuzz
