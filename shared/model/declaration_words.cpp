#include "shared/model/declaration_words.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/model/language_tag.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

bool isLowerOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool isWord(std::string_view text, char joint) {
  return !text.empty() && text.size() <= limits::kDeclaredNameBytes &&
         isLowerOrDigit(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return isLowerOrDigit(c) || c == joint; });
}

std::string readName(StrictObject& object) {
  std::string name = object.text("name");
  const bool startsWithLetter = !name.empty() && name.front() >= 'a';
  if (!isWord(name, '_') || !startsWithLetter) {
    object.refuse("the name \"" + name +
                  "\" is not snake case: a to z, 0 to 9 and _, a letter first");
  } else if (name == "deleted" || name == "id") {
    object.refuse("the name \"" + name + "\" is built in and cannot be declared");
  }
  return name;
}

Label readLabel(StrictObject& object, std::string_view key) {
  Label label;
  const Json* texts = object.object(key);
  if (texts == nullptr) return label;
  for (const auto& [language, text] : texts->items()) {
    if (!isLanguageTag(language) || !text.is_string() ||
        text.get_ref<const std::string&>().empty()) {
      object.refuse("the key \"" + std::string(key) +
                    "\" must hold text for each language, such as {\"en\": \"…\", \"es\": \"…\"}");
      return label;
    }
    label[language] = text.get<std::string>();
  }
  if (!label.contains("en"))
    object.refuse("the key \"" + std::string(key) + "\" has no English (\"en\")");
  return label;
}

}  // namespace rapport
