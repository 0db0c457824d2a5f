#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rapport {

enum class LogLevel : std::uint8_t { kDebug, kInfo, kWarning, kError };

// What the server tells its operator: one JSON object a line on standard error,
// {"at", "level", "event", …}. Never names of people, addresses, texts or ids of records: a log is
// read by more people than a database. Any thread.
class EventLog {
 public:
  using Field = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

  explicit EventLog(LogLevel least);

  void write(LogLevel level, std::string_view event, std::initializer_list<Field> fields = {});

 private:
  const LogLevel least_;
};

}  // namespace rapport
