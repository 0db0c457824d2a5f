#pragma once

#include <string_view>

namespace rapport {

// Looks like a BCP-47 tag: "en", "es-MX", "zh-Hant", "mix". The registry of subtags is not asked.
bool isLanguageTag(std::string_view text);

}  // namespace rapport
