#include "shared/sqlite/row_reader.h"

#include <algorithm>
#include <limits>

namespace rapport {

Uuid RowReader::uuid(int column) {
  const std::optional<Uuid> found = Uuid::fromBytes(row_.blob(column));
  if (!found) damaged_ = true;
  return found.value_or(Uuid{});
}

Digest RowReader::digest(int column) {
  Digest digest{};
  const ByteView bytes = row_.blob(column);
  if (bytes.size() != digest.size()) {
    damaged_ = true;
    return digest;
  }
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

std::uint32_t RowReader::small(int column) {
  return static_cast<std::uint32_t>(upTo(column, std::numeric_limits<std::uint32_t>::max()));
}

std::int64_t RowReader::upTo(int column, std::int64_t last) {
  const std::int64_t value = row_.integer(column);
  if (value >= 0 && value <= last) return value;
  damaged_ = true;
  return 0;
}

Status RowReader::whole(std::string_view what) const {
  if (!damaged_) return {};
  return Error{ErrorCode::kStorageFailed,
               "The database holds " + std::string(what) +
                   " that cannot be read, so the file is damaged. Nothing was changed; keep the "
                   "file as it is and restore the newest backup."};
}

}  // namespace rapport
