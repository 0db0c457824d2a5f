#include "server/review/partners/partners_view.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "server/review/partners/partner_rows.h"
#include "server/review/sheet.h"
#include "shared/base/limits.h"
#include "shared/model/iso_time.h"

namespace rapport {
namespace {

using Json = nlohmann::json;
using Day = std::chrono::sys_days;

constexpr std::size_t kUuidSigns = 36;

struct NeedName {
  PartnerNeed need;
  const char* name;
};
constexpr std::array kNeeds{
    NeedName{PartnerNeed::kVisitDue, "visit_due"}, NeedName{PartnerNeed::kQuiet, "quiet"},
    NeedName{PartnerNeed::kPromiseLate, "promise_late"},
    NeedName{PartnerNeed::kAnswerLate, "answer_late"}, NeedName{PartnerNeed::kSteward, "steward"}};

struct OrderName {
  PartnerOrder order;
  const char* name;
};
constexpr std::array kOrders{
    OrderName{PartnerOrder::kName, "name"},         OrderName{PartnerOrder::kSteward, "steward"},
    OrderName{PartnerOrder::kStatus, "status"},     OrderName{PartnerOrder::kVisit, "visit"},
    OrderName{PartnerOrder::kPromises, "promises"}, OrderName{PartnerOrder::kWaiting, "waiting"}};

bool has(const PartnerRow& row, PartnerNeed need, bool readsStewards) {
  switch (need) {
    case PartnerNeed::kAny:
      return true;
    case PartnerNeed::kVisitDue:
      return row.pace == VisitPace::kDue || row.pace == VisitPace::kQuiet;
    case PartnerNeed::kQuiet:
      return row.pace == VisitPace::kQuiet;
    case PartnerNeed::kPromiseLate:
      return row.promises.late > 0;
    case PartnerNeed::kAnswerLate:
      return row.waiting.late > 0;
    case PartnerNeed::kSteward:
      return readsStewards && row.active() && row.stewardState != StewardState::kOne;
  }
  return false;
}

bool fits(const PartnerRow& row, const PartnersQuestion& question, const std::string& words) {
  if (!question.area.empty() && !row.areaIds.contains(question.area)) return false;
  if (!question.status.empty() && row.status != question.status) return false;
  const bool theirs = std::ranges::any_of(
      row.stewards, [&](const auto& one) { return one.person == question.steward; });
  if (!question.steward.empty() && !theirs) return false;
  return words.empty() || row.searched.find(words) != std::string::npos;
}

// So that texts compare as the numbers do.
std::string padded(std::size_t number) {
  const std::string digits = std::to_string(number);
  constexpr std::size_t kDigits = 12;
  return std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

std::string namesOf(const PartnerRow& row) {
  std::string names;
  for (const auto& one : row.stewards) names += folded(one.name) + '\n';
  return names;
}

// What has nothing in the column comes last when ascending.
std::string keyOf(const PartnerRow& row, PartnerOrder order) {
  constexpr const char* kLast = "\x7f";
  switch (order) {
    case PartnerOrder::kName:
      return folded(row.name);
    case PartnerOrder::kSteward:
      return row.stewards.empty() ? kLast : namesOf(row);
    case PartnerOrder::kStatus:
      return row.status.empty() ? kLast : row.status;
    case PartnerOrder::kVisit:
      return row.visitDue ? formatDate(*row.visitDue) : kLast;
    case PartnerOrder::kPromises:
      return padded(row.promises.late) + padded(row.promises.open);
    case PartnerOrder::kWaiting:
      return padded(row.waiting.late) + padded(row.waiting.open);
  }
  return {};
}

using Place = std::pair<std::string, std::string>;  // key and id

Place placeOf(const PartnerRow& row, PartnerOrder order) { return {keyOf(row, order), row.id}; }

std::string cursorOf(const Place& place) { return place.second + place.first; }

std::optional<Place> placeFrom(const std::string& cursor) {
  if (cursor.size() < kUuidSigns || !Uuid::parse(cursor.substr(0, kUuidSigns))) return std::nullopt;
  return Place{cursor.substr(kUuidSigns), cursor.substr(0, kUuidSigns)};
}

bool comesBefore(const Place& one, const Place& other, Direction direction) {
  return direction == Direction::kAscending ? one < other : other < one;
}

Json dayOf(const std::optional<Day>& day) { return day ? Json(formatDate(*day)) : Json(); }

Json stewardsOf(const std::vector<PartnerRow::Steward>& stewards) {
  Json out = Json::array();
  for (const auto& one : stewards) out.push_back({{"person", one.person}, {"name", one.name}});
  return out;
}

Json shown(const PartnerRow& row, const PartnerRows& all) {
  Json out{{"id", row.id},
           {"title", row.name},
           {"kind", row.kind},
           {"status", row.status},
           {"areas", row.areas},
           {"languages", row.languages},
           {"last_visit", dayOf(row.lastVisit)},
           {"next_visit", dayOf(row.nextVisit)},
           {"visit", nameOf(row.pace)},
           {"visit_due", dayOf(row.visitDue)},
           {"conflict", row.conflict}};
  out["stewards"] = all.readsStewards ? stewardsOf(row.stewards) : Json();
  out["steward_state"] = all.readsStewards ? Json(nameOf(row.stewardState)) : Json();
  out["promises"] = nullptr;
  out["waiting"] = nullptr;
  if (all.readsPromises) {
    out["promises"] = {{"open", row.promises.open}, {"overdue", row.promises.late}};
  }
  if (all.readsFeedback) {
    out["waiting"] = {{"open", row.waiting.open}, {"late", row.waiting.late}};
  }
  return out;
}

// Each once, by name.
Json everySteward(const std::vector<PartnerRow>& rows) {
  std::map<std::pair<std::string, std::string>, PartnerRow::Steward> all;
  for (const PartnerRow& row : rows) {
    for (const auto& one : row.stewards) all.try_emplace({folded(one.name), one.person}, one);
  }
  std::vector<PartnerRow::Steward> out;
  for (const auto& [key, one] : all) out.push_back(one);
  if (out.size() > limits::kPageItems) out.resize(limits::kPageItems);
  return stewardsOf(out);
}

Status isThere(const Viewer& viewer, const std::string& area) {
  if (area.empty()) return {};
  const auto found = oneSheet(viewer, "area", area, [](const Sheet&) {});
  if (!found) return found.error();
  if (*found) return {};
  return Error{ErrorCode::kNotFound, "There is no such area any more."};
}

// Takes what the question finds, in its order, and answers how many of them need what.
Json chosen(const PartnerRows& all, const PartnersQuestion& question,
            std::vector<const PartnerRow*>& out) {
  const std::string words = folded(question.text.substr(0, limits::kNameBytes));
  std::map<std::string, std::size_t> needs;
  for (const NeedName& each : kNeeds) needs[each.name] = 0;
  for (const PartnerRow& row : all.rows) {
    if (!fits(row, question, words)) continue;
    for (const NeedName& each : kNeeds) {
      needs[each.name] += has(row, each.need, all.readsStewards) ? 1 : 0;
    }
    if (has(row, question.need, all.readsStewards)) out.push_back(&row);
  }
  std::ranges::sort(out, [&](const PartnerRow* one, const PartnerRow* other) {
    return comesBefore(placeOf(*one, question.order), placeOf(*other, question.order),
                       question.direction);
  });
  return needs;
}

}  // namespace

PartnerNeed partnerNeedFrom(const std::string& text) {
  for (const NeedName& each : kNeeds) {
    if (text == each.name) return each.need;
  }
  return PartnerNeed::kAny;
}

PartnerOrder partnerOrderFrom(const std::string& text) {
  for (const OrderName& each : kOrders) {
    if (text == each.name) return each.order;
  }
  return PartnerOrder::kName;
}

Result<Json> partnersView(const Viewer& viewer, const ProgrammeSettings& settings, Day today,
                          const PartnersQuestion& question) {
  if (const Status there = isThere(viewer, question.area); !there) return there.error();
  const auto after = placeFrom(question.after);
  if (!question.after.empty() && !after) {
    return Error{ErrorCode::kInvalid, "This place in the list is unknown. Load it again."};
  }
  Names names(viewer.reader, viewer.catalogue);
  const auto all = partnerRows(viewer, settings, today, names);
  if (!all) return all.error();
  std::vector<const PartnerRow*> rows;
  Json needs = chosen(*all, question, rows);
  const std::size_t limit = std::clamp<std::size_t>(question.limit, 1, limits::kPageItems);
  Json items = Json::array(), next = nullptr;
  const PartnerRow* last = nullptr;
  for (const PartnerRow* row : rows) {
    if (after && !comesBefore(*after, placeOf(*row, question.order), question.direction)) continue;
    if (items.size() == limit) {
      next = cursorOf(placeOf(*last, question.order));
      break;
    }
    items.push_back(shown(*row, *all));
    last = row;
  }
  return Json{{"items", std::move(items)},
              {"next", std::move(next)},
              {"total", rows.size()},
              {"needs", std::move(needs)},
              {"stewards", all->readsStewards ? everySteward(all->rows) : Json()}};
}

}  // namespace rapport
