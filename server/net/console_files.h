#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

struct ConsoleFile {
  std::string contents;
  std::string mediaType;
  std::string entityTag;      // of the contents, in quotes
  bool neverChanges = false;  // its name carries a hash of what is in it
};

// The console's built files, read once at the start: what was not read then is not served, so no
// path of a request ever reaches the disk.
class ConsoleFiles {
 public:
  // kNotFound: the folder has no index.html; kTooLarge: a file past limits::kConsoleFileBytes.
  static Result<ConsoleFiles> load(const std::string& folder);
  // Serves a page that says that there is no console.
  ConsoleFiles() = default;

  // Null: no such file.
  const ConsoleFile* find(std::string_view path) const;
  // The page itself, for every address that the console routes by itself, with the nonce of this
  // answer's policy in it.
  std::string page(std::string_view nonce) const;

 private:
  std::map<std::string, ConsoleFile, std::less<>> files_;
  std::string page_;
};

}  // namespace rapport
