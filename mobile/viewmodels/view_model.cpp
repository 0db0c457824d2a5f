#include "mobile/viewmodels/view_model.h"

#include "mobile/viewmodels/tongue.h"

namespace rapport {

void ViewModel::setDesk(FrontDesk* desk) {
  if (desk == desk_) return;
  if (desk_ != nullptr) desk_->disconnect(this);
  desk_ = desk;
  if (desk_ != nullptr) {
    connect(desk_, &FrontDesk::recordsChanged, this, &ViewModel::refresh);
    connect(desk_, &FrontDesk::enrolledChanged, this, &ViewModel::refresh);
  }
  emit deskChanged();
  refresh();
}

void ViewModel::componentComplete() {
  building_ = false;
  refresh();
}

void ViewModel::refresh() {
  if (building_ || desk_ == nullptr || !desk_->enrolled()) return;
  if (reading_) {
    stale_ = true;
    return;
  }
  reading_ = true;
  readAgain();
}

void ViewModel::readingShown() {
  reading_ = false;
  if (!stale_) return;
  stale_ = false;
  refresh();
}

void ViewModel::say(const Error& error) {
  if (desk_ != nullptr && error.code == ErrorCode::kStorageFull) desk_->setFull(true);
  say(wordsOf(error));
}

void ViewModel::say(const QString& problem) {
  if (problem == problem_) return;
  problem_ = problem;
  emit problemChanged();
}

}  // namespace rapport
