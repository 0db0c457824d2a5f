#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/names.h"
#include "server/review/partners/partner_view.h"
#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// What every part of one partner's dossier (partner_view.h) wants to know. Private to this folder.
struct DossierOf {
  const Viewer& viewer;
  const ProgrammeSettings& settings;
  std::chrono::sys_days today;
  std::string partner, name;  // id; as it is called
  bool active = false;
  std::chrono::sys_days since;  // when it became a partner, as far as anybody knows
  Copy copy = Copy::kOurs;

  bool ours() const { return copy == Copy::kOurs; }
};

// May the viewer read records of this type at all?
bool reads(const Viewer& viewer, const char* type);

// Each part is null where the viewer's role reads none of it.
Result<nlohmann::json> stewardsPart(const DossierOf& dossier, Names& names);
Result<nlohmann::json> contactsPart(const DossierOf& dossier, const std::string& broker);
Result<nlohmann::json> promisesPart(const DossierOf& dossier, Names& names);
Result<nlohmann::json> meetingsPart(const DossierOf& dossier);
Result<nlohmann::json> agreementsPart(const DossierOf& dossier);
Result<nlohmann::json> exchangePart(const DossierOf& dossier);
// {"sessions", "themes", "quotes", "needs"}, of which each may be null.
Result<nlohmann::json> heardPart(const DossierOf& dossier);
Result<nlohmann::json> waitingPart(const DossierOf& dossier, Names& names);
Result<nlohmann::json> trustPart(const DossierOf& dossier);

// Days of the events with this partner, by id: its own, those that it attended, and planned ones to
// which it is invited. Nothing: nobody said when.
using EventDays = std::map<std::string, std::optional<std::chrono::sys_days>>;
Result<EventDays> eventsWith(const DossierOf& dossier);

}  // namespace rapport
