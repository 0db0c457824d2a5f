#include "shared/base/result.h"

#include <memory>

#include <gtest/gtest.h>

namespace rapport {
namespace {

Result<int> half(int number) {
  if (number % 2 == 0) return number / 2;
  return Error{ErrorCode::kInvalid, "The number is odd."};
}

TEST(Result, HoldsAValue) {
  const auto result = half(4);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(*result, 2);
}

TEST(Result, HoldsAnErrorWithCodeAndSentence) {
  const auto result = half(3);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(result.error().message, "The number is odd.");
}

TEST(Result, GivesUpWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 5);
}

TEST(Status, IsSuccessUntilGivenAnError) {
  Status status;
  EXPECT_TRUE(status.ok());
  status = Error{ErrorCode::kStorageFull, "No space is left."};
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kStorageFull);
}

}  // namespace
}  // namespace rapport
