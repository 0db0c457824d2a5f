#include "shared/model/language_tag.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(LanguageTag, WhatLooksLikeOneIsTaken) {
  for (const char* tag : {"en", "es-MX", "ar", "zh-Hant", "mix", "zh-Hant-TW", "de-1996"}) {
    EXPECT_TRUE(isLanguageTag(tag)) << tag;
  }
}

TEST(LanguageTag, WordsAndFragmentsAreNot) {
  for (const char* text :
       {"", "e", "en-", "-en", "en--US", "en_US", "español", "Mixteco bajo", "e1", "undetermined",
        "en-toolongsubtag", "en-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"}) {
    EXPECT_FALSE(isLanguageTag(text)) << text;
  }
}

}  // namespace
}  // namespace rapport
