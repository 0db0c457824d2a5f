#include "server/review/partners/steward_facts.h"

#include <nlohmann/json.hpp>

#include "server/review/partners/dossier_parts.h"
#include "server/review/sheet.h"

namespace rapport {
namespace {

std::size_t openStepsOf(const nlohmann::json& checklist) {
  std::size_t open = 0;
  for (const auto& row : checklist) {
    const auto done = row.find("done");
    const bool isDone = done != row.end() && done->is_boolean() && done->get<bool>();
    if (!isDone) ++open;
  }
  return open;
}

}  // namespace

Result<std::map<std::string, std::vector<Stewardship>>> stewardFacts(const Viewer& viewer) {
  std::map<std::string, std::vector<Stewardship>> out;
  if (!reads(viewer, "steward_assignment")) return out;
  const Viewer whole{viewer.reader, viewer.catalogue, Role::kCoordinator, viewer.person};
  const Status read = eachSheet(whole, "steward_assignment", [&](const Sheet& sheet) {
    Stewardship one;
    one.ours = sheet.text("side") == "us";
    one.from = sheet.day("from");
    one.to = sheet.day("to");
    one.hasNote = !sheet.text("handover_note").empty();
    one.partnerTold = sheet.day("partner_told_at").has_value();
    one.stepsOpen = openStepsOf(sheet.list("checklist"));
    one.id = sheet.id();
    one.person = sheet.text("person");
    out[sheet.text("partner")].push_back(std::move(one));
  });
  if (!read) return read.error();
  return out;
}

}  // namespace rapport
