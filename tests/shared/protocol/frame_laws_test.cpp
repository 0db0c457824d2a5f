#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "shared/protocol/change_codec.h"
#include "shared/protocol/frame_codec.h"
#include "tests/shared/merge/any_value.h"
#include "tests/shared/merge/script.h"
#include "tests/shared/protocol/examples.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

template <typename Number>
Number any() {
  return *rc::gen::arbitrary<Number>();
}

std::size_t upTo(std::size_t most) { return *rc::gen::inRange<std::size_t>(0, most + 1); }

template <typename Make>
auto several(std::size_t most, const Make& make) {
  std::vector<decltype(make())> things;
  for (std::size_t left = upTo(most); left > 0; --left) things.push_back(make());
  return things;
}

std::vector<Dot> ascendingDots() {
  std::set<Dot> dots;
  for (std::size_t left = upTo(3); left > 0; --left) {
    dots.insert(dot(static_cast<unsigned>(upTo(3)), any<std::uint64_t>()));
  }
  return {dots.begin(), dots.end()};
}

std::vector<FieldNumber> ascendingFields() {
  std::set<FieldNumber> fields;
  for (std::size_t left = upTo(4); left > 0; --left) fields.insert(any<FieldNumber>());
  return {fields.begin(), fields.end()};
}

Number anyNumber() { return {EpochId{any<std::uint64_t>()}, any<std::uint64_t>()}; }
HybridTime anyTime() { return {any<std::int64_t>(), any<std::uint32_t>()}; }
Value aValue() { return *anyValue(); }

std::vector<CellPlace> ascendingCells() {
  std::set<CellPlace> places;
  for (std::size_t left = upTo(3); left > 0; --left) {
    places.insert({any<FieldNumber>(), any<FieldNumber>()});
  }
  return {places.begin(), places.end()};
}

Deed anyDeed() {
  switch (upTo(3)) {
    case 0:
      return WriteValue{aValue()};
    case 1:
      return EditElements{several(3, aValue), several(3, aValue)};
    case 2:
      return AddAmount{any<std::int64_t>()};
    default:
      return SetDeleted{upTo(1) == 0 ? Deletion::kDelete : Deletion::kKeep, ascendingFields(),
                        ascendingCells()};
  }
}

Deed anyRows(const std::optional<Number>& seen) {
  std::set<RowId> ids{RowId{record(9).uuid}};
  for (std::size_t left = upTo(3); left > 0; --left) {
    ids.insert(RowId{record(static_cast<unsigned>(upTo(200))).uuid});
  }
  EditRows edit;
  for (const RowId& id : ids) {
    RowEdit row{id, {}};
    std::set<FieldNumber> cells{any<FieldNumber>()};
    for (const FieldNumber cell : ascendingFields()) cells.insert(cell);
    for (const FieldNumber cell : cells) {
      row.operations.push_back(
          {cell, upTo(1) == 0 ? std::optional<Number>{} : seen, ascendingDots(), anyDeed()});
    }
    edit.rows.push_back(std::move(row));
  }
  return edit;
}

Digest anyDigest() {
  Digest digest{};
  for (auto& byte : digest) byte = any<std::uint8_t>();
  return digest;
}

Change anyChange() {
  Change change;
  change.dot = dot(static_cast<unsigned>(upTo(3)), 1 + upTo(100'000));
  change.record = record(static_cast<unsigned>(upTo(3)));
  change.type = any<TypeNumber>();
  change.formVersion = any<std::uint32_t>();
  change.person = person(static_cast<unsigned>(upTo(3)));
  change.time = anyTime();
  change.wall = WallTime{std::chrono::milliseconds{any<std::int64_t>()}};
  change.utcOffset = std::chrono::minutes{*rc::gen::inRange(-1440, 1441)};
  change.act = upTo(1) == 0 ? Act::kEnds : Act::kGoesOn;
  change.also = ascendingDots();
  if (upTo(3) == 0) change.former = FormerName{dot(9, any<std::uint64_t>()), anyDigest()};
  std::set<FieldNumber> fields{any<FieldNumber>()};
  for (const FieldNumber field : ascendingFields()) fields.insert(field);
  std::optional<Number> seen;
  for (const FieldNumber field : fields) {
    if (upTo(2) == 0) seen = upTo(1) == 0 ? std::optional<Number>{} : anyNumber();
    change.operations.push_back(
        {field, seen, ascendingDots(), upTo(3) == 0 ? anyRows(seen) : anyDeed()});
  }
  return change;
}

FrameVerdict anyVerdict() {
  FrameVerdict verdict;
  verdict.counter = any<std::uint64_t>();
  verdict.stage = *rc::gen::element(VerdictStage::kApplied, VerdictStage::kRefused,
                                    VerdictStage::kQuarantined, VerdictStage::kErased);
  verdict.telling = upTo(1) == 0 ? Telling::kFirst : Telling::kAgain;
  if (upTo(1) == 0) verdict.enteredAs = dot(7, 1).replica;
  verdict.reason = *anyText();
  verdict.effective = anyTime();
  if (upTo(1) == 0) verdict.before = anyNumber();
  if (upTo(1) == 0) verdict.after = anyNumber();
  verdict.mac = Bytes(upTo(64), 'm');
  return verdict;
}

Cursor anyCursor() { return {anyNumber(), any<std::uint64_t>()}; }

Hello anyHello() {
  Hello hello;
  hello.version = any<std::uint32_t>();
  hello.programme = *anyText();
  hello.replica = replica(1);
  hello.counter = any<std::uint64_t>();
  hello.settledThrough = any<std::uint64_t>();
  if (upTo(1) == 0) hello.cursor = anyCursor();
  hello.copyRole = static_cast<Role>(upTo(4));
  hello.application = *anyText();
  return hello;
}

SignedHello signedHello(const Hello& hello) { return {hello, signedPartOf(hello), Bytes(64, 's')}; }

template <typename Message>
void comesBack(const Message& message) {
  const auto decoded = decodeFrame(encodeFrame(message));
  RC_ASSERT(decoded.ok());
  RC_ASSERT(*decoded == Frame{message});
}

RC_GTEST_PROP(ChangeLaw, EveryChangeComesBack, ()) {
  const Change change = anyChange();
  const auto decoded = decodeChange(encodeChange(change));
  RC_ASSERT(decoded.ok());
  RC_ASSERT(*decoded == change);
}

RC_GTEST_PROP(ChangeLaw, DamagedChangesFailOrAreAnotherChangesOnlySpelling, ()) {
  const Bytes bytes = damaged(encodeChange(anyChange()));
  const auto decoded = decodeChange(bytes);
  if (decoded.ok()) RC_ASSERT(encodeChange(*decoded) == bytes);
}

RC_GTEST_PROP(FrameLaw, EveryControlMessageComesBack, ()) {
  comesBack(
      Welcome{any<std::uint32_t>(), any<std::uint32_t>(), Bytes(32, 'n'), any<std::int64_t>()});
  comesBack(signedHello(anyHello()));
  comesBack(Accepted{static_cast<Role>(upTo(4)), EpochId{any<std::uint64_t>()},
                     any<std::uint64_t>(), any<std::uint64_t>(), anyDigest(), any<std::int64_t>()});
  comesBack(Refusal{static_cast<RefusalCode>(1 + upTo(8)), *anyText()});
  comesBack(Pull{upTo(1) == 0 ? std::optional<Cursor>{} : anyCursor()});
  comesBack(Fork{replica(2), any<std::uint64_t>()});
  comesBack(Took{anyCursor()});
}

RC_GTEST_PROP(FrameLaw, EveryPushComesBack, ()) {
  comesBack(Push{several(20, [] { return encodeChange(anyChange()); })});
}

RC_GTEST_PROP(FrameLaw, EveryAnswerComesBack, ()) { comesBack(Verdicts{several(20, anyVerdict)}); }

RC_GTEST_PROP(FrameLaw, EveryFrameOfStatesComesBack, (const std::vector<Script>& scripts)) {
  States states{anyCursor(), any<std::uint64_t>(), {}, {}};
  for (const Script& script : scripts) states.states.push_back(played(placed(script)));
  states.forget = several(5, [] { return record(static_cast<unsigned>(upTo(9))); });
  comesBack(states);
}

RC_GTEST_PROP(FrameLaw, DamagedFramesFailOrAreMessages, ()) {
  const std::vector<FrameExample> examples = frameExamples();
  const std::vector<FrameExample> reserved = reservedFrameExamples();
  const std::size_t which = upTo(examples.size() + reserved.size() - 1);
  const FrameExample& example =
      which < examples.size() ? examples[which] : reserved[which - examples.size()];
  const auto decoded = decodeFrame(damaged(encodeAny(example.frame)));
  if (!decoded.ok()) return;
  const auto again = decodeFrame(encodeAny(*decoded));
  RC_ASSERT(again.ok());
  RC_ASSERT(*again == *decoded);
}

}  // namespace
}  // namespace rapport
