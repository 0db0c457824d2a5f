#pragma once

#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "shared/crypto/sealed_file.h"

namespace rapport {

// A folder of sealed files that are whole, and of parts that grow to be whole. Each lies under a
// name that only the key's holder can make of its identity, so that the folder does not even tell
// whether a file that somebody else has is in it.
//
//   whole/NAME          parts/SCOPE/NAME
//
// Parts of two scopes know nothing of each other. Any thread; two that write one part at once must
// not be. Errors: kStorageFull, kStorageFailed, kNotFound.
class SealedFolder {
 public:
  // Makes nothing yet. The disk must outlive it.
  SealedFolder(std::string folder, const SecretKey& key, Disk& disk = systemDisk());

  Result<SealedFile> openWhole(std::string_view identity) const;
  Result<SealedFile> openPart(std::string_view scope, std::string_view identity) const;
  // At the end of a part of this scope: durable, with its name, when this returns. After a failure
  // what was there before is there.
  Status grow(std::string_view scope, SealedFile& part, ByteView bytes) const;
  // The part is whole now: durable under its new name when this returns.
  Status promote(std::string_view scope, std::string_view identity) const;
  // What is whole to whoever looks now is durable when this returns: a program that was killed may
  // have left a name that is not.
  Status confirmWhole() const;
  // All of it at once: durable when this returns, or not there.
  Status keepWhole(std::string_view identity, ByteView content) const;
  Status dropPart(std::string_view scope, std::string_view identity) const;
  Status dropWhole(std::string_view identity) const;

  struct Use {
    std::size_t files = 0;
    std::uint64_t sizeBytes = 0;
  };
  Use partsIn(std::string_view scope) const;

  std::string nameOf(std::string_view identity) const;
  std::string partNameOf(std::string_view scope, std::string_view identity) const;
  // Removes whole files that are none of these, once nobody wrote to one for so long. Answers how
  // many.
  std::size_t sweepWhole(const std::set<std::string>& names, std::chrono::seconds life) const;
  // So with parts, where the names are of those that somebody is at work on.
  std::size_t sweepParts(const std::set<std::string>& names, std::chrono::seconds life) const;

 private:
  std::string wholePath(std::string_view identity) const;
  std::string partFolder(std::string_view scope) const;
  std::string partPath(std::string_view scope, std::string_view identity) const;
  std::size_t sweep(const std::string& below, const std::set<std::string>& names,
                    std::chrono::seconds life) const;
  // The names in this folder, and its own in those around it up to where folder_ lies.
  Status syncNames(const std::string& folder) const;

  Disk& disk_;
  const std::string folder_;
  SecretKey contentKey_, nameKey_;
};

}  // namespace rapport
