// One tablet of the benchmark, its own process: the store, the session and the socket that
// rapport-cli and the app use, with a clock beside them.
#include <cstdio>
#include <functional>
#include <optional>
#include <string>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <unistd.h>

#include "mobile/app/profile.h"
#include "mobile/sync/exchange.h"
#include "mobile/sync/office.h"
#include "shared/crypto/system_random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/client_session.h"
#include "shared/sync/forms.h"
#include "shared/sync/notebook.h"
#include "tests/bench/measure.h"
#include "tests/bench/visits.h"

namespace rapport::bench {
namespace {

namespace asio = boost::asio;

constexpr char kType[] = "household_visit";

struct Tablet {
  explicit Tablet(const std::string& folder)
      : catalogue(orGiveUp(Catalogue::load(builtInDeclarations()))),
        profile(orGiveUp(Profile::open({folder, std::nullopt}, random))),
        store(orGiveUp(profile->programme(std::nullopt))),
        adopted(adoptForms(catalogue, *store)),
        notebook(*store, catalogue, clock, random),
        office(orGiveUp(officeOf(orGiveUp(store->enrolment())))) {}

  std::shared_ptr<Exchange> exchange(asio::io_context& io, Exchange::Listener listener) {
    return Exchange::make(io, office,
                          std::make_unique<ClientSession>(*store, catalogue, clock, random,
                                                          profile->signingKey(), "rapport-bench"),
                          std::move(listener));
  }

  SystemClock clock;
  SystemRandom random;
  Catalogue catalogue;
  std::unique_ptr<Profile> profile;
  std::unique_ptr<LocalStore> store;
  Status adopted;
  Notebook notebook;
  Office office;
};

// Captured one by one, each durable before the next, as people do.
void capture(Tablet& tablet, std::size_t count, std::size_t from) {
  const double began = nowMs();
  std::size_t jsonBytes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    Visit visit = makeVisit(from + i);
    jsonBytes += jsonOf(visit).size();
    Entry entry;
    entry.type = kType;
    entry.fields = std::move(visit.fields);
    const auto kept = tablet.notebook.put(entry);
    if (!kept) giveUp(kept.error().message);
  }
  std::printf("{\"ms\": %.1f, \"json_bytes\": %.1f}\n", nowMs() - began,
              static_cast<double>(jsonBytes) / static_cast<double>(count));
}

// One record, written over and over.
void revise(Tablet& tablet, std::size_t count) {
  const double began = nowMs();
  Entry entry;
  entry.id = orGiveUp(tablet.store->recordsOf(1001, std::nullopt, 1)).at(0);
  entry.type = kType;
  for (std::size_t i = 0; i < count; ++i) {
    entry.fields = {{"head_name", Value("revision " + std::to_string(i))}};
    const auto kept = tablet.notebook.put(entry);
    if (!kept) giveUp(kept.error().message);
  }
  std::printf("{\"ms\": %.1f, \"id\": \"%s\"}\n", nowMs() - began, entry.id->toString().c_str());
}

// Connects, and ends when both ends hold everything durably and know it.
void exchangeAll(Tablet& tablet) {
  asio::io_context io;
  std::shared_ptr<Exchange> exchange;
  std::optional<double> done;
  exchange = tablet.exchange(io, [&](const ClientStep&, const SyncProgress& progress) {
    if (!progress.caughtUp || done) return;
    done = nowMs();
    exchange->stop();
  });
  const double began = nowMs();
  asio::co_spawn(io, exchange->run(), asio::detached);
  io.run();
  if (!done) giveUp("the exchange ended before everything was there");
  const auto records = tablet.store->copyCount();
  const Traffic traffic = exchange->traffic();
  std::printf("{\"ms\": %.2f, \"records\": %zu, \"sent_bytes\": %llu, \"received_bytes\": %llu}\n",
              *done - began, records ? *records : 0,
              static_cast<unsigned long long>(traffic.sentBytes),
              static_cast<unsigned long long>(traffic.receivedBytes));
}

// Tells when a change of somebody else's is durable here.
void watch(Tablet& tablet) {
  asio::io_context io;
  bool ready = false;
  auto exchange = tablet.exchange(io, [&](const ClientStep& step, const SyncProgress& progress) {
    const double now = nowMs();
    if (ready && !step.changed.empty()) {
      std::printf("%.4f\n", now);
      std::fflush(stdout);
    }
    if (progress.caughtUp && !ready) {
      ready = true;
      std::puts("ready");
      std::fflush(stdout);
    }
  });
  asio::co_spawn(io, exchange->run(), asio::detached);
  io.run();
}

// Changes one field of one record at a time; each begins when the watcher, whose words come in on
// standard input, has the one before.
class Editor {
 public:
  Editor(Tablet& tablet, std::size_t count)
      : tablet_(tablet),
        left_(count),
        records_(orGiveUp(tablet.store->recordsOf(1001, std::nullopt, count))),
        in_(io_, dup(STDIN_FILENO)) {
    exchange_ = tablet.exchange(io_, [this](const ClientStep&, const SyncProgress& progress) {
      settled_ = progress.caughtUp;
      proceed();
    });
  }

  void run() {
    asio::co_spawn(io_, exchange_->run(), asio::detached);
    listen();
    io_.run();
  }

 private:
  void listen() {
    asio::async_read_until(in_, asio::dynamic_buffer(heard_), '\n',
                           [this](boost::system::error_code failed, std::size_t sizeBytes) {
                             if (failed) return giveUp("the watcher is gone");
                             const std::string line = heard_.substr(0, sizeBytes - 1);
                             heard_.erase(0, sizeBytes);
                             if (line != "ready") {
                               std::printf("%.4f\n", std::stod(line) - began_);
                             }
                             watcherReady_ = true;
                             proceed();
                             if (left_ > 0 || !watcherReady_) listen();
                           });
  }

  void proceed() {
    if (!settled_ || !watcherReady_ || writing_) return;
    if (left_ == 0) return exchange_->stop();
    writing_ = true;
    settled_ = watcherReady_ = false;
    --left_;
    Entry entry;
    entry.id = records_[left_];
    entry.type = kType;
    entry.fields.push_back({"head_name", Value("w3-" + std::to_string(left_))});
    began_ = nowMs();
    const auto kept = tablet_.notebook.put(entry);
    if (!kept) giveUp(kept.error().message);
    writing_ = false;
    exchange_->changed();
  }

  asio::io_context io_;
  Tablet& tablet_;
  std::size_t left_;
  std::vector<RecordId> records_;
  asio::posix::stream_descriptor in_;
  std::shared_ptr<Exchange> exchange_;
  std::string heard_;
  double began_ = 0;
  bool settled_ = false, watcherReady_ = false, writing_ = false;
};

}  // namespace
}  // namespace rapport::bench

int main(int argc, char** argv) {
  using namespace rapport::bench;
  const std::string role = argc > 2 ? argv[1] : "";
  if (role.empty())
    giveUp("usage: rapport-bench-tablet capture|revise|exchange|watch|edit PROFILE [COUNT] [FROM]");
  Tablet tablet(argv[2]);
  const std::size_t count = argc > 3 ? std::stoul(argv[3]) : 0;
  const std::size_t from = argc > 4 ? std::stoul(argv[4]) : 0;
  if (role == "capture") capture(tablet, count, from);
  if (role == "revise") revise(tablet, count);
  if (role == "exchange") exchangeAll(tablet);
  if (role == "watch") watch(tablet);
  if (role == "edit") Editor(tablet, count).run();
}
