#pragma once

#include <QString>
#include <string>

#include "mobile/viewmodels/receipts_reading.h"

namespace rapport {

// How what was saved is called: "Promise, bus timetable", "Tally, 31 people".
QString titleOf(const ReceiptFacts& line);
// One record by itself, not the family it belongs to.
QString wordOf(const std::string& type, const std::string& title, const Label& label = {});
// "in 3 places", "in 2 places · 1 file", "1 file": what waits to be sent.
QString waitingWord(const ReceiptsReading& reading);

}  // namespace rapport
