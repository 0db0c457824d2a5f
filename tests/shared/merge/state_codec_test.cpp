#include "shared/merge/state_codec.h"

#include <functional>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

RecordState decoded(ByteView bytes, bool& whole) {
  ByteReader in{bytes};
  RecordState state = decodeState(in);
  whole = in.finished();
  return state;
}

bool isRead(ByteView bytes) {
  bool whole = false;
  decoded(bytes, whole);
  return whole;
}

// One of everything: several epochs, replicas, deletes, former ids, coverage.
RecordState richRecord() {
  const Formerly formerly{{replica(8), 4}, {replica(3), 9}};
  Shelf shelf;
  shelf.take(change(1, 1)
                 .write(kAsk, text("Friday"))
                 .write(kLatest, {})
                 .edit(kUnion, {text("food"), text("work")})
                 .add(kCount, 3)
                 .write(kStatus, status(1, "open")));
  shelf.take(
      change(2, 7).write(kAsk, text("Saturday")).edit(kUnion, {text("food")}).add(kCount, -9));
  shelf.take(change(4, 2).saw(1).erase({kStaffOnly, kHandIn}), Author::kTablet, &formerly);
  shelf.take(change(9, 1).keep(), Author::kServer);
  RecordState state = shelf.state();
  state.fields.front().heads.front().numbers.add({EpochId{3}, 12});
  state.fieldOrNew(kDeletedField).coverage.widen({EpochId{5}, 40});
  state.fieldOrNew(kUnion).coverage.widen({EpochId{3}, 41});
  state.fieldOrNew(kUnion).coverage.widen({EpochId{5}, 40});
  return state;
}

TEST(StateCodec, EverythingComesBack) {
  bool whole = false;
  EXPECT_EQ(decoded(encoded(richRecord()), whole), richRecord());
  EXPECT_TRUE(whole);
}

TEST(StateCodec, AnEmptyStateComesBack) {
  bool whole = false;
  EXPECT_EQ(decoded(encoded({}), whole), RecordState{});
  EXPECT_TRUE(whole);
}

TEST(StateCodec, TimesFarApartComeBack) {
  RecordState state = richRecord();
  state.created.time.millis = std::numeric_limits<std::int64_t>::max();
  state.fields.front().heads.clear();
  state.deletes.front().time.millis = std::numeric_limits<std::int64_t>::min();
  state.fields.erase(state.fields.begin() + 1);
  bool whole = false;
  EXPECT_EQ(decoded(encoded(state), whole), state);
}

TEST(StateCodec, BytesAreAsDocumented) {
  Change first = change(1, 2).write(kAsk, text("hi")).add(kCount, 1);
  first.utcOffset = std::chrono::minutes{-1};
  Shelf shelf;
  shelf.take(first);
  const std::string id = "cc000000000000000000000000000001";
  const std::string epochs =
      "01"
      "0700000000000000";
  const std::string replicas =
      "01"
      "aa000000000000000000000000000001";
  const std::string persons =
      "01"
      "bb000000000000000000000000000001";
  const std::string number =
      "01"
      "00"
      "01";
  const std::string created =
      "00"
      "02"
      "00"
      "28"
      "00"
      "01";
  const std::string stamps =
      "01"
      "00"
      "02"
      "01"
      "00"
      "01"
      "00"
      "00"
      "00";
  const std::string ask =
      "02"
      "04"
      "00"
      "05026869";
  const std::string count =
      "06"
      "01"
      "01"
      "00"
      "02"
      "02"
      "01"
      "00"
      "01";
  EXPECT_EQ(toHex(encoded(shelf.state())), "01" + id +
                                               "01"
                                               "01" +
                                               epochs + replicas + persons + number + created +
                                               stamps + "02" + ask + count + "00");
}

TEST(StateCodec, HalfAStateIsRefusedWhereverItIsCut) {
  const Bytes bytes = encoded(richRecord());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(isRead(ByteView{bytes}.substr(0, size))) << size;
  }
  EXPECT_FALSE(isRead(bytes + '\0'));
}

TEST(StateCodec, AnotherFormatIsRefused) {
  Bytes bytes = encoded(richRecord());
  bytes.front() = 2;
  EXPECT_FALSE(isRead(bytes));
}

TEST(StateCodec, WhatIsUnsortedOrRepeatedIsRefused) {
  const auto refused = [](auto spoil) {
    RecordState state = richRecord();
    spoil(state);
    return !isRead(encoded(state));
  };
  EXPECT_TRUE(refused([](RecordState& s) { std::swap(s.fields[1], s.fields[2]); }));
  EXPECT_TRUE(refused([](RecordState& s) { s.fields.push_back(s.fields.back()); }));
  EXPECT_TRUE(refused([](RecordState& s) { std::swap(s.deletes[0], s.deletes[1]); }));
  EXPECT_TRUE(refused([](RecordState& s) {
    auto& heads = s.fieldOrNew(kUnion).heads;
    std::swap(heads[0], heads[1]);
  }));
  EXPECT_TRUE(refused([](RecordState& s) {
    auto& counts = s.fieldOrNew(kCount).counts;
    std::swap(counts[0], counts[1]);
  }));
  EXPECT_TRUE(refused(
      [](RecordState& s) { std::swap(s.deletes[0].unreadable[0], s.deletes[0].unreadable[1]); }));
  EXPECT_TRUE(refused(
      [](RecordState& s) { std::swap(s.deletes[0].formerly[0], s.deletes[0].formerly[1]); }));
}

TEST(StateCodec, AFieldThatHoldsNothingIsRefused) {
  RecordState state = richRecord();
  state.fieldOrNew(77);
  EXPECT_FALSE(isRead(encoded(state)));
}

TEST(StateCodec, FieldZeroHoldsCoverageOnly) {
  RecordState state = richRecord();
  state.fieldOrNew(kDeletedField).heads.push_back(state.field(kAsk)->heads.front());
  EXPECT_FALSE(isRead(encoded(state)));
}

TEST(StateCodec, MoreNumbersThanARecordBearsAreRefused) {
  Head head = richRecord().field(kAsk)->heads.front();
  constexpr std::size_t kMany = limits::kEpochsRemembered / 2;
  for (std::uint64_t epoch = 100; head.numbers.each().size() < kMany; ++epoch) {
    head.numbers.add({EpochId{epoch}, 1});
  }
  RecordState state = richRecord();
  FieldState& rows = state.fieldOrNew(kAppend);
  const std::size_t fit = limits::kNumbersPerRecord / kMany - 1;
  for (std::size_t i = 0; i < fit; ++i) {
    head.value = whole(static_cast<std::int64_t>(i));
    rows.heads.push_back(head);
  }
  EXPECT_TRUE(isRead(encoded(state)));
  for (std::size_t i = fit; i < fit + 3; ++i) {
    head.value = whole(static_cast<std::int64_t>(i));
    state.fieldOrNew(kAppend).heads.push_back(head);
  }
  EXPECT_FALSE(isRead(encoded(state)));
}

TEST(StateCodec, MoreHeadsThanAFieldHoldsAreRefused) {
  Head head = richRecord().field(kAsk)->heads.front();
  RecordState state = richRecord();
  for (std::size_t i = 0; i <= limits::kHeadsPerField; ++i) {
    head.value = whole(static_cast<std::int64_t>(i));
    state.fieldOrNew(kAppend).heads.push_back(head);
  }
  EXPECT_FALSE(isRead(encoded(state)));
  state.fieldOrNew(kAppend).heads.pop_back();
  EXPECT_TRUE(isRead(encoded(state)));
}

TEST(StateCodec, AnIdThatNothingRefersToIsRefused) {
  ByteWriter out;
  out.byte(1);
  out.uuid({});
  out.varint(0);
  out.varint(1);
  out.varint(1);
  out.fixed64(5);  // an epoch without a number
  out.varint(1);
  out.uuid({});
  out.varint(1);
  out.uuid({});
  out.byte(0);
  out.raw(Bytes(6, '\0'));
  out.raw(Bytes(3, '\0'));
  EXPECT_FALSE(isRead(out.bytes()));
}

TEST(StateHash, CoversIdTypeNumberHeadsCountsAndDeletes) {
  const auto moves = [](auto spoil) {
    RecordState state = richRecord();
    spoil(state);
    return hashed(state) != hashed(richRecord());
  };
  EXPECT_TRUE(moves([](RecordState& s) { s.id = record(2); }));
  EXPECT_TRUE(moves([](RecordState& s) { s.type = 2; }));
  EXPECT_TRUE(moves([](RecordState& s) { s.number = at(50); }));
  EXPECT_TRUE(moves([](RecordState& s) { s.fields[1].heads[0].dot.counter += 1; }));
  EXPECT_TRUE(moves([](RecordState& s) { s.fields[1].heads[0].numbers.add({EpochId{1}, 1}); }));
  EXPECT_TRUE(moves([](RecordState& s) { s.fields[1].heads[0].time.logical += 1; }));
  EXPECT_TRUE(moves([](RecordState& s) { s.fields[1].heads[0].value = text("x"); }));
  EXPECT_TRUE(moves([](RecordState& s) { s.fieldOrNew(kCount).counts[0].sum += 1; }));
  EXPECT_TRUE(moves([](RecordState& s) { s.deletes[0].unreadable.pop_back(); }));
  EXPECT_TRUE(moves([](RecordState& s) { s.deletes[0].author = Author::kServer; }));
}

TEST(StateHash, CoversNeitherCreatedNorPersonsNorTheForm) {
  RecordState state = richRecord();
  state.created = {};
  state.formVersion = 9;
  for (FieldState& field : state.fields) {
    for (Head& head : field.heads) head.person = person(77);
  }
  EXPECT_EQ(hashed(state), hashed(richRecord()));
}

// As richRecord, with rows of which something is wrong.
bool isReadWith(const std::function<void(RecordState&)>& spoil) {
  RecordState state = Shelf{}
                          .take(change(1, 1).write(1, kWhat, text("a")).write(2, kWhat, text("b")))
                          .take(change(2, 1).eraseRow(1, {kStaffCell}))
                          .state();
  EXPECT_TRUE(isRead(encoded(state)));
  spoil(state);
  return isRead(encoded(state));
}

TEST(StateCodec, RowsThatDoNotAscendAreRefused) {
  EXPECT_FALSE(isReadWith([](RecordState& s) {
    auto& rows = s.fieldOrNew(kRows).rows;
    std::swap(rows[0], rows[1]);
  }));
}

TEST(StateCodec, ARowWithoutAnythingIsRefusedAndOneWithDeletesAloneIsNot) {
  EXPECT_FALSE(isReadWith([](RecordState& s) { s.fieldOrNew(kRows).rowOrNew(row(3)); }));
  EXPECT_TRUE(isReadWith([](RecordState& s) {
    const auto deletes = s.fieldOrNew(kRows).rows.front().deletes;
    s.fieldOrNew(kRows).rowOrNew(row(3)).deletes = deletes;
  }));
}

TEST(StateCodec, ARowHoldsNoRows) {
  EXPECT_FALSE(isReadWith([](RecordState& s) {
    RowState& outer = s.fieldOrNew(kRows).rows.front();
    outer.fieldOrNew(kRows).rows.push_back(s.fieldOrNew(kRows).rows.back());
  }));
}

TEST(StateCodec, AFieldThatSaysThatRowsFollowHasSome) {
  const RecordState state = Shelf{}.take(change(1, 1).write(7, kWhat, text("a"))).state();
  Bytes bytes = encoded(state);
  const Uuid id = row(7).uuid;
  const std::size_t at = bytes.find(Bytes(id.bytes.begin(), id.bytes.end()));
  ASSERT_NE(at, Bytes::npos);
  ASSERT_EQ(bytes[at - 1], 1);
  bytes[at - 1] = 0;
  EXPECT_FALSE(isRead(bytes));
}

TEST(StateCodec, WhatIsWrongOnceIsReadNoFurther) {
  // Heads out of order before rows, and lists that go on after what is wrong in them.
  EXPECT_FALSE(isReadWith([](RecordState& s) {
    FieldState& rows = s.fieldOrNew(kRows);
    rows.heads = richRecord().field(kUnion)->heads;
    std::reverse(rows.heads.begin(), rows.heads.end());
  }));
  RecordState state = richRecord();
  state.deletes[0].unreadable = {7, 3, 9, 11};
  EXPECT_FALSE(isRead(encoded(state)));
  state = richRecord();
  state.deletes[0].formerly = {{replica(8), 4}, {replica(3), 9}, {replica(9), 1}, {replica(9), 2}};
  EXPECT_FALSE(isRead(encoded(state)));
}

TEST(StateCodec, MoreHeadsThanARecordHoldsAreRefused) {
  Head head = richRecord().field(kAsk)->heads.front();
  RecordState state = richRecord();
  for (FieldNumber field = 100; field < 105; ++field) {
    for (std::size_t i = 0; i < limits::kHeadsPerField; ++i) {
      head.value = whole(static_cast<std::int64_t>(i));
      state.fieldOrNew(field).heads.push_back(head);
    }
  }
  EXPECT_FALSE(isRead(encoded(state)));
}

}  // namespace
}  // namespace rapport
