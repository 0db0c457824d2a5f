#pragma once

#include <string>

#include "server/app/meters.h"
#include "shared/base/clock.h"

namespace rapport {

// The server's meters, its database's size and the process itself, in Prometheus' text format.
class MetricsPage {
 public:
  // The meters outlive the page.
  MetricsPage(const Meters& meters, std::string databasePath, WallTime startedAt);

  std::string text() const;

 private:
  const Meters& meters_;
  const std::string databasePath_;
  const WallTime startedAt_;
};

}  // namespace rapport
