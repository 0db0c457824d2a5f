#include "shared/model/spelling.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <set>

#include "shared/base/limits.h"
#include "shared/base/uuid.h"
#include "shared/model/language_tag.h"

namespace rapport {
namespace {

struct Word {
  Spelling spelling;
  std::string_view name;
  std::string_view description;
};

constexpr Word kWords[] = {
    {Spelling::kSha256, "sha256", "a SHA-256 digest: 64 hexadecimal digits in lower case"},
    {Spelling::kMediaType, "media_type", "a media type such as image/jpeg"},
    {Spelling::kRecordId, "record_id", "the id of a record, a UUID in lower case"},
    {Spelling::kTimeZone, "time_zone", "the name of a time zone such as America/Chicago"},
    {Spelling::kLanguageList, "language_list",
     "at most 12 language tags with a space between, the main one first, such as \"en es ar\""},
    {Spelling::kAgeBands, "age_bands",
     "at most 10 age bands with a space between, from 0 without a gap, the last one open, such as "
     "\"0-17 18-39 40-64 65+\""},
    {Spelling::kSealedBody, "sealed_body", "texts that were sealed by Rapport"},
    {Spelling::kSealedKey, "sealed_key", "the key to sealed texts, sealed by Rapport"},
    {Spelling::kPublicKey, "public_key", "a public key: 32 bytes as 43 signs of base64url"}};

constexpr std::size_t kZoneBytes = 64;
constexpr std::size_t kMediaTypeBytes = 128;
constexpr unsigned kOldest = 150;
// What a tally's grid can show and a person can still find their way in.
constexpr std::size_t kMostLanguages = 12;
constexpr std::size_t kMostBands = 10;
constexpr std::size_t kPublicKeySigns = 43;
constexpr std::size_t kSealedKeySigns = 192;       // two digests and a sealed box of 80 bytes
constexpr std::size_t kLeastSealedBodySigns = 55;  // 41 bytes around no text at all

bool isLower(char c) { return c >= 'a' && c <= 'z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetterOrDigit(char c) { return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z'); }

bool isSha256(std::string_view text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool isMediaType(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto isName = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) {
      return isLower(c) || isDigit(c) || c == '.' || c == '+' || c == '-';
    });
  };
  return text.size() <= kMediaTypeBytes && slash != std::string_view::npos &&
         isName(text.substr(0, slash)) && isName(text.substr(slash + 1));
}

bool isRecordId(std::string_view text) {
  const auto id = Uuid::parse(text);
  return id && id->toString() == text;
}

bool isTimeZone(std::string_view text) {
  const auto fits = [](char c) {
    return isLetterOrDigit(c) || c == '_' || c == '-' || c == '+' || c == '/';
  };
  return !text.empty() && text.size() <= kZoneBytes && std::ranges::all_of(text, fits) &&
         isLetterOrDigit(text.front()) && isLetterOrDigit(text.back()) &&
         text.find("//") == std::string_view::npos;
}

// A tag means the same in capitals.
std::string lowered(std::string tag) {
  for (char& c : tag)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return tag;
}

bool isLanguageList(std::string_view text) {
  const std::vector<std::string> tags = partsOf(text);
  std::set<std::string> once;
  for (const std::string& tag : tags) once.insert(lowered(tag));
  return !tags.empty() && tags.size() <= kMostLanguages && once.size() == tags.size() &&
         std::ranges::all_of(tags, [](const auto& t) { return isLanguageTag(t); });
}

// Without signs and leading noughts, so that a band has one spelling.
std::optional<unsigned> ageFrom(std::string_view text) {
  unsigned age = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  const bool whole = error == std::errc{} && end == text.data() + text.size() && age <= kOldest;
  return whole && std::to_string(age) == text ? std::optional(age) : std::nullopt;
}

bool isAgeBands(std::string_view text) {
  const std::vector<std::string> bands = partsOf(text);
  if (bands.size() > kMostBands) return false;
  unsigned next = 0;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    std::string_view band = bands[i];
    const bool last = i + 1 == bands.size();
    if (last) return band.ends_with('+') && ageFrom(band.substr(0, band.size() - 1)) == next;
    const std::size_t dash = band.find('-');
    if (dash == std::string_view::npos) return false;
    const auto from = ageFrom(band.substr(0, dash));
    const auto to = ageFrom(band.substr(dash + 1));
    if (from != next || !to || *to < *from) return false;
    next = *to + 1;
  }
  return false;
}

bool isBase64Url(std::string_view text) {
  return text.size() % 4 != 1 && std::ranges::all_of(text, [](char c) {
           return isLetterOrDigit(c) || c == '-' || c == '_';
         });
}

const Word& wordOf(Spelling spelling) {
  return *std::ranges::find(kWords, spelling, &Word::spelling);
}

}  // namespace

std::string_view nameOf(Spelling spelling) { return wordOf(spelling).name; }

std::string_view describe(Spelling spelling) { return wordOf(spelling).description; }

std::optional<Spelling> spellingNamed(std::string_view name) {
  const auto found = std::ranges::find(kWords, name, &Word::name);
  if (found == std::end(kWords)) return std::nullopt;
  return found->spelling;
}

std::string spellingNames() {
  std::string out;
  for (const Word& word : kWords) {
    if (!out.empty()) out += ", ";
    out += word.name;
  }
  return out;
}

bool isSpelled(Spelling spelling, std::string_view text) {
  switch (spelling) {
    case Spelling::kSha256:
      return isSha256(text);
    case Spelling::kMediaType:
      return isMediaType(text);
    case Spelling::kRecordId:
      return isRecordId(text);
    case Spelling::kTimeZone:
      return isTimeZone(text);
    case Spelling::kLanguageList:
      return isLanguageList(text);
    case Spelling::kAgeBands:
      return isAgeBands(text);
    case Spelling::kSealedBody:
      return text.size() >= kLeastSealedBodySigns && text.size() <= limits::kTextBytes &&
             isBase64Url(text);
    case Spelling::kSealedKey:
      return text.size() == kSealedKeySigns && isBase64Url(text);
    case Spelling::kPublicKey:
      return text.size() == kPublicKeySigns && isBase64Url(text);
  }
  return false;
}

std::vector<std::string> partsOf(std::string_view list) {
  std::vector<std::string> parts;
  if (list.empty()) return parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    parts.emplace_back(list.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace rapport
