#include "tests/simulation/small/explore.h"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rapport::simulation {
namespace {

constexpr std::size_t kRoom = std::size_t{1} << 22;
constexpr std::size_t kFullAt = kRoom / 4 * 3;

// What all copies of the process share: the states that were seen. Only one copy runs at a time.
struct Shared {
  Explored explored;
  std::uint64_t seen[kRoom];
};

class Explorer {
 public:
  Explorer(const SmallScript& script, Shared& shared) : shared_(shared), world_(script) {}

  void run() {
    while (true) {
      if (world_.violation()) return fail(*world_.violation());
      if (!isNew(world_.fingerprint())) return;
      const auto steps = world_.possible();
      if (world_.isQuiet()) return end();
      // The last one needs no copy.
      for (const auto& step : std::span(steps).first(steps.size() - 1)) inACopy(step);
      if (shared_.explored.failed || !shared_.explored.complete) return;
      take(steps.back());
    }
  }

 private:
  void take(const SmallWorld::Step& step) {
    ++shared_.explored.steps;
    path_ += SmallWorld::nameOf(step) + "\n";
    world_.perform(step);
  }

  void inACopy(const SmallWorld::Step& step) {
    if (shared_.explored.failed || !shared_.explored.complete) return;
    std::fflush(nullptr);
    const pid_t child = fork();
    if (child < 0) return fail("the process cannot be copied");
    if (child == 0) {
      take(step);
      run();
      std::fflush(nullptr);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) fail("it crashed after " + SmallWorld::nameOf(step));
  }

  void end() {
    ++shared_.explored.ends;
    world_.checkTheEnd();
    if (world_.violation()) fail(*world_.violation());
  }

  void fail(const std::string& what) {
    if (shared_.explored.failed) return;
    shared_.explored.failed = true;
    std::printf("%s  FAILED: %s\n", path_.c_str(), what.c_str());
  }

  bool isNew(std::uint64_t print) {
    if (print == 0) print = 1;
    std::size_t at = print % kRoom;
    while (shared_.seen[at] != 0) {
      if (shared_.seen[at] == print) return false;
      at = (at + 1) % kRoom;
    }
    shared_.seen[at] = print;
    if (++shared_.explored.states >= kFullAt) shared_.explored.complete = false;
    return true;
  }

  Shared& shared_;
  SmallWorld world_;
  std::string path_;
};

}  // namespace

Explored explore(const SmallScript& script) {
  void* const room = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (room == MAP_FAILED) {
    std::perror("There is no room for the states");
    std::abort();
  }
  Shared& shared = *static_cast<Shared*>(room);
  shared.explored = Explored{};
  Explorer(script, shared).run();
  const Explored explored = shared.explored;
  munmap(room, sizeof(Shared));
  return explored;
}

}  // namespace rapport::simulation
