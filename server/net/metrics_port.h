#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "shared/base/limits.h"
#include "shared/base/result.h"

namespace rapport {

struct MetricsPortOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;                                     // 0: any free one
  std::chrono::milliseconds patience = limits::kHttpHeaders;  // with one request, all in all
};

// A port of its own for the office's monitoring: GET /metrics in plain HTTP, on loopback alone, and
// 404 for all else. It is a port of its own because the other one cannot tell who is asking: a
// proxy that passes the bytes of TLS through (server/OPERATING.md) makes the whole world look like
// this machine, and adds no header. Its thread is its own too: it answers while the server is too
// busy to. One request a connection, one connection at a time.
class MetricsPort {
 public:
  // `page` is called on the port's thread. kRefused: not a loopback address. kInvalid,
  // kUnavailable: as listenOn.
  static Result<std::unique_ptr<MetricsPort>> open(const MetricsPortOptions& options,
                                                   std::function<std::string()> page);
  ~MetricsPort();

  std::uint16_t port() const;

 private:
  struct Parts;
  explicit MetricsPort(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace rapport
