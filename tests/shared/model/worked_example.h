#pragma once

#include <string>
#include <vector>

namespace rapport {

// assets/records/README.md, embedded when the test was built.
struct Page {
  std::string name;
  std::string text;
};
const std::vector<Page>& recordTypesPage();

}  // namespace rapport
