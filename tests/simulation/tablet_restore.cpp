#include "tests/simulation/tablet.h"

// What a tablet holds of what an office forgot that went back to a backup.

namespace rapport::simulation {

void Tablet::holdCopies() {
  heldAtRestore_.clear();
  image_.reset();
  if (!isRunning()) return;
  const auto standing = real_->standing();
  if (!standing || !standing->cursor)
    return feelPower();  // it came with nothing that an office gave
  heldFor_ = standing->copyRole;
  imagesAtRestore_ = imagesPutBack_;
  admissionsAtRestore_ = office_.ledger().admissions();
  std::vector<std::pair<RecordId, Number>> held;
  const Status read = real_->copiesAfter(std::nullopt, [&](const RecordState& copy) {
    if (copy.number) held.emplace_back(copy.id, *copy.number);
    return true;
  });
  if (!read) return feelPower();
  for (const auto& [id, number] : held) {
    const auto outdated = real_->outdatedFor(id);
    if (outdated && !*outdated) heldAtRestore_.emplace_back(id, number);
  }
  feelPower();
}

void Tablet::checkCopiesGivenBack() {
  const bool another =
      imagesAtRestore_ != imagesPutBack_ || admissionsAtRestore_ != office_.ledger().admissions();
  if (another) return;
  for (const auto& [id, number] : heldAtRestore_) {
    const auto lacking = oracle_.lacks(id, number, {heldFor_});
    if (!lacking) continue;
    scene_.violated("the office lacks " + *lacking + ", which " + name_ + " had a copy of");
  }
}

}  // namespace rapport::simulation
