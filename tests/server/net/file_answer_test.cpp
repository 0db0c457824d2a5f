// Files that people attached, as a browser gets them: piece by piece, whole or in part.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "shared/crypto/sha256.h"
#include "tests/server/net/running_server.h"

namespace rapport::testing {
namespace {

// Longer than the pieces in which it is read and sent, and than what two sockets hold.
constexpr std::size_t kSizeBytes = 9'000'001;

Bytes someWords() {
  SeededRandom random(3);
  Bytes out;
  while (out.size() < kSizeBytes) out += "word " + std::to_string(random.next64()) + "\n";
  out.resize(kSizeBytes);
  return out;
}

class FileAnswer : public ::testing::Test {
 protected:
  FileAnswer() {
    desk().addUser("Noor", Role::kCoordinator, "river stones");
    const Answer in =
        post(server_.port(), "/api/sign-in", R"({"name":"noor","password":"river stones"})",
             "Origin: " + server_.origin() + "\r\n");
    const std::string cookie = in.header("Set-Cookie");
    token_ = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
    const Digest sha256 = sha256Of(content_);
    const std::string hash = toHex({reinterpret_cast<const char*>(sha256.data()), sha256.size()});
    const RecordId record =
        desk().addRecord("attachment", R"({"sha256": ")" + hash +
                                           R"(", "media_type": "text/plain", "size_bytes": )" +
                                           std::to_string(content_.size()) + "}");
    BlobPin pin;
    pin.attachment = record;
    pin.sha256 = sha256;
    pin.sizeBytes = content_.size();
    const auto blob =
        need(desk().stores->blobs().receive(kTestProgramme, pin.replica, sha256, pin.sizeBytes));
    need(blob->append(content_));
    need(blob->finish());
    need(desk().stores->ledger().pin(kTestProgramme, pin));
    target_ =
        std::string("/api/programmes/") + kTestProgramme + "/attachments/" + record.toString();
  }

  TestDesk& desk() { return server_.desk(); }
  Answer ask(const std::string& range = "") {
    return get(server_.port(), target_, token_ + (range.empty() ? "" : "Range: " + range + "\r\n"));
  }
  // Damages one byte of the sealed file.
  void damage(std::uintmax_t at) {
    for (const auto& each :
         std::filesystem::recursive_directory_iterator(desk().stores->folder() + "/blobs/whole")) {
      if (!each.is_regular_file()) continue;
      std::fstream file(each.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(at));
      file.put('~');
      file.seekp(static_cast<std::streamoff>(at + 1));
      file.put('~');
    }
  }

  const Bytes content_ = someWords();
  RunningServer server_;
  std::string token_, target_;
};

TEST_F(FileAnswer, ComesWholeByteForByte) {
  const Answer whole = ask();
  EXPECT_EQ(whole.status, 200U);
  EXPECT_EQ(whole.header("Accept-Ranges"), "bytes");
  EXPECT_EQ(whole.header("Content-Length"), std::to_string(kSizeBytes));
  EXPECT_EQ(whole.header("Content-Range"), "");
  EXPECT_TRUE(whole.body == content_);
}

TEST_F(FileAnswer, ComesInPartsWhereAPlayerAsksForThem) {
  const Answer part = ask("bytes=262000-4000000");
  EXPECT_EQ(part.status, 206U);
  EXPECT_EQ(part.header("Content-Range"), "bytes 262000-4000000/9000001");
  EXPECT_TRUE(part.body == content_.substr(262'000, 3'738'001));
  const Answer end = ask("bytes=-5");
  EXPECT_EQ(end.status, 206U);
  EXPECT_EQ(end.body, content_.substr(kSizeBytes - 5));
  const Answer beyond = ask("bytes=9000001-");
  EXPECT_EQ(beyond.status, 416U);
  EXPECT_EQ(beyond.header("Content-Range"), "bytes */9000001");
  EXPECT_EQ(ask("bytes=0-1,5-6").status, 200U) << "several parts at once: the whole";
}

TEST_F(FileAnswer, TheConnectionGoesOnBehindAFile) {
  RawLine line(server_.port());
  const std::string request =
      "GET " + target_ + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token_ + "Range: bytes=0-99\r\n\r\n";
  EXPECT_EQ(line.ask(request).body, content_.substr(0, 100));
  EXPECT_EQ(line.ask(request).body, content_.substr(0, 100));
}

// Nobody takes a torn file for a whole one.
TEST_F(FileAnswer, WhatIsDamagedIsToldOrEndsTheConnection) {
  damage(5'000'000);
  EXPECT_EQ(ask().status, 0U) << "fewer bytes than were announced";
  EXPECT_EQ(ask("bytes=0-99").status, 206U) << "another part of it is whole";
  damage(100);
  const Answer told = ask();
  EXPECT_EQ(told.status, 500U);
  EXPECT_EQ(told.header("Content-Type"), "application/json");
}

// Who goes away in the middle costs nothing further.
TEST_F(FileAnswer, WhoLeavesInTheMiddleIsForgotten) {
  for (int i = 0; i < 20; ++i) {
    RawLine line(server_.port());
    line.send("GET " + target_ + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + token_ + "\r\n");
  }
  EXPECT_TRUE(ask().body == content_);
}

}  // namespace
}  // namespace rapport::testing
