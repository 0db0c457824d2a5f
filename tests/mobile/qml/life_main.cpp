// A tablet's life that ends in the middle: opens a profile, does a task up to a step, and is gone.
//   rapport-tablet-life FOLDER TASK STEPS
// Exit code 1 when a step could not be done; otherwise there is none, the process is killed.

#include <QGuiApplication>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <unistd.h>

#include "tests/mobile/qml/open_profile.h"
#include "tests/mobile/qml/tasks.h"

int main(int argc, char** argv) {
  using namespace rapport::testing;
  drawOffScreen();
  QGuiApplication app(argc, argv);
  const Task* task = argc == 4 ? taskNamed(argv[2]) : nullptr;
  if (task == nullptr) return 1;
  Glass glass(openProfile(argv[1]));
  if (!glass.shown() || !glass.finger().tapAll({task->opens})) return 1;
  const auto steps = std::strtoul(argv[3], nullptr, 10);
  for (std::size_t at = 0; at < steps; ++at) {
    if (task->steps.at(at).act(glass)) continue;
    std::fprintf(stderr, "\"%s\" could not be done.\n", task->steps[at].name.c_str());
    return 1;
  }
  kill(getpid(), SIGKILL);
  return 1;
}
