#include "server/review/partners/visit_pace.h"

namespace rapport {

const char* nameOf(VisitPace pace) {
  switch (pace) {
    case VisitPace::kNone:
      return "none";
    case VisitPace::kFine:
      return "fine";
    case VisitPace::kDue:
      return "due";
    case VisitPace::kQuiet:
      return "quiet";
  }
  return "";
}

std::chrono::sys_days visitDue(std::chrono::days cadence, std::chrono::sys_days last) {
  return last + cadence;
}

VisitPace visitPace(std::optional<std::chrono::days> cadence, std::chrono::sys_days last,
                    std::chrono::sys_days today) {
  if (!cadence || cadence->count() < 1) return VisitPace::kNone;
  if (2 * (today - last) > 3 * *cadence) return VisitPace::kQuiet;
  return visitDue(*cadence, last) <= today ? VisitPace::kDue : VisitPace::kFine;
}

}  // namespace rapport
