#include "server/commands/metrics_page.h"

#include <filesystem>
#include <sstream>
#include <utility>
#include <vector>

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include "server/commands/process_usage.h"

namespace rapport {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr double kMicrosecond = 1e-6;

struct Labelled {
  const char* value;
  double number;
};

class Families {
 public:
  void counter(const char* name, const char* help, double value) {
    add(name, help, MetricType::Counter).push_back(number(MetricType::Counter, value));
  }
  void gauge(const char* name, const char* help, double value) {
    add(name, help, MetricType::Gauge).push_back(number(MetricType::Gauge, value));
  }
  void labelled(MetricType type, const char* name, const char* help, const char* label,
                const std::vector<Labelled>& values) {
    auto& metrics = add(name, help, type);
    for (const Labelled& each : values) {
      metrics.push_back(number(type, each.number));
      metrics.back().label = {{label, each.value}};
    }
  }
  void spread(const char* name, const char* help,
              const std::vector<std::pair<const char*, const Spread*>>& spreads, double unit) {
    auto& metrics = add(name, help, MetricType::Histogram);
    for (const auto& [pool, spread] : spreads) {
      metrics.push_back(histogram(*spread, unit));
      if (pool != nullptr) metrics.back().label = {{"pool", pool}};
    }
  }
  std::string text() const {
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families_);
    return out.str();
  }

 private:
  std::vector<ClientMetric>& add(const char* name, const char* help, MetricType type) {
    return families_.emplace_back(MetricFamily{name, help, type, {}}).metric;
  }
  static ClientMetric number(MetricType type, double value) {
    ClientMetric metric;
    (type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
    return metric;
  }
  static ClientMetric histogram(const Spread& spread, double unit) {
    ClientMetric metric;
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < spread.bounds().size(); ++i) {
      count += spread.at(i);
      metric.histogram.bucket.push_back({count, static_cast<double>(spread.bounds()[i]) * unit});
    }
    // The serializer writes the last bucket, +Inf, from the count.
    metric.histogram.sample_count = count + spread.at(spread.bounds().size());
    metric.histogram.sample_sum = static_cast<double>(spread.sum()) * unit;
    return metric;
  }

  std::vector<MetricFamily> families_;
};

double of(const Counter& counter) { return static_cast<double>(counter.value()); }
double of(const Gauge& gauge) { return static_cast<double>(gauge.value()); }

void addTablets(Families& out, const Meters& meters) {
  out.gauge("rapport_tablets_connected", "Tablets with an open line", of(meters.tablets));
  out.labelled(MetricType::Counter, "rapport_changes_total",
               "Changes of tablets, judged for the first time", "verdict",
               {{"applied", of(meters.changesApplied)},
                {"refused", of(meters.changesRefused)},
                {"quarantined", of(meters.changesQuarantined)}});
  out.labelled(MetricType::Counter, "rapport_frames_total",
               "Frames from (up) and to (down) tablets", "direction",
               {{"up", of(meters.framesUp)}, {"down", of(meters.framesDown)}});
  out.labelled(MetricType::Counter, "rapport_frame_bytes_total",
               "Bytes of these frames as they travel, without WebSocket's and TLS's own",
               "direction", {{"up", of(meters.bytesUp)}, {"down", of(meters.bytesDown)}});
}

void addConsole(Families& out, const Meters& meters) {
  out.gauge("rapport_console_lines_open", "Pages of the console that follow a programme",
            of(meters.consoleLines));
  out.labelled(MetricType::Counter, "rapport_sign_ins_refused_total",
               "Sign-ins at the console that were not let in", "reason",
               {{"wrong", of(meters.signInsWrong)}, {"too_many", of(meters.signInsHeldBack)}});
  const auto& http = meters.httpByStatusClass;
  out.labelled(MetricType::Counter, "rapport_http_answers_total",
               "HTTP answers by class of status; 1xx: a WebSocket began", "class",
               {{"1xx", of(http[1])},
                {"2xx", of(http[2])},
                {"3xx", of(http[3])},
                {"4xx", of(http[4])},
                {"5xx", of(http[5])}});
}

void addWriting(Families& out, const Meters& meters) {
  out.gauge("rapport_writer_queue_jobs", "Jobs that wait for the one writer",
            of(meters.writerQueue));
  out.counter("rapport_commits_failed_total", "Commits that the disk or the database refused",
              of(meters.commitsFailed));
  out.spread("rapport_commit_seconds", "A commit, from its first job to the disk's word",
             {{nullptr, &meters.commits}}, kMicrosecond);
  out.spread("rapport_commit_changes", "Changes in one commit",
             {{nullptr, &meters.changesPerCommit}}, 1);
}

void addPools(Families& out, const Meters& meters) {
  out.labelled(MetricType::Gauge, "rapport_pool_waiting_tasks",
               "Reads and requests that no thread has begun", "pool",
               {{"tablets", of(meters.tabletReads.waiting)},
                {"requests", of(meters.apiRequests.waiting)},
                {"sign_ins", of(meters.signIns.waiting)},
                {"blobs", of(meters.blobs.waiting)}});
  out.spread("rapport_pool_wait_seconds", "How long they waited for a thread",
             {{"tablets", &meters.tabletReads.waits},
              {"requests", &meters.apiRequests.waits},
              {"sign_ins", &meters.signIns.waits},
              {"blobs", &meters.blobs.waits}},
             kMicrosecond);
}

double fileSize(const std::string& path) {
  std::error_code absent;
  const std::uintmax_t bytes = std::filesystem::file_size(path, absent);
  return absent ? 0 : static_cast<double>(bytes);
}

void addProcess(Families& out, WallTime startedAt) {
  const ProcessUsage usage = processUsage();
  const std::chrono::duration<double> started = startedAt.time_since_epoch();
  out.counter("process_cpu_seconds_total", "Processor time, of all threads", usage.cpu.count());
  out.gauge("process_resident_memory_bytes", "Memory in use",
            static_cast<double>(usage.residentBytes));
  out.gauge("process_open_fds", "Open files and sockets",
            static_cast<double>(usage.openDescriptors));
  out.gauge("process_max_fds", "How many it may open", static_cast<double>(usage.mostDescriptors));
  out.gauge("process_start_time_seconds", "When it began, since 1970", started.count());
}

}  // namespace

MetricsPage::MetricsPage(const Meters& meters, std::string databasePath, WallTime startedAt)
    : meters_(meters), databasePath_(std::move(databasePath)), startedAt_(startedAt) {}

std::string MetricsPage::text() const {
  Families out;
  out.labelled(MetricType::Gauge, "rapport_build_info", "Always 1; the version is its label",
               "version", {{RAPPORT_VERSION, 1}});
  addTablets(out, meters_);
  addConsole(out, meters_);
  addWriting(out, meters_);
  addPools(out, meters_);
  out.labelled(MetricType::Gauge, "rapport_database_bytes",
               "On the disk: the database, and its write-ahead log", "file",
               {{"database", fileSize(databasePath_)}, {"log", fileSize(databasePath_ + "-wal")}});
  addProcess(out, startedAt_);
  return out.text();
}

}  // namespace rapport
