#include "shared/model/tally_cell_key.h"

#include <algorithm>

namespace rapport {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '=') {
      out += "%3D";
    } else if (c == ';') {
      out += "%3B";
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    const std::string_view code = text.substr(at, 3);
    if (code == "%25") {
      out += '%';
    } else if (code == "%3D") {
      out += '=';
    } else if (code == "%3B") {
      out += ';';
    } else {
      return std::nullopt;
    }
    at += 2;
  }
  return out;
}

// Cuts the text before the first `mark` off the front, and the mark with it.
std::string_view takeUntil(std::string_view& text, char mark) {
  const std::string_view taken = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(text.size(), taken.size() + 1));
  return taken;
}

}  // namespace

Result<std::string> spellBuckets(std::vector<Bucket> buckets) {
  if (buckets.empty()) return Error{ErrorCode::kInvalid, "A tally needs at least one bucket."};
  std::ranges::sort(buckets);
  std::string out;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    const Bucket& bucket = buckets[i];
    if (bucket.dimension.empty() || bucket.value.empty()) {
      return Error{ErrorCode::kInvalid, "A bucket of a tally needs a dimension and a value."};
    }
    if (i > 0 && buckets[i - 1].dimension == bucket.dimension) {
      return Error{ErrorCode::kInvalid,
                   "The dimension " + bucket.dimension + " stands twice in one tally."};
    }
    if (i > 0) out += ';';
    out += escaped(bucket.dimension) + '=' + escaped(bucket.value);
  }
  return out;
}

std::optional<std::vector<Bucket>> readBuckets(std::string_view spelled) {
  std::vector<Bucket> buckets;
  std::string_view rest = spelled;
  while (!rest.empty()) {
    std::string_view part = takeUntil(rest, ';');
    const auto dimension = unescaped(takeUntil(part, '='));
    const auto value = unescaped(part);
    if (!dimension || !value) return std::nullopt;
    buckets.push_back({*dimension, *value});
  }
  // One spelling only: what would be spelled otherwise was not spelled by us.
  const auto again = spellBuckets(buckets);
  if (!again || *again != spelled) return std::nullopt;
  return buckets;
}

std::string tallyCellName(RecordId event, RecordId station, std::string_view buckets) {
  return "tally_cell:" + event.toString() + ':' + station.toString() + ':' + std::string(buckets);
}

}  // namespace rapport
