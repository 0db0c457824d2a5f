#include <gtest/gtest.h>

#include "shared/merge/state_codec.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/packing.h"
#include "tests/shared/protocol/examples.h"
#include "tests/shared/protocol/golden.h"

// What becomes of each example when it is cut or one byte of it is another.

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

template <typename Visit>
void eachMutation(const Bytes& whole, const Visit& visit) {
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes bytes = whole;
    for (unsigned byte = 0; byte < 256; ++byte) {
      bytes[at] = static_cast<char>(byte);
      visit(bytes, at);
    }
  }
}

bool speaksCbor(ByteView frame) {
  switch (kindOf(frame).value()) {
    case FrameKind::kWelcome:
    case FrameKind::kAccepted:
    case FrameKind::kRefusal:
    case FrameKind::kPull:
    case FrameKind::kFork:
      return true;
    default:
      return false;
  }
}

TEST(DamagedFrames, FailWhereverTheyAreCut) {
  for (const std::string& name : goldensNamed("frame_")) {
    const Bytes whole = golden(name);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(decodeFrame(ByteView{whole}.substr(0, size)).ok()) << name << " at " << size;
    }
  }
}

TEST(DamagedFrames, FailWithSomethingBehindThem) {
  for (const std::string& name : goldensNamed("frame_")) {
    EXPECT_FALSE(decodeFrame(golden(name) + '\0').ok()) << name;
    EXPECT_FALSE(decodeFrame(golden(name) + golden(name)).ok()) << name;
  }
}

// What is read of a damaged frame is a message of its own: written again, it reads the same. But
// for CBOR, which has several spellings, it is even the same bytes.
TEST(DamagedFrames, FailOrAreAnotherMessagesOnlySpelling) {
  for (const std::string& name : goldensNamed("frame_")) {
    eachMutation(golden(name), [&](const Bytes& bytes, std::size_t at) {
      const auto decoded = decodeFrame(bytes);
      if (!decoded.ok()) return;
      const Bytes again = encodeAny(*decoded);
      const auto reread = decodeFrame(again);
      ASSERT_TRUE(reread.ok()) << name << " at " << at;
      EXPECT_TRUE(*reread == *decoded) << name << " at " << at;
      if (speaksCbor(bytes)) return;
      EXPECT_EQ(unpackFrame(again)->body, unpackFrame(bytes)->body) << name << " at " << at;
    });
  }
}

TEST(DamagedChanges, FailWhereverTheyAreCut) {
  for (const std::string& name : goldensNamed("change")) {
    const Bytes whole = golden(name);
    for (std::size_t size = 0; size < whole.size(); ++size) {
      EXPECT_FALSE(decodeChange(ByteView{whole}.substr(0, size)).ok()) << name << " at " << size;
    }
    EXPECT_FALSE(decodeChange(whole + '\0').ok()) << name;
  }
}

TEST(DamagedChanges, FailOrAreAnotherChangesOnlySpelling) {
  for (const std::string& name : goldensNamed("change")) {
    eachMutation(golden(name), [&](const Bytes& bytes, std::size_t at) {
      const auto decoded = decodeChange(bytes);
      if (!decoded.ok()) return;
      EXPECT_EQ(encodeChange(*decoded), bytes) << name << " at " << at;
    });
  }
}

TEST(DamagedSealedChanges, FailOrAreAnothersOnlySpelling) {
  const Bytes whole = golden("sealed_change");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decodeSealedChange(ByteView{whole}.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(decodeSealedChange(whole + '\0').ok());
  eachMutation(whole, [](const Bytes& bytes, std::size_t at) {
    const auto decoded = decodeSealedChange(bytes);
    if (!decoded.ok()) return;
    EXPECT_EQ(encodeSealedChange(*decoded), bytes) << at;
  });
}

TEST(DamagedStates, FailOrAreAnotherStatesOnlySpelling) {
  for (const std::string name : {"state", "state_everything"}) {
    eachMutation(golden(name), [&](const Bytes& bytes, std::size_t at) {
      ByteReader in(bytes);
      const RecordState state = decodeState(in);
      if (!in.finished()) return;
      ByteWriter out;
      encodeState(out, state);
      EXPECT_EQ(out.bytes(), bytes) << name << " at " << at;
    });
  }
}

}  // namespace
}  // namespace rapport
