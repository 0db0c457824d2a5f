#include <algorithm>
#include <utility>

#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/merge/filter.h"
#include "shared/merge/state_codec.h"
#include "shared/model/access.h"
#include "shared/sync/server_session.h"

// The way down: what a session sends of the programme's states, filtered for its role.

namespace rapport {
namespace {

// One frame's worth of states, filled until it is large enough.
class StatesFrame {
 public:
  explicit StatesFrame(std::size_t targetBytes) : targetBytes_(targetBytes) {}

  bool full() const {
    return states_.size() >= targetBytes_ || count_ + forget_.size() >= limits::kStatesPerFrame;
  }
  std::size_t sizeBytes() const { return states_.size(); }

  // As it lies in the store, where this role reads all of it.
  Status add(const Catalogue& catalogue, Role role, const StoredState& stored) {
    const RecordType* type = catalogue.type(stored.type);
    if (type != nullptr && !stored.undeclared && mayReadWhole(*type, role)) {
      states_.raw(stored.encoded);
      ++count_;
      return {};
    }
    auto record = stored.unpack();
    if (!record) return record.error();
    add(catalogue, role, *std::move(record));
    return {};
  }

  // False where this role has nothing to learn of the record.
  bool add(const Catalogue& catalogue, Role role, RecordState record) {
    const RecordType* type = catalogue.type(record.type);
    const RecordId id = record.id;
    if (const auto visible = filterFor(role, type, std::move(record))) {
      encodeState(states_, *visible);
      ++count_;
      return true;
    }
    if (type == nullptr || !mayRead(*type, role)) return false;
    // Visible once, perhaps: only this record's own fields hide it.
    forget(id);
    return true;
  }

  void forget(RecordId id) { forget_.push_back(id); }

  bool empty() const { return count_ == 0 && forget_.empty(); }

  Bytes finish(const Cursor& cursor, std::uint64_t remaining) {
    return encodeFrame(PackedStates{cursor, remaining, count_, states_.take(), std::move(forget_)});
  }

 private:
  std::size_t targetBytes_;
  ByteWriter states_;
  std::size_t count_ = 0;
  std::vector<RecordId> forget_;
};

}  // namespace

ServerStep ServerSession::onPull(const Pull& pull, ServerReader* reader) {
  if (reader == nullptr) return end(RefusalCode::kTrouble, "The programme is not here any more.");
  // A cursor of another epoch says nothing here: that tablet begins anew.
  const bool known = pull.after && pull.after->number.epoch == epoch_;
  sentThrough_ = known ? pull.after->number.n : 0;
  sentTag_ = known ? pull.after->tag : 0;
  tookThrough_ = sentThrough_;
  const auto left = reader->countAfter(sentThrough_);
  if (!left) return inTrouble(left.error());
  remaining_ = *left;
  pulling_ = true;
  mayOffer_ = false;
  backlog_ = true;
  greeted_ = false;
  return {};
}

// Whoever changes a role dismisses its sessions once that is committed; what this snapshot holds
// may be newer than the role that was greeted.
std::optional<ServerStep> ServerSession::endIfRoleChanged(ServerReader& reader) {
  const auto row = reader.replica(*replica_);
  if (!row) return inTrouble(row.error());
  if (row->has_value() && (*row)->role == role_ && !(*row)->revoked) return std::nullopt;
  if (row->has_value() && (*row)->revoked) {
    return end(RefusalCode::kRevoked, "The coordinator has withdrawn this tablet's access.");
  }
  return end(RefusalCode::kBusy,
             "What this tablet may see has changed. It connects again by itself.");
}

// Whoever may have something of it is told; to anybody else it would only tell that there was one.
Result<bool> ServerSession::concerns(ServerReader& reader, const Catalogue& types,
                                     const ErasureRow& erased) const {
  const RecordType* type = types.type(erased.type);
  if (type == nullptr || mayRead(*type, role_) || mayWrite(*type, role_)) return true;
  // Under a role that it had before, perhaps.
  const auto row = reader.replica(*replica_);
  if (!row) return row.error();
  const auto written = reader.history(erased.record, std::nullopt, limits::kRecordsPerPage);
  if (!written) return written.error();
  return std::ranges::any_of(*written, [&](const LogEntry& entry) {
    if (entry.dot.replica == *replica_) return true;
    if (!*row) return false;
    return std::ranges::any_of(
        (*row)->formerly, [&](const auto& former) { return former.first == entry.dot.replica; });
  });
}

// What was erased since the states that went out, before the cursor passes it. Each frame says
// where the tablet stands already.
Result<std::vector<Bytes>> ServerSession::forgotten(ServerReader& reader, const Catalogue& types,
                                                    std::uint64_t through) const {
  std::vector<Bytes> frames;
  std::uint64_t after = sentThrough_;
  while (true) {
    const auto erasures = reader.erasuresAfter(after, limits::kStatesPerFrame);
    if (!erasures) return erasures.error();
    Forget forget{{{epoch_, sentThrough_}, sentTag_}, {}};
    for (const ErasureRow& each : *erasures) {
      if (each.number.n > through) break;
      const auto concerned = concerns(reader, types, each);
      if (!concerned) return concerned.error();
      if (*concerned) forget.records.push_back({each.record, ForgetReason::kErased});
    }
    std::ranges::sort(forget.records, {}, &ForgottenRecord::record);
    if (!forget.records.empty()) frames.push_back(encodeFrame(forget));
    const bool more = erasures->size() == limits::kStatesPerFrame;
    if (!more || erasures->back().number.n >= through) return frames;
    after = erasures->back().number.n;
  }
}

ServerStep ServerSession::pull(ServerReader& reader) {
  if (!needed_.empty()) return sendNeeded(reader);
  marked_ = false;
  if (auto ended = endIfRoleChanged(reader)) return *std::move(ended);
  const auto programme = reader.programme();
  if (!programme) return inTrouble(programme.error());
  if (programme->epoch != epoch_) {
    return end(RefusalCode::kBusy,
               "The office was restored from a backup. The tablet connects again by itself.");
  }
  const auto types = types_.of(reader);
  if (!types) return inTrouble(types.error());
  StatesFrame frame(pace_.frameBytes());
  Cursor cursor{{epoch_, programme->lastNumber}, programme->tag};
  bool cutShort = false;
  // What the tablet has pushed and folded is not even read: the end of a day's upload is at hand.
  const std::uint64_t from = folded_.heldThrough(sentThrough_);
  std::uint64_t passed = from - sentThrough_;
  Status added;
  const Status read = reader.statesAfter(from, [&](const StoredState& record) {
    if (frame.full()) {
      cutShort = true;
      return false;
    }
    cursor = {{epoch_, record.n}, 0};
    ++passed;
    if (!folded_.holds(record.n)) added = frame.add(**types, role_, record);
    return added.ok();
  });
  if (!read) return inTrouble(read.error());
  if (!added) return inTrouble(added.error());
  if (!cutShort) cursor = {{epoch_, programme->lastNumber}, programme->tag};
  remaining_ = cutShort ? std::max<std::uint64_t>(1, remaining_ - std::min(remaining_, passed)) : 0;
  backlog_ = cutShort;
  const bool moved = cursor.number.n > sentThrough_;
  ServerStep step;
  if (moved) {
    auto erased = forgotten(reader, **types, cursor.number.n);
    if (!erased) return inTrouble(erased.error());
    statesInFlight_ += erased->size();
    step.frames = *std::move(erased);
  }
  sentThrough_ = cursor.number.n;
  sentTag_ = cursor.tag;
  folded_.passed(sentThrough_);
  // The first answer always goes out, so that the tablet knows that it has caught up.
  if (frame.empty() && greeted_ && !moved) return step;
  greeted_ = true;
  ++statesInFlight_;
  spokeAt_ = clock_.steadyNow();
  pace_.sent(frame.sizeBytes(), spokeAt_);
  step.frames.push_back(frame.finish(cursor, remaining_));
  return step;
}

ServerStep ServerSession::onNeed(const Need& need, ServerReader* reader) {
  if (reader == nullptr || !pulling_)
    return end(RefusalCode::kOutOfOrder, "This message may not come now.");
  const bool tooMany = needed_.size() + need.records.size() > limits::kNeedsWaiting;
  if (tooMany) return end(RefusalCode::kOutOfOrder, "This tablet asks for more than it can lack.");
  needed_.insert(needed_.end(), need.records.begin(), need.records.end());
  // Behind the verdicts, like every state.
  return pushesInFlight_ == 0 ? sendNeeded(*reader) : ServerStep{};
}

ServerStep ServerSession::sendNeeded(ServerReader& reader) {
  const std::vector<RecordId> needed = std::exchange(needed_, {});
  if (auto ended = endIfRoleChanged(reader)) return *std::move(ended);
  const auto types = types_.of(reader);
  if (!types) return inTrouble(types.error());
  StatesFrame frame(pace_.frameBytes());
  ServerStep step;
  const auto send = [&] {
    ++statesInFlight_;
    pace_.sent(frame.sizeBytes(), clock_.steadyNow());
    step.frames.push_back(frame.finish({{epoch_, sentThrough_}, sentTag_}, remaining_));
    frame = StatesFrame(pace_.frameBytes());
  };
  for (const RecordId& id : needed) {
    auto record = reader.record(id);
    if (!record) return inTrouble(record.error());
    // Whoever asks gets an answer for each, or would wait for ever.
    if (!*record || !frame.add(**types, role_, **std::move(record))) frame.forget(id);
    if (frame.full()) send();
  }
  send();
  return step;
}

}  // namespace rapport
