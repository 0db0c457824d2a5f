#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/base/result.h"
#include "shared/sqlite/database.h"

namespace rapport {

// A statement lent by a StatementCache: reset and given back when it goes out of scope.
class LentStatement {
 public:
  LentStatement(LentStatement&& other) noexcept = default;
  LentStatement& operator=(LentStatement&& other) noexcept = default;
  ~LentStatement();

  Statement* operator->() { return statement_.get(); }
  Statement& operator*() { return *statement_; }

 private:
  friend class StatementCache;
  LentStatement(std::unique_ptr<Statement> statement, std::unique_ptr<Statement>* home)
      : statement_(std::move(statement)), home_(home) {}

  std::unique_ptr<Statement> statement_;
  std::unique_ptr<Statement>* home_;  // stable: map nodes do not move
};

// Prepares each text once. Meant for a program's own constant texts: it never forgets one.
// Must be gone before its Database, and after what it lent.
class StatementCache {
 public:
  explicit StatementCache(Database& database) : database_(database) {}

  // Two at once of the same text are two statements.
  Result<LentStatement> lend(std::string_view sql);

 private:
  // Of the end alone, where the few hundred texts of a program differ: each lending would read
  // all of a text twice, once to find it and once to be sure.
  struct Hash {
    using is_transparent = void;
    static constexpr std::size_t kToldApartBytes = 32;
    std::size_t operator()(std::string_view text) const {
      const std::size_t from = text.size() - std::min(text.size(), kToldApartBytes);
      return std::hash<std::string_view>{}(text.substr(from)) ^ text.size();
    }
  };

  Database& database_;
  std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> resting_;
};

}  // namespace rapport
