#pragma once

#include <string>
#include <vector>

#include "server/review/measure_facts.h"
#include "server/review/suppression.h"

namespace rapport {

// One neighbourhood's part of the measures. Promises and feedback about a partner count in each of
// its areas; people are counted in the one area of their event, or in none.
struct AreaRow {
  std::string id, name;
  PromiseKeeping promises{};
  LoopClosure told{};
  std::size_t periods = 0, met = 0;  // presence
  ShownCount people{};               // beside the sum of all: suppressed together
};

struct AreaFacts {
  Whereabouts where{};
  std::vector<PromiseFact> promises{};  // ours
  std::vector<FeedbackFact> feedback{};
  std::vector<NamedPresence> presence{};
  std::vector<DatedCount> people{};
};

// By name.
std::vector<AreaRow> byArea(const AreaFacts& facts, const ServiceLevels& levels,
                            const Window& window);

}  // namespace rapport
