#pragma once

#include <cstdint>

#include "shared/sync/local_drafts.h"

namespace rapport {

class Connection;

// The drafts of one programme of a profile. Made by LocalProfile; see DESIGN.md.
class SqliteLocalDrafts final : public LocalDrafts {
 public:
  SqliteLocalDrafts(Connection& connection, std::int64_t programme)
      : connection_(connection), programme_(programme) {}

  Status keep(std::string_view key, ByteView bytes, WallTime now) override;
  Result<std::optional<Bytes>> find(std::string_view key) override;
  Status giveUp(std::string_view key) override;
  Result<std::vector<BegunDraft>> waiting(WallTime now) override;
  Status noteKept(const BegunKept& kept) override;
  Status keepElsewhere(const std::vector<BegunElsewhere::Draft>& drafts) override;
  Status offerAgain() override;

 private:
  Status gather(std::string_view sql, WallTime now, std::vector<BegunDraft>& waiting);
  void forgetLog();

  Connection& connection_;
  std::int64_t programme_;
};

}  // namespace rapport
