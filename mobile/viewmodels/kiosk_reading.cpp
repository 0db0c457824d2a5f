#include "mobile/viewmodels/kiosk_reading.h"

#include <algorithm>

#include "mobile/viewmodels/answers.h"
#include "mobile/viewmodels/programme_reading.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/tongue.h"

namespace rapport {
namespace {

constexpr std::string_view kScaleWidget = "scale";
constexpr std::string_view kNotForMe = "not_applicable";

struct Wave {
  std::string id, name;
  std::chrono::sys_days opensOn{};
  std::vector<std::string> partners;
};

// The day before it opens and the one after it closes are not its.
std::optional<Wave> openOn(const RecordSheet& sheet, std::chrono::sys_days today) {
  const RecordView view(sheet);
  const auto opens = view.date("opens_on");
  const auto closes = view.date("closes_on");
  if (!opens || !closes || today < std::chrono::sys_days{*opens} ||
      today > std::chrono::sys_days{*closes})
    return std::nullopt;
  return Wave{view.id(), view.text("name"), *opens, view.elements("partners")};
}

KioskQuestion questionOf(const FieldDeclaration& field) {
  KioskQuestion question{field.name, field.label, {}, {}};
  for (const Enumerator& value : field.values) {
    if (value.name == kNotForMe) {
      question.notForMe = value;
    } else {
      question.scale.push_back(value);
    }
  }
  return question;
}

}  // namespace

std::string textOf(const KioskAim& aim) { return aim.waveId + " " + aim.partnerId; }

std::optional<KioskAim> kioskAimFrom(const std::string& text) {
  const auto space = text.find(' ');
  if (space == std::string::npos) return std::nullopt;
  KioskAim aim{text.substr(0, space), text.substr(space + 1)};
  if (!Uuid::parse(aim.waveId) || !Uuid::parse(aim.partnerId)) return std::nullopt;
  return aim;
}

Result<std::optional<WaveFacts>> readWave(Notebook& notebook, const Clock& clock) {
  const auto today = std::chrono::floor<std::chrono::days>(clock.wallNow() + clock.utcOffset());
  std::optional<Wave> wave;
  const Status read = notebook.each("survey_wave", [&](const RecordSheet& sheet) {
    auto open = openOn(sheet, today);
    if (open && (!wave || open->opensOn > wave->opensOn)) wave = std::move(open);
    return true;
  });
  if (!read.ok()) return read.error();
  if (!wave) return std::optional<WaveFacts>{};
  auto partners = readPartners(notebook);
  if (!partners.ok()) return partners.error();
  if (!wave->partners.empty()) {
    std::erase_if(*partners, [&](const PartnerFacts& each) {
      return std::ranges::find(wave->partners, each.id) == wave->partners.end();
    });
  }
  return std::optional<WaveFacts>{{wave->id, wave->name, std::move(*partners)}};
}

Result<KioskReading> readKiosk(Notebook& notebook) {
  KioskReading reading;
  const RecordType* type = notebook.catalogue().type(kPulseType);
  if (type == nullptr) return Error{ErrorCode::kNotFound, "Nobody is asked for answers here."};
  for (const FieldDeclaration& field : type->fields)
    if (field.widget == kScaleWidget) reading.questions.push_back(questionOf(field));
  const auto programme = readProgramme(notebook);
  if (!programme.ok()) return programme.error();
  for (const std::string& language : programme->languages)
    for (const Tongue tongue : {Tongue::kEnglish, Tongue::kSpanish, Tongue::kArabic})
      if (codeOf(tongue) == language) reading.languages.push_back(language);
  if (reading.languages.empty()) reading.languages = {codeOf(Tongue::kEnglish)};
  return reading;
}

}  // namespace rapport
