#include "shared/sqlite/statement_cache.h"

#include <utility>

namespace rapport {

LentStatement::~LentStatement() {
  if (statement_ == nullptr) return;
  statement_->reset();
  if (*home_ == nullptr) *home_ = std::move(statement_);
}

Result<LentStatement> StatementCache::lend(std::string_view sql) {
  auto found = resting_.find(sql);
  if (found == resting_.end()) found = resting_.emplace(std::string(sql), nullptr).first;
  std::unique_ptr<Statement>& home = found->second;
  if (home != nullptr) return LentStatement(std::move(home), &home);
  Result<Statement> prepared = database_.prepare(sql);
  if (!prepared) return prepared.error();
  return LentStatement(std::make_unique<Statement>(std::move(prepared).value()), &home);
}

}  // namespace rapport
