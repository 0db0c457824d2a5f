#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "shared/model/record_type.h"

namespace rapport {

enum class ExportFormat : std::uint8_t { kCsv, kNdjson, kXlsx };
enum class ExportState : std::uint8_t { kWaiting, kRunning, kReady, kFailed };
// csv, ndjson, xlsx; waiting, running, ready, failed.
const char* nameOf(ExportFormat format);
const char* nameOf(ExportState state);

// What somebody wants to take with them.
struct ExportRequest {
  std::string programme;
  PersonId person;
  std::string personName;
  Role role = Role::kCoordinator;
  std::vector<std::string> types;  // each a table; none twice
  ExportFormat format = ExportFormat::kCsv;
};

struct ExportedTable {
  std::string type;
  std::uint32_t formVersion = 0;
  std::vector<std::string> columns;
  bool ofPeople = false;
  std::size_t rows = 0;
  std::size_t leftOut = 0;  // of people: in groups that are too small
};

struct ExportedFile {
  std::string name, mediaType;
  std::uint64_t sizeBytes = 0;
  Digest sha256{};
};

// As the manifest and the API spell it.
inline std::string hexOf(const Digest& digest) {
  return toHex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

struct ExportStatus {
  Uuid id;
  ExportRequest request;
  ExportState state = ExportState::kWaiting;
  std::size_t rowsDone = 0, rowsTotal = 0;  // of every walk that it takes
  std::vector<ExportedTable> tables{};
  std::vector<ExportedFile> files{};  // the last is the manifest
  WallTime begunAt;
  std::string why{};  // it failed, for people
};

}  // namespace rapport
