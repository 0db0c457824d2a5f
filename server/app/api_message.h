#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/blob_files.h"

namespace rapport {

enum class Method : std::uint8_t { kGet, kPost };

// A request under /api, as HTTP left it. Nothing in it is believed yet.
struct ApiRequest {
  Method method = Method::kGet;
  std::string path;   // "/api/session", without the query
  std::string query;  // after the "?", still escaped
  std::string body;
  std::string contentType;
  std::optional<std::string> origin;
  std::string csrf;          // X-Rapport-CSRF
  std::string sessionToken;  // from the cookie; empty without one
  std::string address;       // of the other end, without its port
};

// A file that somebody attached, on its way to a browser.
struct ApiFile {
  std::string mediaType;  // of the fixed list (shared/media/media_kind.h)
  std::string name;       // for people; may hold anything
  // Read piece by piece while it goes out (Api::read).
  std::shared_ptr<const WholeBlob> contents;
};

// JSON, or a file. Never cached.
struct ApiAnswer {
  unsigned status = 200;
  std::string body;
  std::optional<std::string> setCookie;
  std::optional<ApiFile> file{};
};

}  // namespace rapport
