#include <atomic>
#include <cstdlib>
#include <new>

#include <gtest/gtest.h>

#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/packing.h"
#include "tests/shared/protocol/examples.h"
#include "tests/shared/protocol/golden.h"

// What decoding asks of memory, counted at operator new: a few bytes must not be able to ask for
// many.

namespace {

std::atomic<std::size_t> heldBytes{0};
std::atomic<std::size_t> mostBytes{0};

constexpr std::size_t kBefore = alignof(std::max_align_t);

void* counted(std::size_t sizeBytes) {
  void* memory = std::malloc(sizeBytes + kBefore);
  if (memory == nullptr) throw std::bad_alloc();
  *static_cast<std::size_t*>(memory) = sizeBytes;
  const std::size_t now = heldBytes += sizeBytes;
  if (now > mostBytes) mostBytes = now;
  return static_cast<char*>(memory) + kBefore;
}

void uncounted(void* memory) {
  if (memory == nullptr) return;
  void* whole = static_cast<char*>(memory) - kBefore;
  heldBytes -= *static_cast<std::size_t*>(whole);
  std::free(whole);
}

}  // namespace

void* operator new(std::size_t sizeBytes) { return counted(sizeBytes); }
void* operator new[](std::size_t sizeBytes) { return counted(sizeBytes); }
void operator delete(void* memory) noexcept { uncounted(memory); }
void operator delete[](void* memory) noexcept { uncounted(memory); }
void operator delete(void* memory, std::size_t) noexcept { uncounted(memory); }
void operator delete[](void* memory, std::size_t) noexcept { uncounted(memory); }

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

template <typename Work>
std::size_t peakBytes(const Work& work) {
  const std::size_t before = heldBytes;
  mostBytes = before;
  work();
  return mostBytes - before;
}

std::size_t peakOfFrame(const Bytes& frame) {
  return peakBytes([&] { EXPECT_FALSE(decodeFrame(frame).ok()); });
}

constexpr std::size_t kLittle = 128 * 1024;

TEST(DecodingMemory, AClaimedSizeIsNotBelieved) {
  ByteWriter claim;
  claim.byte(static_cast<std::uint8_t>(FrameKind::kPush));
  claim.byte(1);
  claim.varint(limits::kFrameUnpackedBytes);
  const Bytes bomb = golden("frame_push_compressed").substr(4);  // of less than half a kilobyte
  EXPECT_LT(peakOfFrame(claim.bytes() + bomb), kLittle);
  EXPECT_LT(peakOfFrame(claim.bytes() + Bytes(100, 'x')), kLittle);
  EXPECT_LT(peakOfFrame(claim.bytes()), kLittle);
}

// Each example with a large number put in the place of each byte.
TEST(DecodingMemory, NoNumberInAFrameAsksForMuch) {
  for (const std::string& name : goldensNamed("frame_")) {
    const Bytes whole = golden(name);
    for (std::size_t at = 2; at < whole.size(); ++at) {
      for (const std::string_view large :
           {"\x7f", "\xff\x7f", "\xff\xff\x7f", "\xff\xff\xff\xff\x0f"}) {
        const Bytes bytes = whole.substr(0, at) + std::string(large) + whole.substr(at + 1);
        const std::size_t peak = peakBytes([&] { (void)decodeFrame(bytes).ok(); });
        ASSERT_LT(peak, kLittle) << name << " at " << at;
      }
    }
  }
}

TEST(DecodingMemory, NoNumberInAChangeOrStateAsksForMuch) {
  for (const std::string name :
       {"change_everything", "state_everything", "change_rows", "state_rows"}) {
    const Bytes whole = golden(name);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const std::string_view large :
           {"\x7f", "\xff\x0f", "\xff\x3f", "\xff\xff\xff\xff\x0f"}) {
        const Bytes bytes = whole.substr(0, at) + std::string(large) + whole.substr(at + 1);
        const std::size_t peak = peakBytes([&] {
          ByteReader in(bytes);
          decodeState(in);
          (void)decodeChange(bytes).ok();
        });
        ASSERT_LT(peak, kLittle) << name << " at " << at;
      }
    }
  }
}

// One stamp with many numbers, named by very many heads of two or three bytes each.
TEST(DecodingMemory, AStateDoesNotMultiplyItsNumbers) {
  RecordState state = exampleState();
  Head head = state.fields[0].heads[0];
  for (std::uint64_t epoch = 1; head.numbers.each().size() < limits::kEpochsRemembered; ++epoch) {
    head.numbers.add({EpochId{epoch}, 1});
  }
  state.fields.clear();
  std::vector<Head>& heads = state.fieldOrNew(13).heads;
  for (std::size_t i = 0; i < limits::kHeadsPerField; ++i) {
    head.value = static_cast<std::int64_t>(i);
    heads.push_back(head);
  }
  ByteWriter out;
  encodeState(out, state);
  const std::size_t peak = peakBytes([&] {
    ByteReader in(out.bytes());
    decodeState(in);
    EXPECT_FALSE(in.ok());
  });
  EXPECT_LT(out.size(), 16U * 1024);
  EXPECT_LT(peak, 1024U * 1024);
}

}  // namespace
}  // namespace rapport
