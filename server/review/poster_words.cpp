#include "server/review/poster_words.h"

#include <algorithm>
#include <cctype>

namespace rapport {
namespace {

constexpr std::ptrdiff_t kFewWords = 4;

// How many bytes of punctuation, signs or space begin here; 0: a letter or a digit does. Beyond
// ASCII the signs of U+0080 to U+00BF and of the general punctuation count (« ¿ “ —).
std::size_t signAt(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return std::isalnum(byte) != 0 ? 0 : 1;
  if (byte == 0xC2) return 2;
  const bool general =
      byte == 0xE2 && at + 1 < text.size() && (text[at + 1] == '\x80' || text[at + 1] == '\x81');
  return general ? 3 : 0;
}

// Not between words, but in one.
bool isApostrophe(std::string_view sign) { return sign == "'" || sign == "\xE2\x80\x99"; }

// " the words between single spaces "; ASCII in lower case, other letters as they are.
std::string folded(std::string_view text) {
  std::string out = " ";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = signAt(text, at);
    if (bytes == 0) {
      const auto byte = static_cast<unsigned char>(text[at]);
      out += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : text[at];
      ++at;
      continue;
    }
    if (!isApostrophe(text.substr(at, bytes)) && out.back() != ' ') out += ' ';
    at += bytes;
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace

bool sameWords(std::string_view one, std::string_view other) {
  std::string shorter = folded(one), longer = folded(other);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter == " ") return false;
  if (shorter == longer) return true;
  // Its words are one fewer than the spaces around them.
  return std::ranges::count(shorter, ' ') > kFewWords && longer.find(shorter) != std::string::npos;
}

PosterQuote quoteIn(std::string_view said, const std::vector<QuotedWords>& quotes) {
  const std::string shown = folded(said);
  const auto holdsAll = [&shown](std::string_view quote) {
    return folded(quote).find(shown) != std::string::npos;
  };
  PosterQuote found = PosterQuote::kNone;
  for (const QuotedWords& quote : quotes) {
    if (!sameWords(said, quote.verbatim) && !sameWords(said, quote.translation)) continue;
    if (!quote.mayBeShared) {
      found = PosterQuote::kKept;
      continue;
    }
    if (holdsAll(quote.verbatim) || holdsAll(quote.translation)) return PosterQuote::kShared;
    if (found == PosterQuote::kNone) found = PosterQuote::kShared;
  }
  return found;
}

}  // namespace rapport
