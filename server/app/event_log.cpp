#include "server/app/event_log.h"

#include <memory>

#include <nlohmann/json.hpp>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace rapport {
namespace {

constexpr const char* kPattern = "{\"at\":\"%Y-%m-%dT%H:%M:%S.%eZ\",\"level\":\"%l\",%v}";

spdlog::level::level_enum levelOf(LogLevel level) {
  switch (level) {
    case LogLevel::kDebug:
      return spdlog::level::debug;
    case LogLevel::kInfo:
      return spdlog::level::info;
    case LogLevel::kWarning:
      return spdlog::level::warn;
    case LogLevel::kError:
      break;
  }
  return spdlog::level::err;
}

// One for the process: lines of several threads must not mix.
spdlog::logger& lines() {
  static const std::shared_ptr<spdlog::logger> logger = [] {
    auto made = std::make_shared<spdlog::logger>("rapport",
                                                 std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_level(spdlog::level::trace);
    made->set_formatter(
        std::make_unique<spdlog::pattern_formatter>(kPattern, spdlog::pattern_time_type::utc));
    made->flush_on(spdlog::level::info);
    return made;
  }();
  return *logger;
}

}  // namespace

EventLog::EventLog(LogLevel least) : least_(least) {}

void EventLog::write(LogLevel level, std::string_view event, std::initializer_list<Field> fields) {
  if (level < least_) return;
  nlohmann::ordered_json line{{"event", event}};
  for (const auto& [name, value] : fields) {
    std::visit([&line, key = std::string(name)](const auto& held) { line[key] = held; }, value);
  }
  const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  lines().log(levelOf(level), "{}", text.substr(1, text.size() - 2));
}

}  // namespace rapport
