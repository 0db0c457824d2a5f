#include "shared/model/sealing.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "shared/model/catalogue.h"

namespace rapport {
namespace {

class SealingTest : public ::testing::Test {
 protected:
  SealingTest() : type_(*catalogue_.type("feedback")) {}
  FieldDeclaration& field(std::string_view name) {
    return *std::ranges::find(type_.fields, name, &FieldDeclaration::name);
  }
  void expectRefused(const std::string& place, const std::string& reason) {
    const SealingComplaint complaint = sealingComplaint(type_);
    EXPECT_EQ(complaint.field, place);
    EXPECT_NE(complaint.reason.find(reason), std::string::npos) << complaint.reason;
  }

  const Catalogue catalogue_ = *Catalogue::load(builtInDeclarations());
  RecordType type_;
};

TEST_F(SealingTest, FeedbackHasAPlaceForIt) {
  const auto sealing = sealingOf(type_);
  ASSERT_TRUE(sealing);
  EXPECT_EQ(sealing->bodies->name, "sealed");
  EXPECT_EQ(sealing->keys->name, "sealed_keys");
  EXPECT_TRUE(sealingComplaint(type_).reason.empty());
}

TEST_F(SealingTest, WordsGoIntoTheBodyAndWhatPassesTheRecordOnStays) {
  std::set<std::string> words;
  for (const FieldDeclaration& each : type_.fields) {
    if (isSealedText(each)) words.insert(each.name);
  }
  EXPECT_EQ(words, (std::set<std::string>{"text", "summary", "assignee"}));
}

TEST_F(SealingTest, OtherTypesAreSealedByPermissionAlone) {
  for (const RecordType& type : catalogue_.types()) {
    EXPECT_EQ(sealingOf(type).has_value(), type.name == "feedback") << type.name;
    EXPECT_TRUE(sealingComplaint(type).reason.empty()) << type.name;
  }
  type_.sealedWhen.reset();
  EXPECT_FALSE(sealingOf(type_));
  expectRefused("", "go together");
}

TEST_F(SealingTest, BodiesWithoutTheirKeysAreRefused) {
  field("sealed_keys").cells.front().spelling.reset();
  EXPECT_FALSE(sealingOf(type_));
  expectRefused("", "go together");
}

TEST_F(SealingTest, WhatIsSealedIsOfTheHighestClass) {
  field("sealed").sensitivity = Sensitivity::kSpecial;
  expectRefused("sealed", "class 4");
}

TEST_F(SealingTest, NothingThatHoldsWordsStaysOpenBeside) {
  for (const FieldKind kind : {FieldKind::kPlace, FieldKind::kRow}) {
    field("language").kind = kind;
    expectRefused("language", "would stay readable");
  }
  field("language").kind = FieldKind::kText;
  field("language").rule = MergeRule::kUnion;
  expectRefused("language", "would stay readable");
}

}  // namespace
}  // namespace rapport
