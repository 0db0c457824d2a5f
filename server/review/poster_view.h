#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"

namespace rapport {

// What a poster of this answer would say: {"may", "why", "quoted", "areas", "received_on", "texts":
// {language: {"you_said", "we_did", "reason"}}}. `may`: it can be put up; else `why` says what
// stands against it: "sealed" (the feedback is sensitive, or not for this role), "not_published"
// (no coordinator has approved it), "unfinished" (words are missing), "contested" (a field has two
// versions) or "not_shared" (the words are somebody's own, and they did not say yes). `texts` has
// each language of which the words are there, the reason too where one is needed; it is empty
// unless only the approval is wanting. No name of anybody is ever on it, and only what a class of 0
// allows, the area and the month. kNotFound: no such answer for this role.
Result<nlohmann::json> posterView(const Viewer& viewer, const ProgrammeSettings& settings,
                                  const std::string& answer);

}  // namespace rapport
