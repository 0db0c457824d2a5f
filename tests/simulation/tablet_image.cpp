#include <utility>

#include "tests/simulation/tablet.h"

// A tablet whose disk is copied, put back, and perhaps goes on under another name; or is made anew.

namespace rapport::simulation {
namespace {

// Long enough for whatever had reached the office to be committed there, or never to be.
constexpr Millis kShortestRepair{1'000};
constexpr Millis kLongestRepair{15'000};

}  // namespace

Tablet::Tablet(const Tablet& original, std::size_t number)
    : scene_(original.scene_),
      office_(original.office_),
      oracle_(original.oracle_),
      place_(original.place_),
      name_("tablet" + std::to_string(number)),
      clock_(scene_.agenda),
      machine_(Machine::Content::kTabletProfile, scene_.options.seed * 31 + number, clock_,
               scene_.options.mutant),
      key_(SigningKey::fromSeed(original.key_.seed())),
      replica_(original.replica_),
      person_(original.person_),
      check_(scene_, original.office_.ledger(), name_, replica_),
      edits_(original.edits_) {
  scene_.note(name_, "is a clone of " + original.name_);
  office_.ledger().clone(replica_);
  machine_.disk().putBack(original.machine_.disk().image());
  check_.putBack(original.check_.known());
  boot();
}

std::vector<Oracle::Edit> Tablet::ownEditsBefore(std::uint64_t counter) const {
  std::vector<Oracle::Edit> own;
  const auto end = edits_.lower_bound(counter);
  for (auto each = edits_.begin(); each != end; ++each) own.push_back(each->second);
  return own;
}

void Tablet::saved(const std::vector<std::uint64_t>& counters) {
  check_.saved(*real_, counters);
  for (const std::uint64_t counter : counters) {
    const auto own = real_->change(counter);
    if (own && *own) oracle_.wrote(edits_.at(counter), (*own)->change.dot, (*own)->hash);
  }
}

// The disk may hold what its author was told could not be saved, and the other life of a device
// that lives twice another change of that name.
void Tablet::findSavedInVain() {
  const auto& saved = check_.known().saved;
  const auto last = saved.empty() ? edits_.begin() : edits_.upper_bound(saved.rbegin()->first);
  for (auto each = last; each != edits_.end(); ++each) {
    const auto own = real_->change(each->first);
    if (own && *own) oracle_.wrote(each->second, (*own)->change.dot, (*own)->hash);
  }
}

void Tablet::followName() {
  const auto standing = real_->standing();
  if (!standing || standing->replica == replica_) return;
  std::uint64_t after = standing->counter;
  for (auto each = edits_.rbegin(); each != edits_.rend(); ++each) {
    const auto own = real_->change(each->first);
    if (!own) return;
    // One that was never saved has no name to change.
    if (!*own) continue;
    if ((*own)->change.dot.replica != standing->replica) break;
    oracle_.rename(each->second, (*own)->change.dot);
    oracle_.wrote(each->second, (*own)->change.dot, (*own)->hash);
    after = each->first - 1;
  }
  scene_.note(name_, "goes on as " + standing->replica.toString().substr(0, 4) + " after " +
                         std::to_string(after));
  replica_ = standing->replica;
  check_.renamed(*real_, replica_, after);
}

void Tablet::takeImage() {
  if (!isRunning()) return;
  // Not before it was heard by an office that went back: both together is another story.
  const auto standing = real_->standing();
  const bool heard =
      standing && standing->cursor && standing->cursor->number.epoch == office_.ledger().epoch();
  if (office_.ledger().restores() > 0 && !heard) return feelPower();
  scene_.note(name_, "is copied");
  image_ = Image{machine_.disk().image(), check_.known(), edits_, replica_};
}

void Tablet::putImageBack() {
  if (notebook_ == nullptr || ending_ || !image_) return;
  scene_.note(name_, "is put back to what it was");
  office_.forgetBackup();  // both together is another story (DESIGN.md "Restores")
  if (wire_ != nullptr) wire_->sever();
  machine_.disk().putBack(image_->disk);
  check_.putBack(image_->known);
  edits_ = image_->edits;
  replica_ = image_->replica;
  // What was saved in vain, as far as its author could tell, may have been copied all the same.
  for (const auto& [counter, edit] : edits_) oracle_.holdsAgain(edit, {replica_, counter});
  ++imagesPutBack_;
  end(scene_.mishapDice.between(kShortestRepair, kLongestRepair));
}

void Tablet::switchOff() {
  scene_.note(name_, "is switched off");
  lose();
  machine_.disk().killPrograms();
  end(kShortestRepair);
  machine_.makeAnew();
  ++life_;
  cleared_ = true;
}

void Tablet::reinstall() {
  if (notebook_ == nullptr || ending_ || !office_.isRunning()) return;
  SigningKey key = SigningKey::generate(scene_.random);
  const ReplicaId replica{makeUuidV4(scene_.random)};
  if (const Status in = enrol(key, replica); !in) return;
  scene_.note(name_, "is installed anew");
  if (wire_ != nullptr) wire_->sever();
  end(scene_.mishapDice.between(kShortestRepair, kLongestRepair));
  machine_.makeAnew();
  key_ = std::move(key);
  replica_ = replica;
  edits_.clear();
  image_.reset();
  ++imagesPutBack_;
  check_.installedAnew(replica);
  const Status kept = keepEnrolment(replica);
  profile_.reset();
  if (!kept) scene_.violated("enrolment failed: " + kept.error().message);
}

}  // namespace rapport::simulation
