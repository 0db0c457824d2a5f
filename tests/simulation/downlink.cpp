#include "tests/simulation/downlink.h"

#include <algorithm>

#include "shared/merge/state_codec.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {

void DownlinkCheck::cameUp(const Bytes& frame) {
  if (frame.empty()) return;
  const auto kind = static_cast<FrameKind>(frame.front());
  const bool speaks = replica_ ? kind == FrameKind::kFork : kind == FrameKind::kHello;
  if (!speaks) return;
  const auto decoded = decodeFrame(frame);
  if (const auto* fork = decoded ? std::get_if<Fork>(&*decoded) : nullptr) {
    fork_ = *fork;
    return;
  }
  const auto* hello = decoded ? std::get_if<SignedHello>(&*decoded) : nullptr;
  if (hello == nullptr) return;
  replica_ = hello->hello.replica;
  toldThrough_ = hello->hello.settledThrough;
}

void DownlinkCheck::goesDown(const Bytes& frame) {
  const auto kind = static_cast<FrameKind>(frame.front());
  if (kind == FrameKind::kAccepted && fork_) {
    replica_ = fork_->replica;
    toldThrough_ = fork_->forkedAfter;
    fork_.reset();
  }
  if (kind != FrameKind::kVerdicts && kind != FrameKind::kStates) return;
  const auto decoded = decodeFrame(frame);
  if (!decoded || !replica_) return scene_.violated("the office sent a frame that nobody can read");
  if (const auto* verdicts = std::get_if<Verdicts>(&*decoded)) check(*verdicts);
  if (const auto* states = std::get_if<States>(&*decoded)) check(*states);
}

void DownlinkCheck::check(const Verdicts& verdicts) {
  for (const FrameVerdict& told : verdicts.verdicts) {
    const Dot dot{*replica_, told.counter};
    if (told.stage == VerdictStage::kQuarantined && ledger_.isAside(dot)) continue;
    const LogEntry* entry = ledger_.judged(dot);
    if (entry == nullptr) return scene_.violated(textOf(dot) + " got its answer before the commit");
    const Verdict& verdict = entry->verdict;
    const bool same = static_cast<int>(told.stage) == static_cast<int>(verdict.stage) &&
                      told.effective == verdict.effective && told.before == verdict.before &&
                      told.after == verdict.after && told.mac == verdict.mac;
    if (!same) return scene_.violated(textOf(dot) + " got another answer than the log has");
    toldThrough_ = std::max(toldThrough_, told.counter);
  }
}

void DownlinkCheck::check(const States& states) {
  if (ledger_.isWithdrawn(*replica_)) {
    return scene_.violated("states went down to a device that was shut out");
  }
  const Role role = ledger_.roleOf(*replica_);
  for (const RecordState& state : states.states) {
    checkScope(state, role);
    checkOrder(state);
  }
}

void DownlinkCheck::checkScope(const RecordState& state, Role role) {
  const RecordType* type = simCatalogue().type(state.type);
  const std::string name = "record " + state.id.toString().substr(0, 4);
  if (type == nullptr || !type->readers.contains(role)) {
    return scene_.violated(name + " is not for the role it was sent to");
  }
  if (oracle_.isSealed(state.id) && role != Role::kSafeguarding) {
    return scene_.violated(name + " is sealed, and was sent");
  }
  for (const FieldState& field : state.fields) {
    if (field.field != kDeletedField && isHidden(*type, {field.field}, role)) {
      return scene_.violated(name + " was sent with a field that is hidden from the role");
    }
    for (const RowState& row : field.rows) {
      for (const FieldState& cell : row.fields) {
        if (!isHidden(*type, {field.field, nameOf(row.id), cell.field}, role)) continue;
        return scene_.violated(name + " was sent with a cell that is hidden from the role");
      }
    }
  }
  if (role != Role::kVolunteer) return;
  ByteWriter bytes;
  encodeState(bytes, state);
  if (ByteView(bytes.bytes()).find(kSecretMark) != ByteView::npos) {
    scene_.violated(name + " brought secret words to a volunteer");
  }
}

void DownlinkCheck::checkOrder(const RecordState& state) {
  if (ledger_.isCloned(*replica_)) return;  // it may be the other one's
  for (auto each = ledger_.log().lower_bound({*replica_, toldThrough_ + 1});
       each != ledger_.log().end() && each->first.replica == *replica_; ++each) {
    const auto& after = each->second.verdict.after;
    if (each->second.record != state.id || !after || after->n > state.number->n) continue;
    return scene_.violated("a state went down before the verdict on " + textOf(each->first) +
                           ", which it holds");
  }
}

}  // namespace rapport::simulation
