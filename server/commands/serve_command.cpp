#include <cstdio>
#include <filesystem>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/resource.h>

#include "server/app/api.h"
#include "server/app/blob_sweep.h"
#include "server/app/event_log.h"
#include "server/app/exports/export_desk.h"
#include "server/app/outside_watch.h"
#include "server/app/unspoken_blobs.h"
#include "server/commands/commands.h"
#include "server/commands/ledger_file.h"
#include "server/commands/metrics_page.h"
#include "server/commands/serving_note.h"
#include "server/net/certificate.h"
#include "server/net/metrics_port.h"
#include "server/net/net_server.h"

namespace rapport {
namespace {

constexpr std::size_t kReaderThreads = 4;
constexpr std::size_t kBlobThreads = 2;
constexpr std::chrono::days kWarnOfExpiry{30};

// Every connection is a descriptor, and the usual thousand is soon used up.
void raiseDescriptorLimit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// Frames come and go by the hundred kilobytes on several threads. glibc would hand each back to the
// system and fetch it anew, zeroed, a moment later; and give every thread a heap of its own to do
// it in.
void keepFreedMemory() {
#ifdef __GLIBC__
  constexpr int kHeaps = 2, kKeptBytes = 8 * 1024 * 1024, kGrowthBytes = 256 * 1024,
                kMappedBytes = 2 * 1024 * 1024;
  mallopt(M_ARENA_MAX, kHeaps);
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
  mallopt(M_TOP_PAD, kGrowthBytes);
  mallopt(M_MMAP_THRESHOLD, kMappedBytes);
#endif
}

Result<ConsoleFiles> consoleFrom(const ServeOptions& options, EventLog& log) {
  if (!options.console.empty()) return ConsoleFiles::load(options.console);
  Result<ConsoleFiles> built = ConsoleFiles::load(RAPPORT_CONSOLE_FOLDER);
  if (built) return built;
  log.write(LogLevel::kWarning, "no console", {{"folder", RAPPORT_CONSOLE_FOLDER}});
  return ConsoleFiles();
}

Result<NetOptions> netOptionsFrom(const Place& place, const ServeOptions& options) {
  const Result<HostPort> listen = parseHostPort(options.listen);
  if (!listen) return listen.error();
  NetOptions net;
  net.host = listen->host;
  net.port = listen->port;
  if (options.tls) net.tls = CertificateFolder(certificateFolderIn(place)).files();
  return net;
}

// Tablets refuse a certificate that has expired, so somebody must be told in time.
void warnOfExpiry(const Place& place, const Clock& clock, EventLog& log) {
  const Result<WallTime> expiry = CertificateFolder(certificateFolderIn(place)).expiry();
  if (!expiry) return;
  const auto left = std::chrono::floor<std::chrono::days>(*expiry - clock.wallNow());
  if (left > kWarnOfExpiry) return;
  const bool over = left < std::chrono::days{0};
  log.write(over ? LogLevel::kError : LogLevel::kWarning,
            over ? "certificate expired" : "certificate expires soon",
            {{"days", std::int64_t{left.count()}},
             {"do", "rapport-server certificate renew, then restart the server"}});
}

std::string originOf(Transport transport, const std::string& host, std::uint16_t port) {
  const bool tls = transport == Transport::kTls;
  const std::uint16_t usual = tls ? 443 : 80;
  const std::string shown = host.find(':') == std::string::npos ? host : "[" + host + "]";
  return (tls ? "https://" : "http://") + shown + (port == usual ? "" : ":" + std::to_string(port));
}

Result<PublicAddress> publicAddress(const Place& place, const ServeOptions& options,
                                    const NetOptions& net, std::uint16_t port) {
  PublicAddress address;
  address.host = net.host;
  address.port = port;
  std::vector<std::string> names{net.host};
  if (net.tls) {
    const CertificateFolder certificate(certificateFolderIn(place));
    address.transport = Transport::kTls;
    Result<std::vector<std::string>> pins = certificate.pins();
    if (!pins) return pins.error();
    address.pins = std::move(*pins);
    const Result<std::vector<std::string>> certified = certificate.names();
    if (!certified) return certified.error();
    if (!certified->empty()) address.host = certified->front();
    names.insert(names.end(), certified->begin(), certified->end());
  }
  if (isLoopback(net.host)) names.insert(names.end(), {"localhost", "127.0.0.1", "::1"});
  if (options.address) {
    const Result<HostPort> given = parseHostPort(*options.address);
    if (!given) return given.error();
    address.host = given->host;
    address.port = given->port;
    address.origins.push_back(originOf(address.transport, given->host, given->port));
  }
  for (const std::string& name : names) {
    address.origins.push_back(originOf(address.transport, name, port));
  }
  address.origins.insert(address.origins.end(), options.origins.begin(), options.origins.end());
  return address;
}

Result<std::unique_ptr<MetricsPort>> openMetrics(const ServeOptions& options,
                                                 const MetricsPage& page, EventLog& log) {
  if (!options.metrics) return std::unique_ptr<MetricsPort>();
  const Result<HostPort> at = parseHostPort(*options.metrics);
  if (!at) return at.error();
  auto opened = MetricsPort::open({at->host, at->port}, [&page] { return page.text(); });
  if (opened) {
    log.write(LogLevel::kInfo, "serving metrics", {{"port", std::int64_t{(*opened)->port()}}});
  }
  return opened;
}

}  // namespace

Status serve(const Place& place, const ServeOptions& options) {
  keepFreedMemory();
  EventLog log(options.verbose ? LogLevel::kDebug : LogLevel::kInfo);
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kMayCreate);
  if (!opened) return opened.error();
  Home& home = **opened;
  const Result<ConsoleFiles> console = consoleFrom(options, log);
  if (!console) return console.error();
  const Result<NetOptions> netOptions = netOptionsFrom(place, options);
  if (!netOptions) return netOptions.error();
  raiseDescriptorLimit();

  Meters meters;
  const MetricsPage metricsPage(meters, home.databasePath(), home.clock().wallNow());
  Switchboard switchboard;
  OutsideWatch outside(home.store(), switchboard);
  WriterOptions writing;
  writing.failed = [&log](const Error& error) {
    log.write(LogLevel::kError, "writing failed", {{"reason", error.message}});
  };
  Writer writer(
      home.store(), [&outside](const Mark& mark) { outside.mark(mark); }, meters, writing);
  WorkerPool readers(kReaderThreads, meters.tabletReads);
  SignInDesk signIns(home.accounts(), home.clock(), home.random());
  LedgerFile ledger(home.folder(), home.clock());
  EnrolmentDesk enrolments(home.accounts(), writer, home.arbiter(), home.catalogue(), home.clock(),
                           home.random(), &ledger);
  WorkerPool blobThreads(kBlobThreads, meters.blobs);
  const AttachmentDesk attachments{home.store(), home.types(), home.blobs(), home.ledger(),
                                   home.clock()};
  const auto sweeping = std::make_shared<BlobSweep>(home.clock(), blobThreads, log, [&home] {
    return removeUnspoken(home.ledger(), home.blobs());
  });
  switchboard.join(sweeping);
  const SyncDesk sync{home.store(),
                      writer,
                      readers,
                      switchboard,
                      home.arbiter(),
                      home.types(),
                      home.clock(),
                      home.random(),
                      meters,
                      &attachments,
                      &blobThreads,
                      &ledger,
                      [&log](const Error& error) {
                        log.write(LogLevel::kError, "reading failed", {{"reason", error.message}});
                      },
                      &home.sealingKey()};
  ExportDesk exports({home.store(), home.types(), home.arbiter(), writer, home.clock(),
                      home.random(), home.folder() + "/exports", systemDisk()});
  const ApiDesk apiDesk{
      home.store(),   home.accounts(), writer,
      switchboard,    signIns,         enrolments,
      home.arbiter(), home.types(),    home.clock(),
      home.random(),  meters,          home.blobs(),
      home.ledger(),  &ledger,         Bytes(home.sealingKey().publicKey().view()),
      &exports};

  Result<std::unique_ptr<NetServer>> server = NetServer::open(*netOptions);
  if (!server) return server.error();
  const Result<std::unique_ptr<MetricsPort>> metrics = openMetrics(options, metricsPage, log);
  if (!metrics) return metrics.error();
  const std::uint16_t port = (*server)->port();
  Result<PublicAddress> address = publicAddress(place, options, *netOptions, port);
  if (!address) return address.error();
  if (const Status noted = writeServingNote(place.folder, *address); !noted) return noted;
  Api api(apiDesk, *address);
  const NetDesk desk{api, sync, outside, log, *console, home.random()};

  if (netOptions->tls) warnOfExpiry(place, home.clock(), log);
  log.write(LogLevel::kInfo, "serving", {{"port", std::int64_t{port}}});
  const bool tls = address->transport == Transport::kTls;
  std::printf("rapport-server ready %s://%s\n", tls ? "https" : "http",
              hostAndPort(netOptions->host, port).c_str());
  std::fflush(stdout);
  (*server)->run(desk);
  exports.stop();
  writer.stop();
  blobThreads.stop();
  readers.stop();
  server->reset();
  log.write(LogLevel::kInfo, "stopped");
  return {};
}

}  // namespace rapport
