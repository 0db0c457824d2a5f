#include <csignal>
#include <iostream>
#include <optional>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <nlohmann/json.hpp>

#include "mobile/app/follow_bell.h"
#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "mobile/sync/tablet_link.h"

namespace rapport::cli {
namespace {

namespace asio = boost::asio;

std::unique_ptr<ClientSession> newSession(Context& context) {
  return std::make_unique<ClientSession>(context.store(), context.catalogue(), context.clock(),
                                         context.random(), context.profile().signingKey(),
                                         "rapport-cli " RAPPORT_VERSION, &context.attachments(),
                                         &context.answers());
}

void printReceipts(const ClientStep& step) {
  for (const ReceiptNews& news : step.receipts) printLine(receiptLine(news));
  for (const AttachmentNews& news : step.attachments) printLine(blobLine(news.blob));
  for (const RecordId& id : step.erased) {
    printLine({{"id", id.toString()}, {"receipt", nameOf(ReceiptStage::kErased)}});
  }
}

ExitCode exitCodeFor(const ExchangeEnd& end) {
  std::cerr << "rapport-cli: " << end.refusal.message << '\n';
  const RefusalCode code = end.refusal.code;
  const bool away = code == RefusalCode::kBusy || code == RefusalCode::kElsewhere ||
                    code == RefusalCode::kTrouble;
  return away && !end.untrusted ? ExitCode::kUnavailable : ExitCode::kRefused;
}

// One exchange, until both ends hold everything.
ExitCode syncOnce(Context& context, const Office& office,
                  const std::function<void(const ClientStep&)>& told) {
  asio::io_context io;
  bool caughtUp = false;
  std::shared_ptr<Exchange> exchange;
  exchange = Exchange::make(
      io, office, newSession(context), [&](const ClientStep& step, const SyncProgress& progress) {
        told(step);
        const bool done = progress.caughtUp && progress.blobsDone && progress.answersDone;
        if (done && !caughtUp) {
          caughtUp = true;
          exchange->stop();
        }
      });
  ExitCode code = ExitCode::kFailed;
  asio::co_spawn(io, exchange->run(), [&](std::exception_ptr thrown, const ExchangeEnd& end) {
    // A connection that never opened leaves its timer behind; nobody waits for that.
    exchange.reset();
    if (thrown) return;
    code = caughtUp ? ExitCode::kDone : exitCodeFor(end);
  });
  io.run();
  return code;
}

// Stays connected until a signal; other commands on this profile ring the bell.
ExitCode follow(Context& context, const Office& office) {
  asio::io_context io;
  TabletLink::Listener listener;
  listener.exchanged = [](const ClientStep& step, const SyncProgress&) { printReceipts(step); };
  listener.phase = [](LinkPhase phase, const Refusal& why) {
    if (phase == LinkPhase::kAway || phase == LinkPhase::kRefused)
      std::cerr << "rapport-cli: " << why.message << '\n';
  };
  TabletLink link(
      io, office, [&context] { return newSession(context); }, context.random(),
      std::move(listener));
  FollowBell bell(io, context.profile().folder(), [&link] { link.changed(); });
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](boost::system::error_code failed, int) {
    if (failed) return;
    link.stop();
    bell.stop();
  });
  link.start();
  io.run();
  return ExitCode::kDone;
}

Result<Office> officeOfContext(Context& context) {
  const auto who = context.store().enrolment();
  if (!who) return who.error();
  return officeOf(*who);
}

}  // namespace

ExitCode exchangeOnce(Context& context, const std::function<void(const AttachmentNews&)>& news) {
  const auto office = officeOfContext(context);
  if (!office) return complain(office.error());
  return syncOnce(context, *office, [&](const ClientStep& step) {
    for (const AttachmentNews& each : step.attachments) news(each);
  });
}

ExitCode sync(const Place& place, SyncMode mode) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto office = officeOfContext(**context);
  if (!office) return complain(office.error());
  if (const Status swept = (*context)->profile().sweepAttachments(); !swept) {
    return complain(swept.error());
  }
  if (mode == SyncMode::kFollow) return follow(**context, *office);
  // Changes are exchanged; a file that could not go up is worth a word of its own.
  std::optional<Error> left;
  const ExitCode synced = syncOnce(**context, *office, [&left](const ClientStep& step) {
    printReceipts(step);
    for (const AttachmentNews& news : step.attachments) {
      if (news.failed && news.blob.whole) left = Error{*news.failed, news.blob.reason};
    }
  });
  return synced == ExitCode::kDone && left ? complain(*left) : synced;
}

}  // namespace rapport::cli
