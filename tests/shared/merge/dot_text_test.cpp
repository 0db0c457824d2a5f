#include "shared/merge/dot_text.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

constexpr char kReplica[] = "01930000-0000-7000-8000-00000000d001";

TEST(DotText, ReadsWhatItWrote) {
  const Dot dot{ReplicaId{*Uuid::parse(kReplica)}, UINT64_MAX};
  EXPECT_EQ(dotText(dot), std::string(kReplica) + ":18446744073709551615");
  EXPECT_EQ(parseDot(dotText(dot)), dot);
}

TEST(DotText, ReadsNothingElse) {
  const std::string replica = kReplica;
  for (const std::string& strange :
       {std::string(), std::string(":"), replica, replica + ":", std::string(":7"), replica + ":-1",
        replica + ":7 ", replica + ": 7", replica + ":7:7", replica + ":18446744073709551616",
        replica.substr(1) + ":7"}) {
    EXPECT_FALSE(parseDot(strange)) << strange;
  }
}

}  // namespace
}  // namespace rapport
