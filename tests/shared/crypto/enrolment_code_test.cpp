#include "shared/crypto/enrolment_code.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "shared/crypto/words.h"
#include "tests/shared/crypto/hex.h"

namespace rapport {
namespace {

EnrolmentCode codeOf(std::string_view hex) {
  EnrolmentCode code;
  const Bytes bytes = testing::fromHex(hex);
  std::copy(bytes.begin(), bytes.end(), code.bytes.begin());
  return code;
}

TEST(EnrolmentCode, IsWrittenIn26Signs) {
  EXPECT_EQ(codeOf("00000000000000000000000000000000").toString(), "00000000000000000000000000");
  EXPECT_EQ(codeOf("00000000000000000000000000000001").toString(), "00000000000000000000000001");
  EXPECT_EQ(codeOf("ffffffffffffffffffffffffffffffff").toString(), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  // The example of the ULID specification, which writes 128 bits in the same way.
  EXPECT_EQ(codeOf("01563e3ab5d3d6764c61efb99302bd5b").toString(), "01ARZ3NDEKTSV4RRFFQ69G5FAV");
}

TEST(EnrolmentCode, ComesBackFromEverySpelling) {
  SeededRandom random(8);
  for (int i = 0; i < 1000; ++i) {
    const EnrolmentCode code = EnrolmentCode::generate(random);
    std::string typed = code.toDisplay();
    EXPECT_EQ(EnrolmentCode::parse(typed), code);
    EXPECT_EQ(EnrolmentCode::parse(code.toString()), code);
    for (char& c : typed) {
      if (c == '0') c = i % 2 == 0 ? 'o' : 'O';
      if (c == '1') c = i % 2 == 0 ? 'l' : 'I';
      if (c == '-') c = ' ';
      if (i % 3 == 0) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    EXPECT_EQ(EnrolmentCode::parse("  " + typed + "\n"), code) << typed;
  }
}

TEST(EnrolmentCode, IsShownInGroupsThatNoSignStandsAloneIn) {
  EXPECT_EQ(codeOf("ffffffffffffffffffffffffffffffff").toDisplay(),
            "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ");
}

TEST(EnrolmentCode, OtherTextIsNoCode) {
  for (const char* typed : {"", "7ZZZZZZZZZZZZZZZZZZZZZZZZ", "7ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
                            "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "UZZZZZZZZZZZZZZZZZZZZZZZZZ",
                            "7ZZZZZZZZZZZZZZZZZZZZZZZZ!", "7ZZZZZZZZZZZZZZZZZZZZZZZZ\xc3"}) {
    EXPECT_FALSE(EnrolmentCode::parse(typed).has_value()) << typed;
  }
}

TEST(ConfirmationWords, AreOneForEachByteAndAllDistinct) {
  const auto words = confirmationWords(std::string_view("\x00\x01\xff more", 8));
  EXPECT_EQ(words[0], kWords[0]);
  EXPECT_EQ(words[1], kWords[1]);
  EXPECT_EQ(words[2], kWords[255]);
  EXPECT_EQ(std::set<std::string_view>(kWords.begin(), kWords.end()).size(), 256U);
  for (const std::string_view word : kWords) {
    EXPECT_GE(word.size(), 3U) << word;
    EXPECT_LE(word.size(), 9U) << word;
    EXPECT_TRUE(std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
  }
}

}  // namespace
}  // namespace rapport
