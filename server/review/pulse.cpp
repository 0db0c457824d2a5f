#include "server/review/pulse.h"

#include <algorithm>
#include <string_view>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr std::size_t kResponsesOfSide = 5;
constexpr std::size_t kSidesOfIndex = 5;
constexpr double kTrusting = 75;

const std::string* textAt(const DroppedAnswer& answer, const FieldDeclaration& field) {
  for (const auto& [number, value] : answer.values) {
    if (number == field.number) return std::get_if<std::string>(&value);
  }
  return nullptr;
}

// "4" is 4; "not_applicable" is none.
std::optional<int> stepOf(std::string_view value) {
  if (value.size() != 1 || value.front() < '1' || value.front() > '9') return std::nullopt;
  return value.front() - '0';
}

}  // namespace

std::optional<double> Pulse::Mean::from(std::size_t least) const {
  if (n < least) return std::nullopt;
  return sum / static_cast<double>(n);
}

Pulse::Pulse(const RecordType& type) {
  const FieldDeclaration* subject = subjectOf(type);
  for (const FieldDeclaration& field : type.fields) {
    if (field.widget == "scale") items_.push_back(&field);
    const bool another = field.kind == FieldKind::kReference && &field != subject;
    if (another && side_ == nullptr) side_ = &field;
  }
  for (const FieldDeclaration* item : items_) chosen_.emplace_back(item->values.size() + 1);
}

void Pulse::add(const DroppedAnswer& answer) {
  ++people_;
  std::map<std::string, Mean> steps;  // by group; "" is of all items
  int highest = 2;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const FieldDeclaration& item = *items_[i];
    const std::string* value = textAt(answer, item);
    const auto at = value == nullptr ? item.values.end()
                                     : std::ranges::find(item.values, *value, &Enumerator::name);
    ++chosen_[i][static_cast<std::size_t>(at - item.values.begin())];
    for (const Enumerator& each : item.values)
      highest = std::max(highest, stepOf(each.name).value_or(0));
    const auto step = at == item.values.end() ? std::nullopt : stepOf(*value);
    if (!step) continue;
    for (const std::string& group : {std::string{}, item.group}) {
      steps[group].sum += *step;
      ++steps[group].n;
      if (item.group.empty()) break;
    }
  }
  const std::string* side = side_ == nullptr ? nullptr : textAt(answer, *side_);
  SideSums& sums = sides_[side == nullptr ? "" : *side];
  ++sums.people;
  // 9 of 12 items.
  if (4 * steps[""].n < 3 * items_.size()) return;
  ++valid_;
  for (const auto& [group, mean] : steps) {
    const double score = 100 * (mean.sum / static_cast<double>(mean.n) - 1) / (highest - 1);
    sums.scores[group].sum += score;
    ++sums.scores[group].n;
  }
}

std::map<std::string, Pulse::Side> Pulse::sides() const {
  std::map<std::string, Side> out;
  for (const auto& [id, sums] : sides_) {
    const auto all = sums.scores.find("");
    const auto score = all == sums.scores.end() ? std::nullopt : all->second.from(kResponsesOfSide);
    out[id] = {sums.people, score};
  }
  return out;
}

std::optional<double> Pulse::index(const std::string& group) const {
  Mean mean;
  for (const auto& [id, sums] : sides_) {
    const auto found = sums.scores.find(group);
    const auto score =
        found == sums.scores.end() ? std::nullopt : found->second.from(kResponsesOfSide);
    if (!score) continue;
    mean.sum += *score;
    ++mean.n;
  }
  return valid_ < limits::kSmallestGroup ? std::nullopt : mean.from(kSidesOfIndex);
}

std::optional<double> Pulse::trusting() const {
  if (!index()) return std::nullopt;
  const auto all = sides();
  const auto high = std::ranges::count_if(
      all, [](const auto& each) { return each.second.score.value_or(0) >= kTrusting; });
  return 100 * static_cast<double>(high) / static_cast<double>(all.size());
}

}  // namespace rapport
