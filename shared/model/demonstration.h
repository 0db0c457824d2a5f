#pragma once

#include <string>
#include <vector>

namespace rapport {

// The files of assets/demo, embedded when the program was built: a small invented programme in
// Quillan County. Each line is {"type": …, "id": …, "fields": {…}}, the fields as
// protocol/record_json.h reads them, with dates as demo_dates.h resolves them. Files in order; a
// line refers to earlier ones.
struct DemonstrationFile {
  std::string name;
  std::string lines;
};
const std::vector<DemonstrationFile>& builtInDemonstrationFiles();

// All lines of all files, in order, dates still unresolved.
std::vector<std::string> builtInDemonstration();

}  // namespace rapport
