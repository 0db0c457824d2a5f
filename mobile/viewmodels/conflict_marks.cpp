#include "mobile/viewmodels/conflict_marks.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "shared/merge/conflicts.h"

namespace rapport {
namespace {

constexpr std::string_view kKey = "left-to-coordinator";
constexpr std::size_t kMostMarks = 200;

std::vector<std::string> marksIn(Drafts& drafts) {
  std::vector<std::string> marks;
  const auto kept = drafts.find(kKey);
  if (!kept.ok() || !kept->has_value()) return marks;
  std::istringstream in(**kept);
  for (std::string line; std::getline(in, line);) marks.push_back(line);
  return marks;
}

}  // namespace

std::string conflictMark(const RecordSheet& sheet) {
  std::string mark = sheet.state.id.toString();
  for (const Conflict& conflict : conflictsIn(*sheet.type, sheet.state)) {
    if (conflict.declaration == nullptr) mark += ' ' + conflict.address;
    // The dots, not the order: which version leads may change when the office answers.
    std::set<std::string> dots;
    for (const Head* head : conflict.reading.versions)
      dots.insert(head->dot.replica.toString().substr(0, 8) + std::to_string(head->dot.counter));
    for (const std::string& dot : dots) mark += ' ' + dot;
  }
  return mark;
}

std::set<std::string> leftToCoordinator(Drafts& drafts) {
  const auto marks = marksIn(drafts);
  return {marks.begin(), marks.end()};
}

Status leaveToCoordinator(Drafts& drafts, const RecordSheet& sheet) {
  std::vector<std::string> marks = marksIn(drafts);
  marks.push_back(conflictMark(sheet));
  if (marks.size() > kMostMarks) marks.erase(marks.begin());
  std::string bytes;
  for (const std::string& mark : marks) bytes += mark + '\n';
  return drafts.keep(kKey, bytes);
}

Result<std::vector<RecordSheet>> conflictsThatAsk(Notebook& notebook, Drafts& drafts,
                                                  std::size_t limit) {
  auto conflicts = notebook.conflicts(limit);
  if (!conflicts.ok()) return conflicts;
  const auto left = leftToCoordinator(drafts);
  std::erase_if(*conflicts,
                [&](const RecordSheet& sheet) { return left.contains(conflictMark(sheet)); });
  return conflicts;
}

}  // namespace rapport
