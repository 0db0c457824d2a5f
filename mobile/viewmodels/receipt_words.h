#pragma once

#include <QString>
#include <optional>
#include <string>

#include "mobile/viewmodels/desk.h"
#include "mobile/viewmodels/receipts_reading.h"

namespace rapport {

// How what was saved is called: "Promise, bus timetable", "Tally, 31 people".
QString titleOf(const ReceiptFacts& line);
// One record by itself, not the family it belongs to.
QString wordOf(const std::string& type, const std::string& title, const Label& label = {});
// "in 3 places", "in 2 places · 1 file", "1 file": what waits to be sent.
QString waitingWord(const ReceiptsReading& reading);

// How far the bytes of a photo or paper are, where some are on their way or they came back.
struct FileWords {
  QString bytes;     // "Paused at 3.1 of 7.8 MB"; empty: none are on their way
  QString detail;    // "carries on by itself"
  QString sentBack;  // why the office does not take it
  double share = 0;  // of what has gone out, 0 to 1
};
FileWords fileWords(const LocalBlob& file, LinkStage link);
// Where a file is that does not move: "Saved here", "Uploaded". Nothing: this tablet keeps none of
// it.
QString fileStanding(const std::optional<LocalBlob>& file);

}  // namespace rapport
