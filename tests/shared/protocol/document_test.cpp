#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/shared/protocol/golden.h"

// PROTOCOL.md against what it speaks of.

namespace rapport {
namespace {

using namespace test;  // NOLINT: the examples are the language of these tests

// Fenced blocks that name a file: ```hex frame_took.hex
std::multimap<std::string, std::string> quotedFiles(const std::string& document) {
  std::multimap<std::string, std::string> quoted;
  std::istringstream lines(document);
  std::string name;
  std::string block;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (!inside && line.starts_with("```")) {
      const std::size_t space = line.find(' ');
      name = space == std::string::npos ? "" : line.substr(space + 1);
      block.clear();
      inside = true;
    } else if (inside && line == "```") {
      if (!name.empty()) quoted.emplace(name, block);
      inside = false;
    } else if (inside) {
      block += line + '\n';
    }
  }
  return quoted;
}

TEST(ProtocolDocument, QuotesEveryGoldenFileOnceAndExactly) {
  const auto quoted = quotedFiles(textOfSource("shared/protocol/PROTOCOL.md"));
  for (const std::string& name : goldenNames()) {
    ASSERT_EQ(quoted.count(name), 1U) << name << " is not quoted once";
    EXPECT_EQ(quoted.find(name)->second, goldenText(name)) << name;
  }
  const std::vector<std::string> names = goldenNames();
  const std::set<std::string> known(names.begin(), names.end());
  for (const auto& [name, block] : quoted) EXPECT_EQ(known.count(name), 1U) << name;
}

TEST(ProtocolDocument, NamesOnlyLimitsThatExist) {
  const std::string document = textOfSource("shared/protocol/PROTOCOL.md");
  const std::string limits = textOfSource("shared/base/limits.h");
  const std::regex limit(R"(`(k[A-Z]\w+)`)");
  std::size_t found = 0;
  for (std::sregex_iterator at(document.begin(), document.end(), limit), end; at != end; ++at) {
    ++found;
    EXPECT_NE(limits.find(" " + (*at)[1].str()), std::string::npos) << (*at)[1];
  }
  EXPECT_GT(found, 10U);
}

}  // namespace
}  // namespace rapport
