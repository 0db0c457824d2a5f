#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

// How `owed_by` and `owed_to` spell our side; the other side is the partner's name.
inline constexpr std::string_view kPartyUs = "us";

struct PromiseFacts {
  std::string id{};
  std::string text{};
  std::string partnerId{};
  std::string partner{};  // its name
  std::string status{};   // open, doing, kept, broken, released_by_partner; empty: open
  std::string assignee{};
  std::string answers{};  // the words of the feedback it answers, if they may be read here
  std::optional<std::chrono::year_month_day> due{};  // moves only where the partner agreed
  bool ours = true;
  bool told = false;
  bool needsPerson = false;

  bool open() const { return status.empty() || status == "open" || status == "doing"; }
};

// Every promise, the earliest due first; those without a date last.
Result<std::vector<PromiseFacts>> readPromises(Notebook& notebook);

struct AnswerFacts {
  std::string id{};  // of the response
  std::string youSaid{};
  std::string weDid{};
};

// What the office answered and nobody has told the giver yet.
Result<std::vector<AnswerFacts>> readAnswersToBringBack(Notebook& notebook);

}  // namespace rapport
