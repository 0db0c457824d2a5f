#include "shared/model/bounded_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

using testing::HasSubstr;

constexpr std::size_t kLimit = 10'000;

std::string refusal(ByteView text) {
  const auto parsed = parseBoundedJson(text, kLimit);
  return parsed ? "accepted" : parsed.error().message;
}

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

TEST(BoundedJson, ReadsOrdinaryJson) {
  const auto parsed = parseBoundedJson(R"({"a": [1, -2, 2.5, true, null, "ñ \u00e9"]})", kLimit);
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  EXPECT_EQ((*parsed)["a"][5], "ñ é");
  EXPECT_EQ((*parsed)["a"][2], 2.5);
}

TEST(BoundedJson, RefusesWhatIsTooLargeBeforeReadingIt) {
  const auto parsed = parseBoundedJson("[1,2]", 4);
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::kTooLarge);
  EXPECT_TRUE(parseBoundedJson("[1,2]", 5).ok());
}

TEST(BoundedJson, RefusesDeepNesting) {
  EXPECT_EQ(refusal(nested(limits::kJsonDepth)), "accepted");
  EXPECT_THAT(refusal(nested(limits::kJsonDepth + 1)), HasSubstr("deeper than 16 levels"));
  EXPECT_THAT(refusal(std::string(kLimit, '[')), HasSubstr("deeper"));
}

TEST(BoundedJson, CountsDepthAndNotLength) {
  EXPECT_EQ(refusal("[[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],{}]"), "accepted");
}

TEST(BoundedJson, RefusesAKeyTwiceInOneObjectOnly) {
  EXPECT_THAT(refusal(R"({"a": 1, "b": {"a": 2}, "a": 3})"), HasSubstr("\"a\" stands twice"));
  EXPECT_THAT(refusal(R"({"a": 1, "\u0061": 2})"), HasSubstr("\"a\" stands twice"));
  EXPECT_EQ(refusal(R"([{"a": 1}, {"a": 2}])"), "accepted");
}

TEST(BoundedJson, RefusesWholeNumbersThatOthersWouldRound) {
  EXPECT_EQ(refusal("[9007199254740992, -9007199254740992]"), "accepted");
  for (const char* text : {"9007199254740993", "-9007199254740993", "18446744073709551615",
                           "123456789012345678901234567890", "-123456789012345678901234567890"}) {
    EXPECT_THAT(refusal(text), HasSubstr("larger than 2^53")) << text;
  }
}

TEST(BoundedJson, RefusesNumbersThatAreNotFinite) {
  for (const char* text : {"NaN", "Infinity", "-Infinity", "1e999", "[1e400]"}) {
    EXPECT_NE(refusal(text), "accepted") << text;
  }
}

TEST(BoundedJson, RefusesTextThatIsNone) {
  EXPECT_EQ(refusal("\"\xC3(\""), "it is not UTF-8 text");
  EXPECT_EQ(refusal("\"\xED\xA0\x80\""), "it is not UTF-8 text");
  EXPECT_NE(refusal(R"("\ud800")"), "accepted");
  EXPECT_THAT(refusal(R"(["a\u0000b"])"), HasSubstr("NUL"));
  EXPECT_THAT(refusal(R"({"a\u0000b": 1})"), HasSubstr("NUL"));
  EXPECT_NE(refusal(ByteView("[1]\0", 4)), "accepted");
}

TEST(BoundedJson, SaysWhereTheSyntaxBreaks) {
  EXPECT_EQ(refusal("{\n \"a\": 1,\n}"), "line 3, column 1: this is not JSON near \"1,<U+000A>}\"");
  for (const char* text :
       {"", " ", "{", "[1,]", "[1] 2", "{'a': 1}", "// note\n1", "tru", "+1", "01", "1."}) {
    EXPECT_THAT(refusal(text), HasSubstr("not JSON")) << text;
  }
}

TEST(BoundedJson, TakesNoByteOrderMark) { EXPECT_NE(refusal("\xEF\xBB\xBF[1]"), "accepted"); }

TEST(BoundedJson, NeverThrowsAndAgreesWithItself) {
  const auto piece = rc::gen::element<std::string>("{", "}", "[", "]", ",", ":", "\"a\"", "1",
                                                   "-2.5", "null", " ", "\\");
  EXPECT_TRUE(rc::check("any pieces", [&] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    std::string text;
    for (const std::string& part : pieces) text += part;
    const auto parsed = parseBoundedJson(text, kLimit);
    if (parsed) RC_ASSERT(parseBoundedJson(parsed->dump(), kLimit).ok());
  }));
}

}  // namespace
}  // namespace rapport
