// The floor: what the same work costs without any framework, in the same run, to divide by. A
// server process and two tablets in this one; every commit is durable, every answer comes after it.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/bench/floor_operation.h"
#include "tests/bench/floor_store.h"
#include "tests/bench/floor_wire.h"
#include "tests/bench/visits.h"

namespace rapport::bench {
namespace {

using Kind = FloorWire::Kind;

constexpr std::size_t kPerCommit = 100;
constexpr std::size_t kPerFrame = 500;
constexpr std::size_t kEdits = 53, kWarmUp = 3;
constexpr std::uint64_t kHeadNameField = 10;

double nowMs() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// (place, operation) after another.
void append(ByteWriter& frame, std::uint64_t place, std::string_view operation) {
  frame.varint(place);
  frame.blob(operation);
}

template <typename Visit>
void eachIn(std::string_view frame, const Visit& visit) {
  for (ByteReader in(frame); in.left() > 0;) {
    const std::uint64_t place = in.varint();
    visit(place, in.blob(frame.size()));
  }
}

std::string number(std::uint64_t value) {
  ByteWriter out;
  out.varint(value);
  return out.take();
}

class Server {
 public:
  Server(const std::string& path, int listening) : store_(path), listening_(listening) {}

  [[noreturn]] void run() {
    while (true) {
      auto wire = std::make_shared<FloorWire>(accept(listening_, nullptr, nullptr));
      std::thread([this, wire] { serve(wire); }).detach();
    }
  }

 private:
  void serve(const std::shared_ptr<FloorWire>& wire) {
    while (const auto frame = wire->receive()) {
      if (frame->kind == Kind::kPush) take(*wire, frame->body);
      if (frame->kind == Kind::kSubscribe) stream(wire);
    }
  }

  void take(FloorWire& from, std::string_view frame) {
    ByteWriter fresh;
    std::uint64_t last = 0;
    {
      const std::lock_guard lock(store_mutex_);
      store_.commit([&] {
        const std::uint64_t seen = store_.mark("tablet");
        eachIn(frame, [&](std::uint64_t counter, std::string_view operation) {
          last = counter;
          if (counter <= seen) return;
          store_.merge(operation);
          append(fresh, store_.log(operation), operation);
        });
        store_.setMark("tablet", last);
      });
    }
    from.send(Kind::kAcknowledge, number(last));
    const std::lock_guard lock(followers_mutex_);
    for (const auto& each : followers_) {
      if (each.get() != &from) each->send(Kind::kData, fresh.bytes());
    }
  }

  void stream(const std::shared_ptr<FloorWire>& to) {
    std::uint64_t at = 0;
    while (true) {
      ByteWriter frame;
      std::size_t count = 0;
      {
        const std::lock_guard lock(store_mutex_);
        store_.logAfter(at, [&](std::uint64_t place, std::string_view operation) {
          append(frame, place, operation);
          at = place;
          return ++count < kPerFrame;
        });
      }
      if (count == 0) break;
      to->send(Kind::kData, frame.bytes());
    }
    to->send(Kind::kEnd, "");
    const std::lock_guard lock(followers_mutex_);
    followers_.push_back(to);
  }

  FloorStore store_;
  int listening_;
  std::mutex store_mutex_, followers_mutex_;
  std::vector<std::shared_ptr<FloorWire>> followers_;
};

std::string operationOf(const Visit& visit, std::uint64_t clock) {
  const std::string id = visit.id.toString();
  std::vector<std::string> texts;
  FloorOperation operation{1, clock, id, {}};
  for (const FieldEdit& edit : visit.fields) {
    const Value& value = std::get<Value>(edit.what);
    const auto* text = std::get_if<std::string>(&value);
    texts.push_back(text != nullptr ? *text : std::to_string(std::get<std::int64_t>(value)));
  }
  for (std::size_t i = 0; i < texts.size(); ++i) operation.fields.emplace_back(i + 1, texts[i]);
  return encode(operation);
}

void capture(FloorStore& tablet, std::size_t records) {
  for (std::size_t i = 0; i < records; i += kPerCommit) {
    tablet.commit([&] {
      for (std::size_t k = i; k < std::min(records, i + kPerCommit); ++k) {
        const std::string operation = operationOf(makeVisit(k), k + 1);
        tablet.merge(operation);
        tablet.log(operation);
      }
    });
  }
}

double pushAll(FloorStore& tablet, FloorStore& reading, FloorWire& wire, std::size_t records) {
  std::thread acknowledgements([&] {
    for (std::uint64_t acknowledged = 0; acknowledged < records;) {
      const auto frame = wire.receive();
      if (!frame) _exit(1);
      acknowledged = ByteReader(frame->body).varint();
    }
    tablet.commit([&] { tablet.dropLogThrough(records); });
  });
  for (std::uint64_t at = 0;;) {
    ByteWriter frame;
    std::size_t count = 0;
    reading.logAfter(at, [&](std::uint64_t place, std::string_view operation) {
      append(frame, place, operation);
      at = place;
      return ++count < kPerFrame;
    });
    if (count == 0) break;
    wire.send(Kind::kPush, frame.bytes());
  }
  acknowledgements.join();
  return nowMs();
}

void takeData(FloorStore& tablet, std::string_view frame) {
  tablet.commit([&] {
    std::uint64_t last = 0;
    eachIn(frame, [&](std::uint64_t place, std::string_view operation) {
      tablet.merge(operation);
      last = place;
    });
    tablet.setMark("cursor", last);
  });
}

std::vector<double> edit(FloorStore& a, FloorWire& toServer, FloorStore& b, FloorWire& fromServer,
                         std::size_t records) {
  std::vector<double> took;
  for (std::size_t i = 0; i < kEdits; ++i) {
    const std::string id = makeVisit(i).id.toString();
    const std::string text = "w3-" + std::to_string(i);
    const double began = nowMs();
    const std::string operation =
        encode({1, records + i + 1, id, {{kHeadNameField, std::string_view(text)}}});
    a.commit([&] {
      a.merge(operation);
      a.log(operation);
    });
    ByteWriter frame;
    append(frame, records + i + 1, operation);
    toServer.send(Kind::kPush, frame.bytes());
    const auto arrived = fromServer.receive();
    takeData(b, arrived->body);
    if (i >= kWarmUp) took.push_back(nowMs() - began);
    toServer.receive();
  }
  std::ranges::sort(took);
  return took;
}

int measure(const std::string& folder, std::size_t records) {
  for (const char* role : {"/a", "/b", "/server"})
    std::filesystem::create_directories(folder + role);
  const FloorListener listener;
  const pid_t server = fork();
  if (server == 0) Server(folder + "/server/floor.db", listener.socket).run();
  FloorStore a(folder + "/a/floor.db"), reading(folder + "/a/floor.db");
  capture(a, records);
  double began = nowMs();
  FloorWire up = FloorWire::connectTo(listener.port);
  const double pushed = pushAll(a, reading, up, records) - began;
  const std::uint64_t sentBytes = up.sentBytes();

  FloorStore b(folder + "/b/floor.db");
  began = nowMs();
  FloorWire down = FloorWire::connectTo(listener.port);
  down.send(Kind::kSubscribe, "");
  for (auto frame = down.receive(); frame && frame->kind == Kind::kData; frame = down.receive()) {
    takeData(b, frame->body);
  }
  const double pulled = nowMs() - began;
  const std::vector<double> edits = edit(a, up, b, down, records);
  std::printf("{\"W1\": %.2f, \"W2\": %.2f, \"W3\": %.3f, \"W3_p95\": %.3f, \"up_bytes\": %.1f}\n",
              pushed, pulled, edits[edits.size() / 2], edits[edits.size() * 95 / 100],
              static_cast<double>(sentBytes) / static_cast<double>(records));
  kill(server, SIGKILL);
  waitpid(server, nullptr, 0);
  return 0;
}

}  // namespace
}  // namespace rapport::bench

int main(int argc, char** argv) {
  if (argc == 3) return rapport::bench::measure(argv[1], std::stoul(argv[2]));
  std::fputs("usage: rapport-bench-floor EMPTY-FOLDER RECORDS\n", stderr);
  return 2;
}
