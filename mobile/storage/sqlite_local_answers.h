#pragma once

#include <cstdint>

#include "shared/sync/local_answers.h"

namespace rapport {

class Connection;

// The answers of one programme of a profile. Made by LocalProfile; DESIGN.md says what it takes to
// keep no order.
class SqliteLocalAnswers final : public LocalAnswers {
 public:
  SqliteLocalAnswers(Connection& connection, std::int64_t programme)
      : connection_(connection), programme_(programme) {}

  Status keep(const DroppedAnswer& answer) override;
  Result<std::size_t> count() override;
  Result<std::vector<DroppedAnswer>> waiting() override;
  Status erase(const std::vector<Uuid>& ids) override;

 private:
  Status writeAnew(const std::vector<DroppedAnswer>& answers);
  void forgetLog();

  Connection& connection_;
  std::int64_t programme_;
};

}  // namespace rapport
