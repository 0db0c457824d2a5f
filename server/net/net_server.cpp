#include "server/net/net_server.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "server/net/http_session.h"
#include "server/net/listen.h"
#include "server/net/tls.h"

namespace rapport {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

constexpr auto kToken = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAfterFullTable{100};
constexpr std::chrono::milliseconds kLookWhetherDone{10};

}  // namespace

struct NetServer::Parts {
  Parts(NetOptions given, std::optional<asio::ssl::context> secure)
      : options(std::move(given)),
        tls(std::move(secure)),
        control(asio::make_strand(io)),
        acceptor(control),
        signals(control) {}

  Status listen();
  asio::awaitable<void> accept();
  asio::awaitable<void> tick();
  void awaitSignals();
  void waitForStop();
  void windDown();

  const NetOptions options;
  // Before `io`, whose end is the end of the connections that refer to these.
  SocketRegistry sockets;
  std::optional<HttpAnswers> answers;
  std::optional<NetContext> net;
  asio::io_context io;
  std::optional<asio::ssl::context> tls;
  asio::strand<asio::io_context::executor_type> control;  // of acceptor and signals
  Tcp::acceptor acceptor;
  asio::signal_set signals;
  std::mutex mutex;
  std::condition_variable changed;
  bool stopAsked = false;
};

Status NetServer::Parts::listen() {
  const Result<asio::ip::address> address = addressToListenOn(options.host);
  if (!address) return address.error();
  if (!options.tls && !address->is_loopback()) {
    return Error{ErrorCode::kRefused,
                 "Without TLS the server listens on loopback only. Make a "
                 "certificate (rapport-server certificate make), then serve "
                 "with --tls."};
  }
  return listenOn(acceptor, {*address, options.port}, "--listen");
}

asio::awaitable<void> NetServer::Parts::accept() {
  asio::steady_timer pause(control);
  while (acceptor.is_open()) {
    Tcp::socket socket(asio::make_strand(io));
    const auto [failure] = co_await acceptor.async_accept(socket, kToken);
    if (!acceptor.is_open()) co_return;
    if (failure) {
      // Most likely the process has no descriptor left: some will be given back.
      net->log.write(LogLevel::kWarning, "accept failed", {{"reason", failure.message()}});
      pause.expires_after(kAfterFullTable);
      co_await pause.async_wait(kToken);
      continue;
    }
    if (net->connections >= options.connections) continue;  // closes it
    boost::system::error_code ignored;                      // a slower connection still is one
    socket.set_option(Tcp::no_delay(true), ignored);
    const auto executor = socket.get_executor();
    asio::co_spawn(
        executor,
        serveConnection(boost::beast::tcp_stream(std::move(socket)), tls ? &*tls : nullptr, *net),
        asio::detached);
  }
}

asio::awaitable<void> NetServer::Parts::tick() {
  asio::steady_timer timer(control);
  while (!net->stopping) {
    timer.expires_after(options.timeouts.tickEvery);
    co_await timer.async_wait(kToken);
    net->sync.switchboard.tick();
    net->sync.readers.post([&outside = net->outside] { outside.look(); });
  }
}

void NetServer::Parts::awaitSignals() {
  boost::system::error_code failure;
  signals.add(SIGTERM, failure);
  if (!failure) signals.add(SIGINT, failure);
  signals.async_wait([this](boost::system::error_code cancelled, int) {
    if (cancelled) return;
    const std::lock_guard lock(mutex);
    stopAsked = true;
    changed.notify_all();
  });
}

void NetServer::Parts::waitForStop() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [this] { return stopAsked; });
}

void NetServer::Parts::windDown() {
  net->stopping = true;
  asio::post(control, [this] {
    boost::system::error_code ignored;  // it is closed either way
    acceptor.close(ignored);
    signals.cancel(ignored);
  });
  net->sync.switchboard.dismissAll(
      {RefusalCode::kBusy, "The server is stopping. The tablet connects again by itself."});
  const auto until = std::chrono::steady_clock::now() + options.timeouts.stopping;
  while ((net->answering > 0 || !sockets.empty()) && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(kLookWhetherDone);
  }
  sockets.abandonAll();
}

NetServer::NetServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
NetServer::~NetServer() = default;

Result<std::unique_ptr<NetServer>> NetServer::open(const NetOptions& options) {
  std::optional<asio::ssl::context> secure;
  if (options.tls) {
    Result<asio::ssl::context> context = tlsContext(*options.tls);
    if (!context) return context.error();
    secure.emplace(std::move(*context));
  }
  auto parts = std::make_unique<Parts>(options, std::move(secure));
  if (const Status listening = parts->listen(); !listening) return listening.error();
  return std::unique_ptr<NetServer>(new NetServer(std::move(parts)));
}

std::uint16_t NetServer::port() const {
  boost::system::error_code failure;
  const Tcp::endpoint endpoint = parts_->acceptor.local_endpoint(failure);
  return failure ? std::uint16_t{0} : endpoint.port();
}

void NetServer::stop() {
  const std::lock_guard lock(parts_->mutex);
  parts_->stopAsked = true;
  parts_->changed.notify_all();
}

void NetServer::run(const NetDesk& desk) {
  Parts& parts = *parts_;
  const Transport transport = parts.tls ? Transport::kTls : Transport::kPlain;
  parts.answers.emplace(desk.console, transport, desk.sync.clock, desk.random);
  parts.net.emplace(desk.api, desk.sync, desk.outside, desk.log, desk.sync.meters, parts.options,
                    *parts.answers, parts.sockets);
  parts.awaitSignals();
  asio::co_spawn(parts.control, parts.accept(), asio::detached);
  asio::co_spawn(parts.control, parts.tick(), asio::detached);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < parts.options.threads; ++i) {
    threads.emplace_back([&parts] { parts.io.run(); });
  }
  parts.waitForStop();
  parts.windDown();
  parts.io.stop();
  for (std::thread& thread : threads) thread.join();
  desk.api.stop();
  parts.io.restart();
  parts.io.poll();  // what was abandoned lets go of its owners
}

}  // namespace rapport
