#include "shared/protocol/office_address.h"

#include <gtest/gtest.h>

#include "shared/base/limits.h"

namespace rapport {
namespace {

TEST(HostAndPort, AreReadAsTheyAreWritten) {
  for (const std::string_view text : {"127.0.0.1:0", "office:8443", "[::1]:443"}) {
    const auto read = parseHostPort(text);
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(hostAndPort(read->host, read->port), text);
  }
  for (const std::string_view text :
       {"", ":", ":1", "office", "::1:443", "[]:1", "office:", "a b:1"}) {
    EXPECT_FALSE(parseHostPort(text).ok()) << text;
  }
}

struct Typed {
  std::string text;
  HostPort meant;
};

TEST(OfficeAddress, IsReadAsPeopleTypeIt) {
  const std::vector<Typed> cases = {
      {"office.example.org", {"office.example.org", kUsualPort}},
      {" office.example.org:8443\n", {"office.example.org", 8443}},
      {"https://office.example.org", {"office.example.org", kUsualPort}},
      {"https://office.example.org:8443/devices?x=1", {"office.example.org", 8443}},
      {"192.0.2.7", {"192.0.2.7", kUsualPort}},
      {"192.0.2.7:1", {"192.0.2.7", 1}},
      {"2001:db8::7", {"2001:db8::7", kUsualPort}},
      {"[2001:db8::7]", {"2001:db8::7", kUsualPort}},
      {"[2001:db8::7]:8443", {"2001:db8::7", 8443}},
      {"[::1]:443", {"::1", 443}},
  };
  for (const Typed& typed : cases) {
    const auto read = parseOfficeAddress(typed.text);
    ASSERT_TRUE(read.ok()) << typed.text;
    EXPECT_EQ(*read, typed.meant) << typed.text;
  }
}

TEST(OfficeAddress, AnythingElseIsRefusedWithASentence) {
  const std::vector<std::string> broken = {"",
                                           "  ",
                                           "https://",
                                           ":8420",
                                           "office:",
                                           "office:0",
                                           "office:65536",
                                           "office:+43",
                                           "the office",
                                           "[::1",
                                           "[]",
                                           "office]",
                                           std::string(limits::kNameBytes + 1, 'x')};
  for (const std::string& text : broken) {
    const auto read = parseOfficeAddress(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_TRUE(read.error().message.ends_with('.')) << read.error().message;
  }
}

TEST(OfficeAddress, IsShownAsShortAsItCanBeTyped) {
  EXPECT_EQ(officeAddressText("office.example.org", kUsualPort), "office.example.org");
  for (const HostPort& address : std::vector<HostPort>{
           {"office.example.org", 443}, {"::1", kUsualPort}, {"::1", 443}, {"127.0.0.1", 9}}) {
    const auto read = parseOfficeAddress(officeAddressText(address.host, address.port));
    ASSERT_TRUE(read.ok()) << address.host;
    EXPECT_EQ(*read, address);
  }
}

}  // namespace
}  // namespace rapport
