#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/model/record_type.h"

namespace rapport {

// A programme has one record of type `programme`, with its settings. Its id is the UUIDv5, in the
// namespace kProgrammeNamespace, of the name `programme:<the programme's name>`, so that whoever
// knows the programme finds them.
//
// d0c9b3f2-5c1e-5a47-8f0b-6e2f7a4c9d15
inline constexpr Uuid kProgrammeNamespace{{0xd0, 0xc9, 0xb3, 0xf2, 0x5c, 0x1e, 0x5a, 0x47, 0x8f,
                                           0x0b, 0x6e, 0x2f, 0x7a, 0x4c, 0x9d, 0x15}};
std::string programmeRecordName(std::string_view programme);

// What is read out before somebody says yes or no.
struct ConsentScript {
  std::string scope;  // an enumerator of consent.scope
  std::string language;
  std::int64_t version = 1;
  std::string text;
};

// Whom to call when somebody tells of danger.
struct HotlineCard {
  std::string language, name, phone, hours, words;
};

// How long records are kept; what then happens is the retention's business.
struct Retention {
  std::chrono::months signIns{24}, contacts{24}, quotes{60}, feedback{36}, sealedFeedback{24},
      referrals{24};
  std::chrono::days backups{35};
};

// What a programme has settled for everybody in it, with what holds while it has not.
struct ProgrammeSettings {
  std::string name;
  std::string timeZone = "UTC";                          // as the IANA database names it
  std::vector<std::string> languages{"en", "es", "ar"};  // the main one first; never empty
  std::vector<std::string> ageBands{"0-17", "18-39", "40-64", "65+"};  // youngest first
  std::set<std::string> tallyExtras;  // dimensions that tallies also ask
  std::chrono::month fiscalYearBegins{1};
  std::set<unsigned> workingDays{1, 2, 3, 4, 5};  // 1 Monday to 7 Sunday, as ISO 8601 counts them
  std::map<std::chrono::sys_days, std::string> holidays;  // days off, with their names
  std::chrono::days acknowledgeWithin{3};                 // working days
  std::chrono::hours sensitiveWithin{72};
  std::chrono::days respondWithin{30};
  std::vector<ConsentScript> consentScripts;  // the newest of each scope and language
  std::vector<HotlineCard> hotlineCards;      // those that are shown
  std::string officerPhone;
  Retention retention;

  bool isWorkingDay(std::chrono::sys_days day) const;
  // Nobody waits on a day off: three working days from a Friday end on the next Wednesday.
  std::chrono::sys_days afterWorkingDays(std::chrono::sys_days from, std::chrono::days count) const;
  // In this language, else in the main one, else in any; nullptr: there is none of this scope.
  const ConsentScript* consentScript(std::string_view scope, std::string_view language) const;
  // Those of this language, else of the main one, else all.
  std::vector<HotlineCard> hotlineCardsIn(std::string_view language) const;
};

// What a field of the record holds: of a register its value, or none; of a set its elements; of
// rows the earliest first.
using FieldValues = std::function<std::vector<Value>(const FieldDeclaration&)>;

// Reads the record of type `programme`. What is empty, or of a newer version's spelling, is left as
// it holds without the record: the reading never fails.
ProgrammeSettings readSettings(const RecordType& type, const FieldValues& values);

}  // namespace rapport
