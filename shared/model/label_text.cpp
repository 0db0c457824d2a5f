#include "shared/model/label_text.h"

namespace rapport {

std::string labelIn(const Label& label, const std::string& language) {
  const auto wanted = label.find(language);
  if (wanted != label.end()) return wanted->second;
  const auto english = label.find("en");
  return english != label.end() ? english->second : std::string();
}

}  // namespace rapport
