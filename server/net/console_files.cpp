#include "server/net/console_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNonceMark = "__CSP_NONCE__";
constexpr std::string_view kHashedFolder = "/assets/";
constexpr std::string_view kNoConsole =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rapport</title><p>This "
    "server runs, but the console's files are not beside it. Build them with scripts/run, or name "
    "their folder with --console.</p></html>\n";

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kMediaTypes{
    {{".html", "text/html; charset=utf-8"},
     {".js", "text/javascript; charset=utf-8"},
     {".mjs", "text/javascript; charset=utf-8"},
     {".css", "text/css; charset=utf-8"},
     {".svg", "image/svg+xml"},
     {".png", "image/png"},
     {".ico", "image/x-icon"},
     {".woff2", "font/woff2"},
     {".json", "application/json"},
     {".webmanifest", "application/manifest+json"},
     {".txt", "text/plain; charset=utf-8"},
     {".map", "application/json"}}};

std::string mediaTypeOf(const fs::path& path) {
  for (const auto& [extension, type] : kMediaTypes) {
    if (path.extension() == extension) return std::string(type);
  }
  return "application/octet-stream";
}

Result<std::string> contentsOf(const fs::path& path) {
  std::error_code failure;
  const auto size = fs::file_size(path, failure);
  if (failure) return Error{ErrorCode::kStorageFailed, path.string() + " could not be read."};
  if (size > limits::kConsoleFileBytes) {
    return Error{ErrorCode::kTooLarge, path.string() + " is too large for a console's file."};
  }
  std::ifstream in(path, std::ios::binary);
  std::string contents{std::istreambuf_iterator<char>(in), {}};
  if (in.bad() || contents.size() != size) {
    return Error{ErrorCode::kStorageFailed, path.string() + " could not be read."};
  }
  return contents;
}

std::string entityTagOf(std::string_view contents) {
  const Sha256 hash = sha256Of(contents);
  return '"' + toBase64Url({reinterpret_cast<const char*>(hash.data()), hash.size()}) + '"';
}

}  // namespace

Result<ConsoleFiles> ConsoleFiles::load(const std::string& folder) {
  ConsoleFiles files;
  std::error_code failure;
  fs::recursive_directory_iterator each(folder, failure);
  for (; !failure && each != fs::recursive_directory_iterator(); each.increment(failure)) {
    if (!each->is_regular_file()) continue;
    Result<std::string> contents = contentsOf(each->path());
    if (!contents) return contents.error();
    const std::string name = "/" + fs::relative(each->path(), folder).generic_string();
    if (name == "/index.html") {
      files.page_ = std::move(*contents);
      continue;
    }
    ConsoleFile file{std::move(*contents), mediaTypeOf(each->path()), {}, false};
    file.entityTag = entityTagOf(file.contents);
    file.neverChanges = name.starts_with(kHashedFolder);
    files.files_.emplace(name, std::move(file));
  }
  if (failure || files.page_.empty()) {
    return Error{ErrorCode::kNotFound, folder + " does not hold the console's built files."};
  }
  return files;
}

const ConsoleFile* ConsoleFiles::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

std::string ConsoleFiles::page(std::string_view nonce) const {
  std::string out = page_.empty() ? std::string(kNoConsole) : page_;
  for (std::size_t at = out.find(kNonceMark); at != std::string::npos;
       at = out.find(kNonceMark, at + nonce.size())) {
    out.replace(at, kNonceMark.size(), nonce);
  }
  return out;
}

}  // namespace rapport
