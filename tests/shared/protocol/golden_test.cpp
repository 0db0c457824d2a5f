#include "tests/shared/protocol/golden.h"

#include <set>

#include <gtest/gtest.h>

#include "shared/crypto/digest.h"
#include "shared/merge/state_codec.h"
#include "shared/merge/value_codec.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/enrol_link.h"
#include "shared/protocol/packing.h"
#include "shared/sync/chain.h"
#include "shared/sync/state_hash.h"
#include "tests/shared/protocol/examples.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

std::vector<FrameExample> everyFrame() {
  std::vector<FrameExample> all = frameExamples();
  for (FrameExample& reserved : reservedFrameExamples()) all.push_back(std::move(reserved));
  return all;
}

bool isCompressed(ByteView frame) { return frame.size() > 1 && frame[1] != 0; }

TEST(GoldenFrames, AreWhatTheCodecReads) {
  for (const FrameExample& example : everyFrame()) {
    const auto decoded = decodeFrame(golden(example.golden));
    ASSERT_TRUE(decoded.ok()) << example.golden << ": " << decoded.error().message;
    EXPECT_TRUE(*decoded == example.frame) << example.golden;
  }
}

// Frames are compared unpacked where the codec compresses: what zstd makes of a body is its own
// business.
TEST(GoldenFrames, AreWhatTheCodecWrites) {
  for (const FrameExample& example : everyFrame()) {
    const Bytes written = encodeAny(example.frame);
    const auto mine = unpackFrame(written);
    const auto kept = unpackFrame(golden(example.golden));
    ASSERT_TRUE(mine.ok() && kept.ok()) << example.golden;
    EXPECT_EQ(mine->kind, kept->kind) << example.golden;
    EXPECT_EQ(toHex(mine->body), toHex(kept->body)) << example.golden;
    if (isCompressed(written)) continue;
    EXPECT_EQ(toHex(written), toHex(golden(example.golden)));
  }
}

TEST(GoldenFrames, ShowEveryKind) {
  std::set<FrameKind> shown;
  for (const FrameExample& example : everyFrame()) {
    shown.insert(kindOf(golden(example.golden)).value());
  }
  EXPECT_EQ(shown.size(), std::variant_size_v<Frame>);
}

TEST(GoldenFrames, ReservedOnesAreToldApart) {
  for (const FrameExample& example : frameExamples()) {
    EXPECT_FALSE(isReserved(example.frame)) << example.golden;
  }
  for (const FrameExample& example : reservedFrameExamples()) {
    const bool partOfStates = std::holds_alternative<States>(example.frame);
    EXPECT_EQ(isReserved(example.frame), !partOfStates) << example.golden;
  }
}

TEST(GoldenChanges, AreWhatTheCodecWritesAndReads) {
  const std::pair<std::string, Change> all[] = {
      {"change", exampleChange()},
      {"change_one_field", exampleOneFieldChange()},
      {"change_everything", exampleEverythingChange()},
      {"change_rows", exampleRowsChange()},
  };
  for (const auto& [name, change] : all) {
    EXPECT_EQ(toHex(encodeChange(change)), toHex(golden(name))) << name;
    const auto decoded = decodeChange(golden(name));
    ASSERT_TRUE(decoded.ok()) << name;
    EXPECT_TRUE(*decoded == change) << name;
  }
}

TEST(GoldenChanges, SealedOnesAreWhatTheCodecWritesAndReads) {
  const Bytes bytes = golden("sealed_change");
  EXPECT_EQ(toHex(encodeSealedChange(exampleSealedChange())), toHex(bytes));
  const auto decoded = decodeSealedChange(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.error().message;
  EXPECT_TRUE(*decoded == exampleSealedChange());
  // Told apart by their first byte, wherever a change may be one or the other.
  EXPECT_TRUE(isSealedChange(bytes));
  EXPECT_FALSE(isSealedChange(golden("change")));
  EXPECT_FALSE(decodeChange(bytes).ok());
  EXPECT_FALSE(decodeSealedChange(golden("change")).ok());
  EXPECT_TRUE(*decodeKeptChange(bytes) == exampleSealedChange().head);
  EXPECT_TRUE(*decodeKeptChange(golden("change")) == exampleChange());
}

TEST(GoldenStates, AreWhatTheCodecWritesAndReads) {
  const std::pair<std::string, RecordState> all[] = {
      {"state", exampleState()},
      {"state_everything", exampleEverythingState()},
      {"state_rows", exampleRowsState()},
  };
  for (const auto& [name, state] : all) {
    ByteWriter out;
    encodeState(out, state);
    EXPECT_EQ(toHex(out.bytes()), toHex(golden(name))) << name;
    const Bytes bytes = golden(name);
    ByteReader in(bytes);
    EXPECT_TRUE(decodeState(in) == state) << name;
    EXPECT_TRUE(in.finished()) << name;
  }
}

TEST(GoldenStates, AreHashedInFull) {
  ByteWriter out;
  encodeHashed(out, exampleEverythingState());
  EXPECT_EQ(toHex(out.bytes()), toHex(golden("state_hashed")));
  StateHash hash;
  hash.add(exampleEverythingState());
  EXPECT_EQ(toHex(viewOf(hash.finish())), toHex(golden("state_hash")));
}

TEST(GoldenValues, AreWhatTheCodecWritesAndReads) {
  ByteWriter out;
  for (const Value& value : exampleValues()) encodeValue(out, value);
  EXPECT_EQ(toHex(out.bytes()), toHex(golden("values")));
  const Bytes bytes = golden("values");
  ByteReader in(bytes);
  for (const Value& value : exampleValues()) EXPECT_TRUE(decodeValue(in) == value);
  EXPECT_TRUE(in.finished());
}

TEST(GoldenHashes, AreOfTheChangesOwnBytes) {
  const Digest hash = hashOfChange(golden("change"));
  const Digest chain = chainAfter({}, hash);
  const Bytes mac =
      macOfVerdict(secretOf(counting(0x80, 32)), hash, ReceiptStage::kApplied, {kThen, 0});
  EXPECT_EQ(toHex(Bytes(viewOf(hash)) + Bytes(viewOf(chain)) + mac), toHex(golden("hashes")));
}

TEST(GoldenSignatures, CoverTheirOwnDomain) {
  const auto hello = decodeFrame(golden("frame_hello"));
  const auto relay = decodeFrame(golden("frame_relay"));
  ASSERT_TRUE(hello.ok() && relay.ok());
  const auto& signedHello = std::get<SignedHello>(*hello);
  const Bytes helloBytes = signedBytesOf(counting(0x40, 32), signedHello.signedPart);
  EXPECT_EQ(toHex(helloBytes), toHex(golden("hello_signed")));
  const Digest chain = chainAfter({}, hashOfChange(golden("change")));
  const Bytes relayBytes = relaySignedBytes(kTabletA, 2, chain);
  EXPECT_EQ(toHex(relayBytes), toHex(golden("relay_signed")));

  const PublicKey key = exampleKey().publicKey();
  const auto ofHello = Signature::fromBytes(signedHello.signature).value();
  const auto ofRelay = Signature::fromBytes(std::get<Relay>(*relay).signature).value();
  EXPECT_TRUE(verify(key, helloBytes, ofHello));
  EXPECT_TRUE(verify(key, relayBytes, ofRelay));
  EXPECT_FALSE(verify(key, relayBytes, ofHello));
}

TEST(Goldens, AreAllTested) {
  std::set<std::string> tested{"change.hex",
                               "change_everything.hex",
                               "change_one_field.hex",
                               "change_rows.hex",
                               "enrol_answer.json",
                               "enrol_office_answer.json",
                               "enrol_office_request.json",
                               "enrolment_code.hex",
                               "office_statement.hex",
                               "enrol_request.json",
                               "enrolment_proof.hex",
                               "entries.json",
                               "hashes.hex",
                               "hello_signed.hex",
                               "record.json",
                               "relay_signed.hex",
                               "rows.json",
                               "sealed_change.hex",
                               "sealed_texts_body.hex",
                               "sealed_texts_key.hex",
                               "state.hex",
                               "state_everything.hex",
                               "state_hash.hex",
                               "state_hashed.hex",
                               "state_rows.hex",
                               "values.hex"};
  for (const FrameExample& example : everyFrame()) tested.insert(example.golden + ".hex");
  const std::vector<std::string> names = goldenNames();
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()), tested);
}

}  // namespace
}  // namespace rapport
