#include "shared/crypto/uuid_v5.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(UuidV5, GivesTheStandardsExample) {
  // RFC 9562, appendix A.4: www.example.com in the name space of DNS.
  const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  EXPECT_EQ(makeUuidV5(dns, "www.example.com").toString(), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST(UuidV5, DependsOnNamespaceAndEveryByteOfTheName) {
  const Uuid dns = *Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  EXPECT_NE(makeUuidV5(dns, "a"), makeUuidV5(Uuid{}, "a"));
  EXPECT_NE(makeUuidV5(dns, std::string_view("a\0b", 3)), makeUuidV5(dns, "a"));
}

}  // namespace
}  // namespace rapport
