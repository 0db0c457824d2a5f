#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "shared/merge/state_codec.h"
#include "shared/merge/value_codec.h"
#include "tests/shared/merge/any_value.h"
#include "tests/shared/merge/script.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

RC_GTEST_PROP(CodecLaw, EveryValueComesBack, ()) {
  const Value value = *anyValue();
  ByteWriter out;
  encodeValue(out, value);
  ByteReader in{out.bytes()};
  RC_ASSERT(decodeValue(in) == value);
  RC_ASSERT(in.finished());
}

RC_GTEST_PROP(CodecLaw, EqualValuesAreEqualBytesAndDifferentOnesDiffer, ()) {
  const Value one = *anyValue();
  const Value other = *anyValue();
  ByteWriter ofOne;
  encodeValue(ofOne, one);
  ByteWriter ofOther;
  encodeValue(ofOther, other);
  RC_ASSERT((one == other) == (ofOne.bytes() == ofOther.bytes()));
}

RC_GTEST_PROP(CodecLaw, DamagedValuesFailOrAreAnotherValuesOnlySpelling, ()) {
  ByteWriter out;
  encodeValue(out, *anyValue());
  const Bytes bytes = damaged(out.take());
  ByteReader in{bytes};
  const Value value = decodeValue(in);
  if (!in.finished()) return;
  ByteWriter again;
  encodeValue(again, value);
  RC_ASSERT(again.bytes() == bytes);
}

RC_GTEST_PROP(CodecLaw, EveryStateComesBack, (const Script& script)) {
  const RecordState state = played(placed(script));
  const Bytes bytes = encoded(state);
  ByteReader in{bytes};
  RC_ASSERT(decodeState(in) == state);
  RC_ASSERT(in.finished());
}

RC_GTEST_PROP(CodecLaw, DamagedStatesFailOrAreAnotherStatesOnlySpelling, (const Script& script)) {
  const Bytes bytes = damaged(encoded(played(placed(script))));
  ByteReader in{bytes};
  const RecordState state = decodeState(in);
  if (in.finished()) RC_ASSERT(encoded(state) == bytes);
}

RC_GTEST_PROP(CodecLaw, StatesHashAlikeOnlyIfTheSameStands,
              (const Script& script, const Script& otherScript)) {
  const RecordState one = played(placed(script));
  const RecordState other = played(placed(otherScript));
  if (hashed(one) == hashed(other)) RC_ASSERT(standing(one) == standing(other));
}

}  // namespace
}  // namespace rapport
