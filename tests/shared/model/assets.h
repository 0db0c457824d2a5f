#pragma once

#include <string>
#include <vector>

namespace rapport {

// A file of assets/, embedded when the test was built.
struct Asset {
  std::string name;
  std::string text;
};
const std::vector<Asset>& recordTypesPage();  // records/README.md alone
const std::vector<Asset>& drawnIcons();       // icons/*.svg

}  // namespace rapport
