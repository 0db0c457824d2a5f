#include "mobile/viewmodels/text_merge.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rapport {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<std::string> sentencesOf(const std::string& text) {
  std::vector<std::string> sentences;
  std::string sentence;
  for (std::size_t at = 0; at < text.size(); ++at) {
    sentence += text[at];
    const bool last = at + 1 == text.size();
    const bool stop = std::string_view(".!?;").find(text[at]) != std::string_view::npos;
    if (text[at] != '\n' && !(stop && !last && isSpace(text[at + 1])) && !last) continue;
    while (at + 1 < text.size() && isSpace(text[at + 1])) sentence += text[++at];
    sentences.push_back(std::exchange(sentence, {}));
  }
  return sentences;
}

std::string trimmed(const std::string& text) {
  std::size_t end = text.size();
  while (end > 0 && isSpace(text[end - 1])) --end;
  return text.substr(0, end);
}

// For each sentence of `a`, its partner in `b` or −1: the longest common subsequence.
std::vector<int> partners(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t rows = a.size(), columns = b.size();
  std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1, 0));
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      length[i][j] = trimmed(a[i]) == trimmed(b[j]) ? length[i + 1][j + 1] + 1
                                                    : std::max(length[i + 1][j], length[i][j + 1]);
  std::vector<int> out(rows, -1);
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (trimmed(a[i]) == trimmed(b[j])) {
      out[i++] = static_cast<int>(j++);
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return out;
}

// Sentences that met each other newly need a space between them.
void append(std::string& text, const std::string& sentence) {
  if (!text.empty() && !isSpace(text.back())) text += ' ';
  text += sentence;
}

}  // namespace

std::vector<TextPart> markDifferences(const std::string& one, const std::string& other) {
  const auto sentences = sentencesOf(one);
  const auto met = partners(sentences, sentencesOf(other));
  std::vector<TextPart> parts;
  for (std::size_t at = 0; at < sentences.size(); ++at)
    parts.push_back({sentences[at], met[at] < 0});
  return parts;
}

std::string mergeTexts(const std::string& one, const std::string& other) {
  const auto a = sentencesOf(one), b = sentencesOf(other);
  const auto met = partners(a, b);
  std::string merged;
  std::size_t next = 0;
  for (std::size_t at = 0; at < a.size(); ++at) {
    if (met[at] >= 0)
      while (next < static_cast<std::size_t>(met[at])) append(merged, b[next++]);
    append(merged, a[at]);
    if (met[at] >= 0) ++next;
  }
  while (next < b.size()) append(merged, b[next++]);
  return trimmed(merged);
}

}  // namespace rapport
