#include "mobile/viewmodels/review_marks.h"

#include <sstream>

namespace rapport {
namespace {
constexpr std::string_view kKey = "reviews-looked-at";
}

std::string reviewMark(const Review& review) {
  return review.about.toString() + ' ' + std::to_string(review.at.millis) + '.' +
         std::to_string(review.at.logical);
}

std::set<std::string> reviewsLookedAt(Drafts& drafts) {
  std::set<std::string> marks;
  const auto kept = drafts.find(kKey);
  if (!kept.ok() || !kept->has_value()) return marks;
  std::istringstream in(**kept);
  for (std::string line; std::getline(in, line);) marks.insert(line);
  return marks;
}

Status lookAtReviews(Drafts& drafts, const std::set<std::string>& marks) {
  std::string bytes;
  for (const std::string& mark : marks) bytes += mark + '\n';
  return drafts.keep(kKey, bytes);
}

}  // namespace rapport
