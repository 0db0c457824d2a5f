#include "shared/protocol/enrol_link.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

const std::string kLink =
    "rapport://office.example.org:8443/"
    "enrol?programme=quillan&code=04WC2K7HXQ9M5T3RBN8VYZ1DEF&tls=1"
    "&pin=abc&pin=def";

EnrolLink example() {
  return {"office.example.org", 8443,          "quillan", "04WC2K7HXQ9M5T3RBN8VYZ1DEF",
          Transport::kTls,      {"abc", "def"}};
}

bool isLink(const std::string& text) { return parseEnrolLink(text).ok(); }

std::string with(std::string_view part, std::string_view other) {
  std::string link = kLink;
  link.replace(link.find(part), part.size(), other);
  return link;
}

TEST(EnrolLink, IsWrittenAndReadBack) {
  EXPECT_EQ(toText(example()), kLink);
  const auto read = parseEnrolLink(kLink);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(*read, example());
}

TEST(EnrolLink, MayBeCopiedWithSpacesAround) { EXPECT_TRUE(isLink(" \n" + kLink + "\r\n")); }

TEST(EnrolLink, BracketsStandAroundAnIpv6Address) {
  EnrolLink link = example();
  link.host = "2001:db8::7";
  EXPECT_NE(toText(link).find("//[2001:db8::7]:8443/"), std::string::npos);
  const auto read = parseEnrolLink(toText(link));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, link);
}

TEST(EnrolLink, PartsOfANewerServerArePassedOver) { EXPECT_TRUE(isLink(kLink + "&colour=blue")); }

TEST(EnrolLink, WithoutTlsItLeadsToThisMachineOnly) {
  const std::string plain = with("tls=1", "tls=0");
  EXPECT_FALSE(isLink(plain));
  for (const std::string_view host : {"127.0.0.1", "localhost", "[::1]", "127.9.9.9"}) {
    std::string local = plain;
    local.replace(local.find("office.example.org"), 18, host);
    EXPECT_TRUE(isLink(local)) << host;
  }
  std::string disguised = plain;
  disguised.replace(disguised.find("office.example.org"), 18, "127.0.0.1.example.org");
  EXPECT_FALSE(isLink(disguised));
}

TEST(EnrolLink, AnythingElseIsRefusedWithASentence) {
  const std::vector<std::string> broken = {
      "",
      "https://office.example.org/",
      "rapport://",
      "rapport://office.example.org:8443",
      with(":8443", ""),
      with(":8443", ":0"),
      with(":8443", ":65536"),
      with(":8443", ":+43"),
      with("/enrol", "/erase"),
      with("office.example.org", "office example org"),
      with("programme=quillan&", ""),
      with("programme=quillan", "programme="),
      with("programme=quillan", "programme=quillan%20"),
      with("code=", "kode="),
      with("tls=1", "tls=2"),
      with("tls=1&", ""),
      kLink + "&programme=quillan",
      kLink + "&code",
      kLink + "&pin=1&pin=2&pin=3",
      kLink + "&note=" + std::string(limits::kLinkBytes, 'x'),
  };
  for (const std::string& text : broken) {
    const auto read = parseEnrolLink(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_TRUE(read.error().message.ends_with('.')) << read.error().message;
  }
}

TEST(EnrolmentProof, TellsItsPartsApart) {
  const Bytes key(32, 'k');
  EXPECT_NE(enrolmentProof("AB", key, "C"), enrolmentProof("A", key, "BC"));
  EXPECT_NE(enrolmentWords(enrolmentProof("AB", key, "C")),
            enrolmentWords(enrolmentProof("AB", key, "D")));
}

}  // namespace
}  // namespace rapport
