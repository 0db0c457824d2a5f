#include <algorithm>
#include <array>

#include "shared/base/limits.h"
#include "shared/crypto/secret.h"
#include "shared/merge/join.h"
#include "shared/merge/state_codec.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/copy_vetting.h"
#include "shared/sync/erasure.h"
#include "shared/sync/record_facts.h"
#include "shared/sync/sensitive.h"

// What a restored server takes of the copies that its tablets still have.

namespace rapport {
namespace {

const RecordState kNoRecord;
// As many as a head remembers.
constexpr std::size_t kEpochsSeen = 4;

// What a copy's number tells of the epochs that its tablet knew of.
Coverage seenBy(const Number& number, const RestoredEpochs& lineage) {
  Coverage seen{number};
  for (auto restored = lineage.rbegin(); restored != lineage.rend(); ++restored) {
    if (seen.each().size() >= kEpochsSeen) break;
    const auto known = [&](const Number& each) { return each.epoch == restored->epoch; };
    if (std::ranges::any_of(seen.each(), known)) seen.widen(restored->kept);
  }
  return seen;
}

// Whom lists name as the last to have edited the record: the author of the latest value in it.
Change latestEdit(const RecordState& state) {
  Change by;
  by.dot = state.created.dot;
  by.person = state.created.person;
  by.time = state.created.time;
  const auto look = [&by](const auto& heads) {
    for (const auto& head : heads) {
      if (head.time < by.time) continue;
      by.dot = head.dot;
      by.person = head.person;
      by.time = head.time;
    }
  };
  for (const FieldState& field : state.fields) look(field.heads);
  look(state.deletes);
  return by;
}

// Would every reader of its bytes take it?
bool fits(const RecordState& state) {
  ByteWriter out;
  encodeState(out, state);
  if (out.size() > limits::kStateBytes) return false;
  ByteReader in(out.bytes());
  decodeState(in);
  return in.finished();
}

class Joining {
 public:
  Joining(ServerWriter& store, ProgrammeTypes::Types types, ProgrammeRow row,
          std::vector<RestoreRow> restores, ReplicaRow giver, const OfferedCopies& offered,
          WallTime now)
      : store_(store),
        types_(std::move(types)),
        row_(std::move(row)),
        restores_(std::move(restores)),
        giver_(std::move(giver)),
        offer_(offered.offer),
        now_(now),
        vetting_(store, row_, restores_, giver_.replica, offered.counter,
                 {(now + limits::kClockTrust).time_since_epoch().count(), 0}) {
    for (const RestoreRow& each : restores_) lineage_.restored(each.epoch, each.kept);
  }

  // What this server says of its own past is known.
  Status checkLineage() const {
    for (const RestoredEpoch& told : offer_.lineage) {
      for (const RestoreRow& each : restores_) {
        if (each.epoch != told.epoch || each.kept == told.kept) continue;
        return Error{ErrorCode::kInvalid, "This tablet tells another past than this office had."};
      }
    }
    return {};
  }

  Status take(const OfferedCopy& offered) {
    ByteReader in(offered.state);
    RecordState copy = decodeState(in);
    if (!in.finished() || !vetting_.isOlder(copy)) return {};
    const RecordType* type = types_->type(copy.type);
    // To a key that a tablet made up the others would seal.
    if (type == nullptr || type->name == kOfficerKeyTypeName) return {};
    const auto gone = isErased(*type, copy);
    if (!gone) return gone.error();
    if (*gone) return {};
    auto now = store_.record(copy.id);
    if (!now) return now.error();
    if (*now && (*now)->type != copy.type) return {};
    RecordState record = *now ? **std::move(now) : kNoRecord;
    const Coverage seen = seenBy(*copy.number, offer_.lineage);
    const std::array roles{offer_.copyRole, giver_.role};
    auto ready = readyToJoin(*type, roles, std::move(copy), record, seen);
    if (!ready) return {};
    const Number number{row_.epoch, row_.lastNumber + 1};
    const Coverage kept = lineage_.seen(record.number ? *record.number : number);
    if (const Status vetted = vetting_.vet(*ready, record, *type, kept); !vetted) return vetted;
    return joinReady(*type, std::move(record), *ready, number);
  }

  bool changed() const { return changed_; }
  const ProgrammeRow& row() const { return row_; }

 private:
  // It, or what it belongs to.
  Result<bool> isErased(const RecordType& type, const RecordState& copy) {
    std::vector<RecordId> ids = ownersOf(type, copy);
    ids.push_back(copy.id);
    for (const RecordId& id : ids) {
      const auto erased = store_.erasure(id);
      if (!erased) return erased.error();
      if (erased->has_value()) return true;
    }
    return false;
  }

  Status joinReady(const RecordType& type, RecordState record, const RecordState& ready,
                   Number number) {
    const std::optional<Number> before = record.number;
    if (join(record, ready, number, lineage_) == Joined::kNothing || !fits(record)) return {};
    const Change by = latestEdit(record);
    RecordRow put{std::move(record), {}};
    put.facts = factsOf(type, put.state, by, by.time);
    put.facts.waits = type.reviewed;
    if (const Status stored = store_.putRecord(put); !stored) return stored;
    ByteWriter out;
    encodeState(out, ready);
    row_.lastNumber = number.n;
    changed_ = true;
    return store_.appendJoin({number, put.state.id, before, giver_.replica, now_, out.take()});
  }

  ServerWriter& store_;
  const ProgrammeTypes::Types types_;
  ProgrammeRow row_;
  const std::vector<RestoreRow> restores_;
  const ReplicaRow giver_;
  const OfferStates& offer_;
  const WallTime now_;
  CopyVetting vetting_;
  Lineage lineage_;
  bool changed_ = false;
};

}  // namespace

std::size_t OfferedCopies::sizeBytes() const {
  std::size_t sum = 0;
  for (const OfferedCopy& each : offer.copies) sum += each.state.size();
  return sum;
}

Status Arbiter::join(ServerWriter& programme, const OfferedCopies& offered) const {
  auto types = types_.of(programme);
  if (!types) return types.error();
  auto row = programme.programme();
  if (!row) return row.error();
  auto restores = programme.restores();
  if (!restores) return restores.error();
  auto giver = programme.replica(offered.replica);
  if (!giver) return giver.error();
  if (!giver->has_value()) return Error{ErrorCode::kNotFound, "This tablet is not enrolled here."};
  remember(*row);
  const std::uint64_t before = row->lastNumber;
  Joining joining(programme, *std::move(types), *std::move(row), *std::move(restores),
                  **std::move(giver), offered, clock_.wallNow());
  if (const Status known = joining.checkLineage(); !known) return known;
  for (const OfferedCopy& each : offered.offer.copies) {
    if (const Status taken = joining.take(each); !taken) return taken;
  }
  if (!joining.changed()) return {};
  ProgrammeRow moved = joining.row();
  tag(moved, before);
  return programme.putProgramme(moved);
}

}  // namespace rapport
