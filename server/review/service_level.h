#pragma once

#include <chrono>
#include <optional>

#include "server/review/board_stage.h"
#include "server/review/loop_closure.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// The programme's service levels in whole days, as figures over them want them.
ServiceLevels levelsOf(const ProgrammeSettings& settings);

// By when the next step with an item is due, and how late it is.
struct ServiceDue {
  std::chrono::sys_days on;  // the last day
  int lateBy = 0;            // working days for an acknowledgement, else days; 0: not late
  bool inWorkingDays = false;
};

// PRODUCT.md "Service levels". What was only heard is to be acknowledged within working days of the
// day it was received; everything else is to be told back within its days, what is sensitive within
// its hours, counted in whole days. A date of its own that lies before that holds instead: nobody
// moves a service level by setting a date. `today` is the first day that is not over; on it, what
// was due the day before is one day late. What was told back is due no more.
std::optional<ServiceDue> serviceDue(const FeedbackFact& item, const ProgrammeSettings& settings,
                                     std::chrono::sys_days today);

// Working days after `from`, up to and with `to`, by the programme's week and holidays. More than a
// year of them is a year.
int workingDaysAfter(const ProgrammeSettings& settings, std::chrono::sys_days from,
                     std::chrono::sys_days to);

}  // namespace rapport
