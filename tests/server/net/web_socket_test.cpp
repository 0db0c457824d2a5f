#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/protocol/frame_codec.h"
#include "tests/server/net/running_server.h"
#include "tests/server/net/socket_client.h"

namespace rapport::testing {
namespace {

class WebSocketTest : public ::testing::Test {
 protected:
  // Cookie and origin of somebody signed in.
  std::string visitor(const std::string& origin) {
    server_.desk().addUser("Noor", Role::kCoordinator, "river stones");
    const Answer in =
        post(server_.port(), "/api/sign-in", R"({"name":"noor","password":"river stones"})");
    const std::string cookie = in.header("Set-Cookie");
    return "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\nOrigin: " + origin + "\r\n";
  }

  std::string live() const { return std::string("/live?programme=") + kTestProgramme; }

  RunningServer server_;
};

TEST_F(WebSocketTest, TabletIsWelcomedAsSoonAsTheLineStands) {
  SocketClient tablet(server_.port(), "/sync");
  ASSERT_TRUE(tablet.open());
  const auto frame = tablet.receive();
  ASSERT_TRUE(frame);
  EXPECT_TRUE(std::holds_alternative<Welcome>(need(decodeFrame(*frame))));
}

TEST_F(WebSocketTest, GarbageFromATabletIsAnsweredWithARefusalAndTheEnd) {
  SocketClient tablet(server_.port(), "/sync");
  ASSERT_TRUE(tablet.receive());
  tablet.send("garbage");
  const auto refusal = tablet.receive();
  ASSERT_TRUE(refusal);
  EXPECT_TRUE(std::holds_alternative<Refusal>(need(decodeFrame(*refusal))));
  EXPECT_FALSE(tablet.receive());
}

TEST_F(WebSocketTest, FrameBeyondTheLimitEndsTheLine) {
  SocketClient tablet(server_.port(), "/sync");
  ASSERT_TRUE(tablet.receive());
  tablet.send(Bytes(limits::kFrameBytes + 1, 'x'));
  EXPECT_FALSE(tablet.receive());
}

TEST_F(WebSocketTest, WebPagesHaveNoBusinessWithTheTabletsLine) {
  const SocketClient page(server_.port(), "/sync", "Origin: " + server_.origin() + "\r\n");
  EXPECT_FALSE(page.open());
  EXPECT_EQ(page.status(), 403U);
}

TEST_F(WebSocketTest, OtherAddressesAreNoWebSockets) {
  const SocketClient lost(server_.port(), "/elsewhere");
  EXPECT_FALSE(lost.open());
  EXPECT_EQ(lost.status(), 404U);
}

TEST_F(WebSocketTest, PageIsToldTheNumberOfEachChange) {
  SocketClient page(server_.port(), live(), visitor(server_.origin()));
  ASSERT_TRUE(page.open());
  server_.desk().addRecord("note", R"({"text": "The bus stops at six"})");
  const auto told = page.receive();
  ASSERT_TRUE(told);
  const std::string number = nlohmann::json::parse(*told)["number"];
  server_.desk().read([&](ServerReader& reader) {
    const ProgrammeRow row = need(reader.programme());
    EXPECT_TRUE(number.ends_with(":" + std::to_string(row.lastNumber))) << number;
  });
}

TEST_F(WebSocketTest, LiveLineWantsSessionOriginAndProgramme) {
  const std::string good = visitor(server_.origin());
  const std::string cookie = good.substr(0, good.find("\r\n") + 2);
  const std::string origin = good.substr(good.find("\r\n") + 2);
  EXPECT_EQ(SocketClient(server_.port(), live(), origin).status(), 401U);
  EXPECT_EQ(SocketClient(server_.port(), live(), cookie).status(), 403U);
  EXPECT_EQ(
      SocketClient(server_.port(), live(), cookie + "Origin: http://evil.example\r\n").status(),
      403U);
  EXPECT_EQ(SocketClient(server_.port(), "/live?programme=elsewhere", good).status(), 403U);
  EXPECT_EQ(SocketClient(server_.port(), "/live", good).status(), 403U);
  EXPECT_TRUE(SocketClient(server_.port(), live(), good).open());
}

TEST_F(WebSocketTest, StopTellsTabletsWhyBeforeItCloses) {
  SocketClient tablet(server_.port(), "/sync");
  ASSERT_TRUE(tablet.receive());
  std::optional<Bytes> last;
  std::thread reading([&] {
    while (auto frame = tablet.receive()) last = std::move(frame);
  });
  server_.stop();
  reading.join();
  ASSERT_TRUE(last);
  EXPECT_EQ(std::get<Refusal>(need(decodeFrame(*last))).code, RefusalCode::kBusy);
}

TEST_F(WebSocketTest, WritesOfAnotherProcessAreNoticed) {
  SocketClient page(server_.port(), live(), visitor(server_.origin()));
  ASSERT_TRUE(page.open());
  ASSERT_TRUE(page.receive()) << "the first look tells where the programme stands";
  // As the command line would: past the server's own writer.
  need(server_.desk().stores->store().inTransaction(
      [](ServerStore::Transaction& transaction) -> Status {
        ServerWriter& programme = *need(transaction.programme(kTestProgramme));
        ProgrammeRow row = need(programme.programme());
        row.lastNumber = 77;
        return programme.putProgramme(row);
      }));
  const auto told = page.receive();
  ASSERT_TRUE(told);
  EXPECT_NE(told->find(":77"), std::string::npos) << *told;
}

}  // namespace
}  // namespace rapport::testing
