#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// Somebody's own words, as far as a poster must know of them.
struct QuotedWords {
  std::string verbatim, translation;
  bool mayBeShared = false;  // consent is yes
};

// Are these the words that were quoted, or a good part of them? The same, or one holds the other
// where the shorter has at least four words; punctuation, spaces and the case of ASCII aside.
bool sameWords(std::string_view one, std::string_view other);

enum class PosterQuote : std::uint8_t {
  kNone,    // our own words of what was said
  kShared,  // somebody's own, and they may be shared
  kKept,    // somebody's own, and nobody who said them said yes
};

// Whose words a poster would show. Where two people said the same, one yes is enough if it is on
// all that is shown; a yes on a part of it opens nothing that somebody else kept.
PosterQuote quoteIn(std::string_view said, const std::vector<QuotedWords>& quotes);

}  // namespace rapport
