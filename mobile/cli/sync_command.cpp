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
                                         &context.answers(), &context.begun());
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

// Why a session says that this profile is to be cleared, once it does.
using Withdrawn = std::optional<std::string>;

// One exchange, until both ends hold everything.
ExitCode syncOnce(Context& context, const Office& office,
                  const std::function<void(const ClientStep&)>& told, Withdrawn& withdrawn) {
  asio::io_context io;
  bool caughtUp = false;
  std::shared_ptr<Exchange> exchange;
  exchange = Exchange::make(
      io, office, newSession(context), [&](const ClientStep& step, const SyncProgress& progress) {
        told(step);
        if (step.clear) withdrawn = step.refusal->message;
        const bool done = progress.caughtUp && progress.folded && progress.blobsDone &&
                          progress.answersDone && progress.draftsDone;
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
ExitCode follow(Context& context, const Office& office, Withdrawn& withdrawn) {
  asio::io_context io;
  std::function<void()> stop;
  TabletLink::Listener listener;
  listener.exchanged = [&](const ClientStep& step, const SyncProgress&) {
    printReceipts(step);
    if (step.clear) withdrawn = step.refusal->message;
  };
  listener.phase = [&](LinkPhase phase, const Refusal& why) {
    if (phase == LinkPhase::kAway || phase == LinkPhase::kRefused)
      std::cerr << "rapport-cli: " << why.message << '\n';
    if (withdrawn) stop();
  };
  TabletLink link(
      io, office, [&context] { return newSession(context); }, context.random(),
      std::move(listener));
  FollowBell bell(io, context.profile().folder(), [&link] { link.changed(); });
  asio::signal_set signals(io, SIGINT, SIGTERM);
  stop = [&] {
    link.stop();
    bell.stop();
    signals.cancel();
  };
  signals.async_wait([&](boost::system::error_code failed, int) {
    if (!failed) stop();
  });
  link.start();
  io.run();
  return withdrawn ? ExitCode::kRefused : ExitCode::kDone;
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
  Withdrawn withdrawn;  // the next sync clears
  const auto tell = [&](const ClientStep& step) {
    for (const AttachmentNews& each : step.attachments) news(each);
  };
  return syncOnce(context, *office, tell, withdrawn);
}

ExitCode sync(const Place& place, SyncMode mode) {
  auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto office = officeOfContext(**context);
  if (!office) return complain(office.error());
  const auto who = (*context)->store().enrolment();
  if (!who) return complain(who.error());
  if (const Status swept = (*context)->profile().sweepAttachments(); !swept) {
    return complain(swept.error());
  }
  Withdrawn withdrawn;
  // Changes are exchanged; a file that could not go up is worth a word of its own.
  std::optional<Error> left;
  const auto tell = [&left](const ClientStep& step) {
    printReceipts(step);
    for (const AttachmentNews& news : step.attachments) {
      if (news.failed && news.blob.whole) left = Error{*news.failed, news.blob.reason};
    }
  };
  const ExitCode synced = mode == SyncMode::kFollow ? follow(**context, *office, withdrawn)
                                                    : syncOnce(**context, *office, tell, withdrawn);
  if (withdrawn) {
    context->reset();  // nobody may have it open
    SystemRandom random;
    const Status cleared =
        Profile::leave({place.folder, place.keyFile}, who->programme, *withdrawn, random);
    if (!cleared) return complain(cleared.error());
  }
  return synced == ExitCode::kDone && left ? complain(*left) : synced;
}

}  // namespace rapport::cli
