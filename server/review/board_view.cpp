#include "server/review/board_view.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <nlohmann/json.hpp>

#include "server/review/board_stage.h"
#include "server/review/measure_facts.h"
#include "server/review/names.h"
#include "server/review/service_level.h"
#include "server/review/sheet.h"
#include "server/review/suppression.h"
#include "shared/base/limits.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/model/iso_time.h"
#include "shared/protocol/number_text.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::chrono::days kRecent{90};

bool readsBoard(const Viewer& viewer) {
  return std::ranges::all_of(std::array{"feedback", "response"}, [&](const char* name) {
    const RecordType* type = viewer.catalogue.type(std::string_view{name});
    return type != nullptr && mayRead(*type, viewer.role);
  });
}

Status isThere(const Viewer& viewer, const char* type, const std::string& id) {
  if (id.empty()) return {};
  const auto found = oneSheet(viewer, type, id, [](const Sheet&) {});
  if (!found) return found.error();
  if (*found) return {};
  return Error{ErrorCode::kNotFound, "There is no such area or partner any more."};
}

struct Item {
  const FeedbackFact* fact;
  std::optional<ServiceDue> due;  // nothing: told back
};

struct Column {
  std::vector<Item> items;
  std::size_t late = 0;
};

// When it was told back; where nobody wrote a day down, the earliest that it can have been.
Day toldOn(const FeedbackFact& fact) {
  if (fact.toldOn) return *fact.toldOn;
  return fact.firstResponseOn.value_or(fact.receivedOn);
}

bool comesBefore(const Item& one, const Item& other) {
  const FeedbackFact &a = *one.fact, &b = *other.fact;
  if (!one.due || !other.due) {
    return std::tuple(toldOn(b), a.id) < std::tuple(toldOn(a), b.id);
  }
  return std::tuple(one.due->on, a.receivedOn, a.id) <
         std::tuple(other.due->on, b.receivedOn, b.id);
}

struct Board {
  std::array<Column, std::size(kBoardStages)> columns;
  std::size_t said = 0, sealedOpen = 0, sealedLate = 0;
};

Board sorted(const std::vector<FeedbackFact>& facts, const Whereabouts& where,
             const ProgrammeSettings& settings, Day today, const BoardQuestion& question) {
  Board board;
  // Whatever lies past a day that is not over everywhere is recent too.
  const auto recent = [&](Day day) { return day >= today - kRecent; };
  for (const FeedbackFact& fact : facts) {
    if (!question.partner.empty() && fact.partner != question.partner) continue;
    if (!question.area.empty() && !where.ofFeedback(fact).contains(question.area)) continue;
    if (recent(fact.receivedOn)) ++board.said;
    const auto due = serviceDue(fact, settings, today);
    const bool late = due && due->lateBy > 0;
    if (fact.sensitive) {
      board.sealedOpen += due ? 1 : 0;
      board.sealedLate += late ? 1 : 0;
      continue;
    }
    if (!due && !recent(toldOn(fact))) continue;
    Column& column = board.columns[static_cast<std::size_t>(stageOf(fact))];
    column.items.push_back({&fact, due});
    column.late += late ? 1 : 0;
  }
  for (Column& column : board.columns) std::ranges::sort(column.items, comesBefore);
  return board;
}

class Cards {
 public:
  Cards(const Viewer& viewer, const Whereabouts& where)
      : viewer_(viewer), where_(where), names_(viewer.reader, viewer.catalogue) {}

  // Null: it is not there for this role.
  Result<Json> card(const Item& item) {
    Json out = nullptr;
    const FeedbackFact& fact = *item.fact;
    const auto found = oneSheet(viewer_, "feedback", fact.id, [&](const Sheet& sheet) {
      out = {{"id", fact.id},
             {"number", numberOf(sheet)},
             {"status", sheet.text("status")},
             {"text", sheet.text("text")},
             {"summary", sheet.text("summary")},
             {"language", sheet.text("language")},
             {"received_at", sheet.text("received_at")},
             {"areas", areasOf(fact)},
             {"assignee", person(sheet.text("assignee"))},
             {"conflict", needsPerson(sheet.type, sheet.state)}};
    });
    if (!found) return found.error();
    if (out.is_null()) return out;
    out["due"] = item.due ? Json(formatDate(item.due->on)) : Json();
    out["late_by"] = item.due ? item.due->lateBy : 0;
    out["late_in"] = item.due && item.due->inWorkingDays ? "working_days" : "days";
    Result<Json> partner = partnerOf(fact);
    if (!partner) return partner;
    out["partner"] = std::move(*partner);
    Result<Json> answer = answerOf(fact);
    if (!answer) return answer;
    out["answer"] = std::move(*answer);
    return out;
  }

 private:
  static std::string numberOf(const Sheet& sheet) {
    return sheet.state.number ? numberText(*sheet.state.number) : "";
  }

  // A user's id where one is known, else a name as somebody wrote it.
  std::string person(const std::string& written) {
    const auto id = Uuid::parse(written);
    return id ? names_.person(PersonId{*id}) : written;
  }

  Json areasOf(const FeedbackFact& fact) const {
    Json out = Json::array();
    for (const std::string& id : where_.ofFeedback(fact)) {
      if (const auto found = where_.names.find(id); found != where_.names.end()) {
        out.push_back(found->second);
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  Result<Json> partnerOf(const FeedbackFact& fact) {
    const auto known = partners_.find(fact.partner);
    if (known != partners_.end()) return known->second;
    Json out = nullptr;
    const auto found = oneSheet(viewer_, "partner", fact.partner, [&](const Sheet& sheet) {
      out = {{"id", fact.partner}, {"title", sheet.text("name")}};
    });
    if (!found) return found.error();
    return partners_.emplace(fact.partner, std::move(out)).first->second;
  }

  Result<Json> answerOf(const FeedbackFact& fact) const {
    Json out = nullptr;
    const auto found = oneSheet(viewer_, "response", fact.answer, [&](const Sheet& sheet) {
      out = {{"id", fact.answer},
             {"number", numberOf(sheet)},
             {"you_said", sheet.text("you_said")},
             {"we_did", sheet.text("we_did")},
             {"outcome", sheet.text("outcome")},
             {"published", sheet.yes("published")},
             {"told_at", sheet.text("told_giver_at")},
             {"told_via", sheet.text("told_via")},
             {"people", nullptr},
             {"conflict", needsPerson(sheet.type, sheet.state)}};
      const auto people = sheet.number("told_people");
      if (people && *people > 0) {
        out["people"] = toJson(suppressed({static_cast<std::size_t>(*people)}).total);
      }
    });
    if (!found) return found.error();
    return out;
  }

  const Viewer& viewer_;
  const Whereabouts& where_;
  Names names_;
  std::map<std::string, Json> partners_;
};

Result<Json> columnOf(BoardStage stage, const Column& column, std::size_t most, Cards& cards) {
  Json items = Json::array();
  for (const Item& item : column.items) {
    if (items.size() == most) break;
    Result<Json> card = cards.card(item);
    if (!card) return card;
    if (!card->is_null()) items.push_back(std::move(*card));
  }
  return Json{{"stage", nameOf(stage)},
              {"total", column.items.size()},
              {"late", column.late},
              {"items", std::move(items)}};
}

}  // namespace

Result<Json> boardView(const Viewer& viewer, const ProgrammeSettings& settings, Day today,
                       const BoardQuestion& question) {
  if (!readsBoard(viewer)) {
    return Error{ErrorCode::kRefused, "This board is for those who read feedback."};
  }
  if (const Status there = isThere(viewer, "area", question.area); !there) return there.error();
  if (const Status there = isThere(viewer, "partner", question.partner); !there) {
    return there.error();
  }
  const auto facts = feedbackFacts(viewer, Undated::kByTheirRecord);
  if (!facts) return facts.error();
  const auto where = whereabouts(viewer);
  if (!where) return where.error();
  const Board board = sorted(*facts, *where, settings, today, question);
  Json out{{"said", board.said}, {"days", kRecent.count()}, {"columns", Json::array()}};
  out["sealed"] = nullptr;
  if (viewer.role == Role::kSafeguarding) {
    out["sealed"] = {{"open", board.sealedOpen}, {"late", board.sealedLate}};
  }
  Cards cards(viewer, *where);
  const std::size_t most = std::clamp<std::size_t>(question.cards, 1, limits::kPageItems);
  for (const BoardStage stage : kBoardStages) {
    Result<Json> column =
        columnOf(stage, board.columns[static_cast<std::size_t>(stage)], most, cards);
    if (!column) return column;
    out["columns"].push_back(std::move(*column));
  }
  return out;
}

}  // namespace rapport
