#include "server/review/by_area.h"

#include <algorithm>

namespace rapport {
namespace {

template <typename Fact, typename AreasOf>
std::vector<Fact> factsIn(const std::string& area, const std::vector<Fact>& facts,
                          const AreasOf& areasOf) {
  std::vector<Fact> in;
  std::ranges::copy_if(facts, std::back_inserter(in),
                       [&](const Fact& fact) { return areasOf(fact).contains(area); });
  return in;
}

void addPresence(const AreaFacts& facts, const Window& window, AreaRow& row) {
  for (const NamedPresence& partner : facts.presence) {
    if (!facts.where.ofPartner(partner.id).contains(row.id)) continue;
    const Presence presence = presenceAt(partner.presence, window);
    row.periods += presence.periods;
    row.met += presence.met;
  }
}

// The last one is of those whose event is in no area that is known.
std::vector<std::size_t> peopleIn(const std::vector<AreaRow>& rows, const AreaFacts& facts,
                                  const Window& window) {
  std::vector<std::size_t> people(rows.size() + 1);
  for (const DatedCount& count : facts.people) {
    if (!window.has(count.on)) continue;
    const Whereabouts::Areas& areas = facts.where.ofEvent(count.event);
    const auto row =
        std::ranges::find_if(rows, [&](const AreaRow& each) { return areas.contains(each.id); });
    people[static_cast<std::size_t>(row - rows.begin())] += count.people;
  }
  return people;
}

}  // namespace

std::vector<AreaRow> byArea(const AreaFacts& facts, const ServiceLevels& levels,
                            const Window& window) {
  const Whereabouts& where = facts.where;
  std::vector<AreaRow> rows;
  for (const auto& [id, name] : where.names) {
    AreaRow row{id, name};
    const auto promises = factsIn(
        id, facts.promises, [&](const PromiseFact& fact) -> const auto& {
          return where.ofPartner(fact.partner);
        });
    row.promises = promiseKeeping(promises, window);
    const auto heard = factsIn(
        id, facts.feedback, [&](const FeedbackFact& fact) -> const auto& {
          return where.ofFeedback(fact);
        });
    row.told = loopClosure(heard, levels, window);
    addPresence(facts, window, row);
    rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, {}, &AreaRow::name);
  const ShownRow shown = suppressed(peopleIn(rows, facts, window));
  for (std::size_t at = 0; at < rows.size(); ++at) rows[at].people = shown.cells[at];
  return rows;
}

}  // namespace rapport
