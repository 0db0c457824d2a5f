#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mobile/viewmodels/partners_reading.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/model/record_type.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What a kiosk asks about: the answers are kept with both, and with nothing of the event.
struct KioskAim {
  std::string waveId;
  std::string partnerId;
};
std::string textOf(const KioskAim& aim);
std::optional<KioskAim> kioskAimFrom(const std::string& text);

// The wave that is asked now, by the day on the wall here.
struct WaveFacts {
  std::string id;
  std::string name;
  std::vector<PartnerFacts> partners;  // those that it asks, by name
};
// Of several the one that opened last. Nothing: none is open today.
Result<std::optional<WaveFacts>> readWave(Notebook& notebook, const Clock& clock);

// One question with a scale, in every language that it is declared in.
struct KioskQuestion {
  std::string field;
  Label text;
  std::vector<Enumerator> scale;       // from least to most
  std::optional<Enumerator> notForMe;  // "does not apply"
};

struct KioskReading {
  std::vector<KioskQuestion> questions;
  std::vector<std::string> languages;  // "en", "es", "ar": the programme's that the screens speak
};
Result<KioskReading> readKiosk(Notebook& notebook);

}  // namespace rapport
