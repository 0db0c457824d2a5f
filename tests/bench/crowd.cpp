// Many tablets in one process, for what a crowd costs the server: connections that stand idle, and
// a day's work brought by all at once. Invitations come in on standard input, one link a line.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <unistd.h>

#include "mobile/app/profile.h"
#include "mobile/sync/enrol_client.h"
#include "mobile/sync/exchange.h"
#include "shared/crypto/signing.h"
#include "shared/crypto/system_random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/client_session.h"
#include "shared/sync/forms.h"
#include "shared/sync/notebook.h"
#include "tests/bench/idle_store.h"
#include "tests/bench/measure.h"
#include "tests/bench/visits.h"

namespace rapport::bench {
namespace {

namespace asio = boost::asio;

constexpr char kType[] = "household_visit";
constexpr char kApplication[] = "rapport-bench";
constexpr std::size_t kConnectingAtOnce = 64;

std::string nextLine() {
  std::string line;
  if (!std::getline(std::cin, line)) giveUp("standard input ended where more was awaited");
  return line;
}

// All of them first: who invites and who is let in would wait for each other's commits.
std::vector<std::string> lines(std::size_t count) {
  std::vector<std::string> all;
  while (all.size() < count) all.push_back(nextLine());
  return all;
}

void say(const char* word) {
  std::puts(word);
  std::fflush(stdout);
}

// What every tablet of the crowd works with.
struct Ground {
  SystemClock clock;
  SystemRandom random;
  asio::io_context io;
};

class Idler {
 public:
  Idler(Ground& ground, const std::string& link)
      : ground_(ground),
        catalogue_(sharedCatalogue()),
        key_(SigningKey::generate(ground.random)),
        store_(letIn(link)) {}

  void connect(const std::function<void()>& settled) {
    exchange_ =
        Exchange::make(ground_.io, office_,
                       std::make_unique<ClientSession>(*store_, catalogue_, ground_.clock,
                                                       ground_.random, key_, kApplication),
                       [this, settled](const ClientStep& step, const SyncProgress& progress) {
                         if (step.refusal) giveUp(step.refusal->message);
                         if (!progress.caughtUp || settled_) return;
                         settled_ = true;
                         settled();
                       });
    asio::co_spawn(ground_.io, exchange_->run(), [](std::exception_ptr, const ExchangeEnd& end) {
      giveUp("a connection ended: " + end.refusal.message);
    });
  }

 private:
  // Their questionnaires are the same, and a catalogue is large.
  static Catalogue& sharedCatalogue() {
    static Catalogue catalogue = orGiveUp(Catalogue::load(builtInDeclarations()));
    return catalogue;
  }

  std::unique_ptr<IdleStore> letIn(const std::string& text) {
    const EnrolLink link = orGiveUp(parseEnrolLink(text));
    office_ = officeOf(link);
    EnrolAnswer answer = orGiveUp(redeem(link, key_, "Idle tablet"));
    return std::make_unique<IdleStore>(std::move(answer.enrolment), answer.replica);
  }

  Ground& ground_;
  Catalogue& catalogue_;
  Office office_;
  SigningKey key_;
  std::unique_ptr<IdleStore> store_;
  std::shared_ptr<Exchange> exchange_;
  bool settled_ = false;
};

// Connects them, some at a time, says so, and keeps them until standard input ends.
void standIdle(std::size_t count) {
  Ground ground;
  std::vector<std::unique_ptr<Idler>> all;
  for (const std::string& link : lines(count)) {
    all.push_back(std::make_unique<Idler>(ground, link));
  }
  say("enrolled");
  nextLine();
  std::size_t begun = 0, settled = 0;
  const std::function<void()> next = [&] {
    if (begun < count)
      all[begun++]->connect([&] {
        ++settled;
        next();
        if (settled == count) say("connected");
      });
  };
  for (std::size_t i = 0; i < std::min(count, kConnectingAtOnce); ++i) next();
  asio::posix::stream_descriptor in(ground.io, dup(STDIN_FILENO));
  std::string heard;
  asio::async_read_until(in, asio::dynamic_buffer(heard), '\n',
                         [](boost::system::error_code, std::size_t) { std::_Exit(0); });
  ground.io.run();
}

// A real tablet with a database of its own, as rapport-cli has.
class Worker {
 public:
  Worker(Ground& ground, const std::string& folder, const std::string& link)
      : ground_(ground),
        catalogue_(orGiveUp(Catalogue::load(builtInDeclarations()))),
        profile_(orGiveUp(Profile::open({folder, std::nullopt}, ground.random))),
        enrolment_(orGiveUp(profile_->enrol({link, ""}, "Worker's tablet", ground.random,
                                            [](const std::string&) { return false; }))),
        store_(orGiveUp(profile_->programme(std::nullopt))),
        notebook_(*store_, catalogue_, ground.clock, ground.random),
        office_(orGiveUp(officeOf(enrolment_))) {}

  // Each of its edits is of another record than the one before, and of a field that others edit
  // too.
  void edit(std::size_t count, std::size_t self) {
    if (const Status adopted = adoptForms(catalogue_, *store_); !adopted) {
      giveUp(adopted.error().message);
    }
    const std::vector<RecordId> records = orGiveUp(store_->recordsOf(1001, std::nullopt, kMost));
    if (records.empty()) giveUp("there is nothing to edit");
    for (std::size_t i = 0; i < count; ++i) {
      Entry entry;
      entry.id = records[(self * count + i) % records.size()];
      entry.type = kType;
      entry.fields.push_back({"head_name", Value("w" + std::to_string(self))});
      const auto kept = notebook_.put(entry);
      if (!kept) giveUp(kept.error().message);
      ++waiting_;
    }
  }

  // `answered` is told once: when every change has its verdict, durably here.
  void connect(std::function<void()> answered) {
    exchange_ = Exchange::make(
        ground_.io, office_,
        std::make_unique<ClientSession>(*store_, catalogue_, ground_.clock, ground_.random,
                                        profile_->signingKey(), kApplication),
        [this, answered = std::move(answered), done = false](const ClientStep& step,
                                                             const SyncProgress& progress) mutable {
          if (step.refusal) giveUp(step.refusal->message);
          if (done || !isAnswered(progress)) return;
          done = true;
          answered();
        });
    asio::co_spawn(ground_.io, exchange_->run(), asio::detached);
  }

  void disconnect() { exchange_->stop(); }

 private:
  static constexpr std::size_t kMost = 10'000;

  bool isAnswered(const SyncProgress& progress) {
    if (waiting_ == 0) return progress.caughtUp;
    return progress.greeted && progress.unanswered == 0 && orGiveUp(store_->waitingCount()) == 0;
  }

  Ground& ground_;
  Catalogue catalogue_;
  std::unique_ptr<Profile> profile_;
  Enrolment enrolment_;
  std::unique_ptr<LocalStore> store_;
  Notebook notebook_;
  Office office_;
  std::shared_ptr<Exchange> exchange_;
  std::size_t waiting_ = 0;
};

double percentile(std::vector<double>& sorted, std::size_t of100) {
  return sorted[std::min(sorted.size() - 1, sorted.size() * of100 / 100)];
}

// All take what is there, edit it apart, and bring their edits at one moment; each goes when it is
// answered, as people do who come by the office's network.
void rush(const std::string& folder, std::size_t tablets, std::size_t changes) {
  Ground ground;
  std::vector<std::unique_ptr<Worker>> all;
  std::size_t number = 0;
  for (const std::string& link : lines(tablets)) {
    const std::string own = folder + "/worker" + std::to_string(number);
    all.push_back(std::make_unique<Worker>(ground, own, link));
    all.back()->connect([&all] { all.back()->disconnect(); });
    ground.io.run();
    ground.io.restart();
    all.back()->edit(changes, number++);
  }
  say("ready");
  nextLine();
  std::vector<double> answeredAfter;
  const double began = nowMs();
  for (auto& each : all) {
    each->connect([&answeredAfter, began, worker = each.get()] {
      answeredAfter.push_back(nowMs() - began);
      worker->disconnect();
    });
  }
  ground.io.run();
  if (answeredAfter.size() != tablets) giveUp("not every tablet was answered");
  std::sort(answeredAfter.begin(), answeredAfter.end());
  const double last = answeredAfter.back();
  std::printf(
      "{\"tablets\": %zu, \"changes\": %zu, \"p50_ms\": %.1f, \"p99_ms\": %.1f, \"last_ms\": %.1f, "
      "\"merges_per_second\": %.0f}\n",
      tablets, tablets * changes, percentile(answeredAfter, 50), percentile(answeredAfter, 99),
      last, static_cast<double>(tablets * changes) / last * 1000);
}

}  // namespace
}  // namespace rapport::bench

int main(int argc, char** argv) {
  using namespace rapport::bench;
  const std::string role = argc > 1 ? argv[1] : "";
  if (role == "idle" && argc == 3) {
    standIdle(std::stoul(argv[2]));
  } else if (role == "rush" && argc == 5) {
    rush(argv[2], std::stoul(argv[3]), std::stoul(argv[4]));
  } else {
    giveUp("usage: rapport-bench-crowd idle COUNT | rush FOLDER TABLETS CHANGES");
  }
}
