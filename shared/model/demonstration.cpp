#include "shared/model/demonstration.h"

#include <algorithm>
#include <string_view>

namespace rapport {

std::vector<std::string> builtInDemonstration() {
  std::vector<std::string> lines;
  for (const DemonstrationFile& file : builtInDemonstrationFiles()) {
    std::string_view rest = file.lines;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      if (!line.empty()) lines.emplace_back(line);
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
  }
  return lines;
}

}  // namespace rapport
