#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/mobile/qml/glass.h"

namespace rapport::testing {

// One thing a finger does, and what must be there again after the tablet died right behind it.
struct Step {
  std::string name;
  std::function<bool(Glass&)> act;
  std::function<void(Glass&)> found;  // on a tablet opened anew, with the task's screen in sight
};

// Something that people do on the tablet, step by step.
struct Task {
  std::string name;
  const char* opens;  // the button on Today
  std::vector<Step> steps;
  // What lies in the store when all steps were done, however many lives that took.
  std::function<void(Desk&)> done;
};

const std::vector<Task>& tasks();
const Task* taskNamed(const std::string& name);

}  // namespace rapport::testing
