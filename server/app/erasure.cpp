#include "server/app/erasure.h"

#include "shared/merge/filter.h"
#include "shared/sync/record_facts.h"

namespace rapport {
namespace {

// What its list shows to this role; empty where it may not know.
std::string titleFor(const std::optional<Role>& role, const RecordType* type,
                     const RecordState& record) {
  if (type == nullptr) return {};
  if (!role) return titleOf(*type, record);
  const auto visible = filterFor(*role, type, record);
  return visible ? titleOf(*type, *visible) : std::string{};
}

// Officers erase what coordinators are not shown, and nothing else.
Status checkRole(const std::optional<Role>& role, const RecordType* type,
                 const RecordState& record) {
  if (role != Role::kSafeguarding) return {};
  const bool sensitive =
      filterFor(Role::kSafeguarding, type, record) && !filterFor(Role::kCoordinator, type, record);
  if (sensitive) return {};
  return Error{ErrorCode::kRefused,
               "Safeguarding officers erase sensitive records alone. Ask a coordinator."};
}

Status checkOrder(ServerReader& programme, const Catalogue& types, const EraseOrder& order) {
  const auto before = programme.erasure(order.record);
  if (!before) return before.error();
  if (before->has_value()) {
    return Error{ErrorCode::kNotFound, "This record was erased before. Nothing of it is kept."};
  }
  const auto record = programme.record(order.record);
  if (!record) return record.error();
  if (!record->has_value()) return Error{ErrorCode::kNotFound, "There is no such record."};
  const RecordType* type = types.type((*record)->type);
  if (const Status may = checkRole(order.role, type, **record); !may) return may;
  const std::string title = titleFor(order.role, type, **record);
  const bool same =
      order.confirmed == order.record.toString() || (!title.empty() && order.confirmed == title);
  if (same) return {};
  return Error{ErrorCode::kInvalid,
               "This is not the record's title. Nothing was erased: type the title exactly, or the "
               "record's id."};
}

}  // namespace

Result<Erased> erase(const ErasureDesk& desk, ServerWriter& programme, const EraseOrder& order) {
  const auto types = desk.types.of(programme);
  if (!types) return types.error();
  if (const Status sound = checkOrder(programme, **types, order); !sound) return sound.error();
  auto erased = desk.arbiter.erase(programme, {order.record, 0, order.by, desk.clock.wallNow()});
  if (!erased || desk.ledger == nullptr) return erased;
  for (const ErasureRow& row : erased->rows) {
    if (const Status noted = desk.ledger->note(order.programme, row); !noted) return noted.error();
  }
  return erased;
}

Status clearErased(const ErasureDesk& desk, const std::string& programme,
                   const std::vector<Digest>& blobs) {
  std::vector<ReplicaId> replicas;
  const Status read = desk.store.reading(programme, [&](ServerReader& reader) -> Status {
    const auto rows = reader.replicas();
    if (!rows) return rows.error();
    for (const ReplicaRow& row : *rows) replicas.push_back(row.replica);
    return {};
  });
  if (!read) return read;
  for (const Digest& sha256 : blobs) {
    const auto others = desk.pins.pinnedTo(programme, sha256, 1);
    if (!others) return others.error();
    if (!others->empty()) continue;
    if (const Status gone = desk.blobs.drop(programme, replicas, sha256); !gone) return gone;
  }
  const auto cleared = desk.store.forgetPast();
  if (!cleared) return cleared.error();
  if (*cleared) return {};
  return Error{ErrorCode::kUnavailable,
               "The record is erased. The database was too busy to clear its pages at once; the "
               "next start of the server does it."};
}

}  // namespace rapport
