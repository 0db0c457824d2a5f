#pragma once

#include <string>
#include <vector>

#include "mobile/viewmodels/events_reading.h"
#include "mobile/viewmodels/partners_reading.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct PersonFacts {
  std::string id;
  std::string name;
};

// Something that a community member said and that a promise may answer.
struct HeardFacts {
  std::string id;
  std::string words;
  WallTime at{};
};

// What a promise is made from.
struct PromiseReading {
  std::vector<EventFacts> events;
  std::vector<PartnerFacts> partners;
  std::vector<PersonFacts> people;  // others than `me`, by name
  PersonFacts me;
  Role role = Role::kWorker;
  std::vector<HeardFacts> heard;  // newest first; nothing sensitive, nothing that is closed
};

inline constexpr std::size_t kHeardShown = 50;

Result<PromiseReading> readForPromise(Notebook& notebook);

}  // namespace rapport
