#include "shared/base/utf8.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(Utf8, TextOfAllOurLanguagesIsText) {
  for (const char* text :
       {"", "plain", "niñez", "اللغة العربية", "𝄞", "\xF4\x8F\xBF\xBF", "\xEF\xBF\xBD"}) {
    EXPECT_TRUE(isText(text)) << text;
  }
}

TEST(Utf8, BrokenSequencesAreNot) {
  for (const char* bytes :
       {"\x80", "\xC3", "\xC3(", "\xE2\x82", "\xF0\x9D\x84", "a\xFF", "\xC3\xB1\xB1"}) {
    EXPECT_FALSE(isText(bytes)) << bytes;
  }
}

TEST(Utf8, OverlongSpellingsAreNot) {
  for (const char* bytes : {"\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF"})
    EXPECT_FALSE(isText(bytes));
}

TEST(Utf8, SurrogatesAndBeyondUnicodeAreNot) {
  EXPECT_FALSE(isText("\xED\xA0\x80"));
  EXPECT_FALSE(isText("\xED\xBF\xBF"));
  EXPECT_FALSE(isText("\xF4\x90\x80\x80"));
  EXPECT_FALSE(isText("\xF8\x88\x80\x80\x80"));
}

TEST(Utf8, NulIsNot) {
  EXPECT_FALSE(isText(ByteView("a\0b", 3)));
  EXPECT_FALSE(isText(ByteView("\0", 1)));
  EXPECT_FALSE(isText("\xC0\x80"));
}

}  // namespace
}  // namespace rapport
