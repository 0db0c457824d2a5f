#include "server/net/metrics_port.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/net/running_server.h"

namespace rapport::testing {
namespace {

std::unique_ptr<MetricsPort> portWith(MetricsPortOptions options = {}) {
  return need(MetricsPort::open(options, [] { return std::string("tablets 3\n"); }));
}

TEST(MetricsPort, AnswersWithThePage) {
  const auto port = portWith();
  const Answer answer = get(port->port(), "/metrics");
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, "tablets 3\n");
  EXPECT_EQ(answer.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
}

TEST(MetricsPort, HasNothingElse) {
  const auto port = portWith();
  for (const char* target : {"/", "/healthz", "/metrics/", "/metrics?all", "/api/session"}) {
    EXPECT_EQ(get(port->port(), target).status, 404U) << target;
  }
  EXPECT_EQ(post(port->port(), "/metrics", "{}").status, 404U);
}

TEST(MetricsPort, ListensOnLoopbackAlone) {
  for (const char* host : {"0.0.0.0", "::", "192.0.2.7"}) {
    const auto opened = MetricsPort::open({host, 0, {}}, [] { return std::string(); });
    ASSERT_FALSE(opened) << host;
    EXPECT_EQ(opened.error().code, ErrorCode::kRefused) << host;
  }
}

TEST(MetricsPort, WhoSaysNothingHoldsNobodyUpForLong) {
  MetricsPortOptions options;
  options.patience = std::chrono::milliseconds{50};
  const auto port = portWith(options);
  RawLine silent(port->port());
  RawLine endless(port->port());
  endless.send("GET /metrics HTTP/1.1\r\nHost: ");
  EXPECT_EQ(get(port->port(), "/metrics").status, 200U);
  EXPECT_TRUE(silent.endsWithin(kPatience));
}

TEST(MetricsPort, APortThatIsTakenIsToldWithTheOptionThatChoosesAnother) {
  const auto port = portWith();
  const auto second =
      MetricsPort::open({"127.0.0.1", port->port(), {}}, [] { return std::string(); });
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(second.error().message, ::testing::HasSubstr("--metrics"));
}

// A proxy that passes TLS through makes everybody look like this machine.
TEST(MetricsPort, TheMainPortKnowsNoMetrics) {
  RunningServer server;
  const Answer metrics = get(server.port(), "/metrics");
  const Answer unknown = get(server.port(), "/nothing-of-this-name");
  EXPECT_EQ(metrics.status, unknown.status);
  EXPECT_EQ(metrics.body.size(), unknown.body.size());
  EXPECT_EQ(metrics.header("Content-Type"), unknown.header("Content-Type"));
}

}  // namespace
}  // namespace rapport::testing
