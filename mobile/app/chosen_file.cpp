#include "mobile/app/chosen_file.h"

#include <fstream>

#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1024} * 1024;

}  // namespace

const char* const kFileUnreadable =
    "This file cannot be read. Nothing was saved; choose another one, or copy it to this device "
    "first.";
const char* const kFileEmpty = "This file is empty. Nothing was saved; choose another one.";

Result<Bytes> contentOfChosen(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  Bytes content;
  Bytes piece(kPieceBytes, '\0');
  while (in && content.size() <= limits::kBlobBytes) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    content.append(piece, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (content.size() > limits::kBlobBytes) return content;
  if (!in.eof()) return Error{ErrorCode::kNotFound, kFileUnreadable};
  if (content.empty()) return Error{ErrorCode::kInvalid, kFileEmpty};
  return content;
}

}  // namespace rapport
