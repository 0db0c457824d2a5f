#include "tests/shared/protocol/golden.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace rapport::test {
namespace {

const std::filesystem::path kRoot = RAPPORT_SOURCE_ROOT;
const std::filesystem::path kFolder = kRoot / "tests" / "golden";
constexpr std::string_view kHexEnding = ".hex";

std::string textOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

unsigned digit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const std::size_t value = kDigits.find(c);
  if (value == std::string_view::npos) throw std::runtime_error(std::string("no hex digit: ") + c);
  return static_cast<unsigned>(value);
}

Bytes fromHexLine(std::string_view line) {
  line = line.substr(0, line.find('#'));
  line = line.substr(0, line.find_last_not_of(' ') + 1);
  if (line.size() % 2 != 0) throw std::runtime_error("half a byte: " + std::string(line));
  Bytes bytes;
  for (std::size_t i = 0; i < line.size(); i += 2) {
    bytes.push_back(static_cast<char>(digit(line[i]) * 16 + digit(line[i + 1])));
  }
  return bytes;
}

}  // namespace

std::vector<std::string> goldenNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string goldenText(std::string_view name) { return textOf(kFolder / name); }

Bytes golden(std::string_view name) {
  std::istringstream text(goldenText(std::string(name) + std::string(kHexEnding)));
  Bytes bytes;
  for (std::string line; std::getline(text, line);) bytes += fromHexLine(line);
  return bytes;
}

std::vector<std::string> goldensNamed(std::string_view prefix) {
  std::vector<std::string> names;
  for (const std::string& name : goldenNames()) {
    if (!name.starts_with(prefix) || !name.ends_with(kHexEnding)) continue;
    names.push_back(name.substr(0, name.size() - kHexEnding.size()));
  }
  return names;
}

std::string textOfSource(std::string_view path) { return textOf(kRoot / path); }

}  // namespace rapport::test
