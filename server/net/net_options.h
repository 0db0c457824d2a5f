#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/limits.h"

namespace rapport {

// How long the other end may take. Tests ask for less.
struct NetTimeouts {
  std::chrono::milliseconds headers = limits::kHttpHeaders;
  std::chrono::milliseconds body = limits::kHttpBody;
  std::chrono::milliseconds idle = limits::kHttpIdle;
  std::chrono::milliseconds write = limits::kHttpWrite;
  std::chrono::milliseconds tlsHandshake = limits::kHandshake;
  std::chrono::milliseconds socketSilence = limits::kSilenceCloses;
  std::chrono::milliseconds stopping = limits::kStopping;
  std::chrono::milliseconds tickEvery = limits::kTickEvery;
};

struct TlsFiles {
  std::string certificate, key;  // PEM
};

struct NetOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;       // 0: any free one
  std::optional<TlsFiles> tls;  // nothing: plain, for loopback only
  std::string consoleFolder;    // the console's built files; empty: none
  NetTimeouts timeouts;
  std::size_t threads = 2;
  std::size_t connections = limits::kConnections;
};

}  // namespace rapport
