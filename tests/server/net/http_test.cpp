#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/protocol/http_date.h"
#include "tests/server/net/running_server.h"

namespace rapport::testing {
namespace {

using namespace std::chrono_literals;

class HttpTest : public ::testing::Test {
 protected:
  std::uint16_t port() { return server_.port(); }

  // What follows "GET / HTTP/1.1"; answers the status, and expects the connection to end with it.
  unsigned refused(const std::string& request) {
    RawLine line(port());
    const Answer answer = line.ask(request);
    EXPECT_TRUE(line.endsWithin(kPatience)) << request.substr(0, 200);
    return answer.status;
  }

  RunningServer server_;
};

TEST_F(HttpTest, HealthIsAnsweredToAnybody) {
  const Answer answer = get(port(), "/healthz");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, R"({"status":"ok"})");
  EXPECT_TRUE(parseHttpDate(answer.header("Date"))) << answer.head;
}

TEST_F(HttpTest, ConnectionTakesOneRequestAfterAnother) {
  RawLine line(port());
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(line.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200U);
  }
  const std::string both = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  EXPECT_EQ(line.ask(both + both).status, 200U);
  EXPECT_EQ(line.read().status, 200U) << "two at once are answered in turn";
  EXPECT_EQ(line.ask("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").status, 200U);
  EXPECT_TRUE(line.endsWithin(kPatience));
}

TEST_F(HttpTest, PageCarriesAFreshNonceAndAStrictPolicy) {
  const Answer first = get(port(), "/");
  const Answer second = get(port(), "/records/partner");
  EXPECT_EQ(first.status, 200U);
  EXPECT_EQ(second.status, 200U) << "the console routes its own addresses";
  EXPECT_NE(first.body, second.body);
  const std::size_t from = first.body.find('"') + 1;
  const std::string nonce = first.body.substr(from, first.body.find('"', from) - from);
  const std::string policy = first.header("Content-Security-Policy");
  EXPECT_NE(policy.find("'nonce-" + nonce + "'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  for (const char* part :
       {"default-src 'none';", "script-src 'self';", "frame-ancestors 'none';", "base-uri 'none';",
        "form-action 'none';", "require-trusted-types-for 'script'; trusted-types default"}) {
    EXPECT_NE(policy.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(first.header("Referrer-Policy"), "no-referrer");
  EXPECT_NE(first.header("Permissions-Policy").find("camera=()"), std::string::npos);
  EXPECT_EQ(first.header("Cache-Control"), "no-store");
  EXPECT_EQ(first.header("X-Content-Type-Options"), "nosniff");
}

TEST_F(HttpTest, HashedFilesAreKeptForEverAndOthersAreAskedFor) {
  const Answer script = get(port(), "/assets/console-abc.js");
  EXPECT_EQ(script.body, "start();");
  EXPECT_EQ(script.header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_NE(script.header("Cache-Control").find("immutable"), std::string::npos);
  const Answer icon = get(port(), "/favicon.svg");
  EXPECT_EQ(icon.header("Cache-Control"), "no-cache");
  const Answer again =
      get(port(), "/favicon.svg", "If-None-Match: " + icon.header("ETag") + "\r\n");
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(get(port(), "/assets/console-old.js").status, 404U);
}

TEST_F(HttpTest, NoPathLeadsOutOfTheConsolesFolder) {
  for (const char* path : {"/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt",
                           "/..%2fsecret.txt", "/assets/..%5c..%5csecret.txt", "//secret.txt",
                           "/./../secret.txt", "/assets//../secret.txt"}) {
    const Answer answer = get(port(), path);
    EXPECT_EQ(answer.body.find("outside"), std::string::npos) << path;
    EXPECT_NE(answer.status, 500U) << path;
  }
}

TEST_F(HttpTest, HeadHasTheHeadersAndNoBody) {
  RawLine line(port());
  line.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(line.endsWithin(kPatience));
}

TEST_F(HttpTest, TwoWaysToTellALengthAreRefused) {
  EXPECT_EQ(refused("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                    "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            400U);
  EXPECT_EQ(refused("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                    "Content-Length: 5\r\n\r\nabcd"),
            400U);
  EXPECT_EQ(
      refused("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
              "0\r\n\r\n"),
      501U);
}

TEST_F(HttpTest, HeadersThatMatterStandOnce) {
  for (const char* name :
       {"Host", "Content-Type", "Origin", "Cookie", "X-Rapport-CSRF", "Upgrade"}) {
    EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\n" + std::string(name) + ": a\r\n" + name +
                      ": b\r\n\r\n"),
              400U)
        << name;
  }
}

TEST_F(HttpTest, WhatIsNotOurHttpIsRefused) {
  EXPECT_EQ(refused("GET / HTTP/1.1\r\n\r\n"), 400U) << "no host";
  EXPECT_EQ(refused("GET / HTTP/1.0\r\nHost: x\r\n\r\n"), 505U);
  EXPECT_EQ(refused("DELETE /api/session HTTP/1.1\r\nHost: x\r\n\r\n"), 405U);
  EXPECT_EQ(refused("GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n"), 400U);
  EXPECT_EQ(refused("GET /a\\b HTTP/1.1\r\nHost: x\r\n\r\n"), 400U);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"), 400U);
  EXPECT_EQ(refused("\x16\x03\x01 hello"), 400U) << "TLS on the plain port";
}

TEST_F(HttpTest, WhatIsTooLongIsRefused) {
  EXPECT_EQ(refused("GET /" + std::string(limits::kHttpTargetBytes, 'a') +
                    " HTTP/1.1\r\nHost: x\r\n\r\n"),
            414U);
  EXPECT_EQ(refused("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " +
                    std::string(limits::kHttpHeaderBytes, 'a') + "\r\n\r\n"),
            431U);
  EXPECT_EQ(refused("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                    std::to_string(limits::kHttpBodyBytes + 1) + "\r\n\r\n"),
            413U);
}

TEST_F(HttpTest, ApiIsReachedWithCookieCsrfAndOrigin) {
  server_.desk().addUser("Noor", Role::kCoordinator, "river stones");
  const std::string from = "Origin: " + server_.origin() + "\r\n";
  const Answer in =
      post(port(), "/api/sign-in", R"({"name":"noor","password":"river stones"})", from);
  ASSERT_EQ(in.status, 200U) << in.body;
  const std::string cookie = in.header("Set-Cookie");
  const std::string token = "Cookie: " + cookie.substr(0, cookie.find(';')) + "\r\n";
  const std::string csrf =
      "X-Rapport-CSRF: " + nlohmann::json::parse(in.body)["csrf"].get<std::string>() + "\r\n";
  EXPECT_EQ(get(port(), "/api/session", token).status, 200U);
  EXPECT_EQ(get(port(), "/api/session").status, 401U);
  EXPECT_EQ(post(port(), "/api/sign-out", "{}", token + from).status, 403U) << "no CSRF token";
  EXPECT_EQ(
      post(port(), "/api/sign-out", "{}", token + csrf + "Origin: http://evil.example\r\n").status,
      403U);
  EXPECT_EQ(post(port(), "/api/sign-out", "{}", token + csrf + from).status, 200U);
  EXPECT_EQ(get(port(), "/api/session", token).status, 401U);
}

TEST(HttpTimes, SlowHeadersBodiesAndIdleConnectionsEnd) {
  NetOptions options;
  options.timeouts.headers = 150ms;
  options.timeouts.body = 150ms;
  options.timeouts.idle = 150ms;
  RunningServer server(options);
  RawLine silent(server.port()), slowHeader(server.port()), slowBody(server.port()),
      idle(server.port());
  slowHeader.send("GET / HTTP/1.1\r\nHost: x\r\nX-Drip: ");
  slowBody.send("POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
  EXPECT_EQ(idle.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200U);
  EXPECT_TRUE(silent.endsWithin(kPatience));
  EXPECT_TRUE(slowHeader.endsWithin(kPatience));
  EXPECT_TRUE(slowBody.endsWithin(kPatience));
  EXPECT_TRUE(idle.endsWithin(kPatience));
}

TEST(HttpTimes, DrippingHeadersGainNoTime) {
  NetOptions options;
  options.timeouts.headers = 300ms;
  RunningServer server(options);
  RawLine line(server.port());
  ASSERT_TRUE(line.send("GET / HTTP/1.1\r\nHost: x\r\nX-Drip: "));
  const auto began = std::chrono::steady_clock::now();
  while (!line.endsWithin(20ms) && line.send("a")) {
    ASSERT_LT(std::chrono::steady_clock::now() - began, kPatience);
  }
}

TEST(HttpLimits, ConnectionsBeyondTheLimitAreClosedAndRoomComesBack) {
  NetOptions options;
  options.connections = 3;
  RunningServer server(options);
  const std::string ask = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  auto first = std::make_unique<RawLine>(server.port());
  RawLine second(server.port()), third(server.port());
  EXPECT_EQ(first->ask(ask).status, 200U);
  EXPECT_EQ(second.ask(ask).status, 200U);
  EXPECT_EQ(third.ask(ask).status, 200U);
  EXPECT_TRUE(RawLine(server.port()).endsWithin(kPatience));
  first.reset();
  unsigned status = 0;
  for (int i = 0; i < 1000 && status != 200; ++i) status = RawLine(server.port()).ask(ask).status;
  EXPECT_EQ(status, 200U);
}

TEST(NetServer, RefusesToServePlainlyBeyondThisMachine) {
  NetOptions options;
  options.host = "0.0.0.0";
  EXPECT_EQ(NetServer::open(options).error().code, ErrorCode::kRefused);
  options.host = "nowhere.example";
  EXPECT_EQ(NetServer::open(options).error().code, ErrorCode::kInvalid);
}

TEST(NetServer, TakenPortIsToldPlainly) {
  RunningServer server;
  NetOptions options;
  options.port = server.port();
  const auto second = NetServer::open(options);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
}

TEST(NetServer, StopEndsOpenConnectionsSoon) {
  RunningServer server;
  RawLine idle(server.port());
  EXPECT_EQ(idle.ask("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").status, 200U);
  server.stop();
}

}  // namespace
}  // namespace rapport::testing
