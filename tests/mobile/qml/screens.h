#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/mobile/qml/glass.h"
#include "tests/mobile/qml/saved_here.h"
#include "tests/mobile/viewmodels/office_hand.h"
#include "tests/mobile/viewmodels/solo_desk.h"
#include "tests/support/temp_folder.h"

// So that a failed comparison can be read.
inline void PrintTo(const QString& text, std::ostream* out) {
  *out << '"' << text.toStdString() << '"';
}

namespace rapport::testing {

// The tablet of the working day on the real store, in the hand of whoever tests a screen.
class Screens : public ::testing::Test {
 protected:
  explicit Screens(QSize size = kLying);
  // No screen may leave QML complaining.
  ~Screens() override { EXPECT_EQ(glass_->faults().join('\n'), ""); }

  Finger& finger() { return glass_->finger(); }
  // A property of an item in sight; none if it does not come.
  QVariant shown(const QString& item, const char* property) {
    const QQuickItem* found = finger().comes(item);
    return found != nullptr ? found->property(property) : QVariant();
  }

  QQuickWindow& window() { return glass_->view(); }
  // What the person here chooses and takes photos with.
  FakeFileSource& source() { return glass_->source(); }
  FailingDisk& disk() { return solo_->disk(); }
  // On the worker alone: inside office().
  LocalAttachments& attachments() { return solo_->attachments(); }
  FrontDesk& frontDesk() { return glass_->frontDesk(); }
  // What participants answered and the office does not have yet.
  std::vector<DroppedAnswer> answers();
  // Every digit, then OK.
  bool typePin(const char* digits);

  // The office's doing, as if it had just come down.
  void office(const std::function<void(OfficeHand&, Notebook&)>& work);
  // What was saved by hand since the morning; all of it stands as saved here.
  std::vector<RecordSheet> saved(const std::string& type);
  // How many changes this tablet has made in its life.
  std::uint64_t changesMade() { return testing::changesMade(glass_->desk()); }
  // The app is closed and opened again, the profile as well.
  void restart();

  ManualClock clock_;

 private:
  void open();

  const QSize size_;
  TempFolder folder_;
  OfficeHand::Ledger ledger_;
  SoloDesk* solo_ = nullptr;
  std::unique_ptr<Glass> glass_;
  std::uint64_t morning_ = 0;
};

}  // namespace rapport::testing
