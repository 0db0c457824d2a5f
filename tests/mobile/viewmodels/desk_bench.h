#pragma once

#include <QCoreApplication>
#include <memory>
#include <ostream>
#include <string>

#include "mobile/viewmodels/front_desk.h"
#include "mobile/viewmodels/row_list.h"
#include "mobile/viewmodels/view_model.h"
#include "tests/mobile/viewmodels/fake_file_source.h"
#include "tests/mobile/viewmodels/office_hand.h"
#include "tests/mobile/viewmodels/solo_desk.h"
#include "tests/support/temp_folder.h"

// So that a failed comparison can be read.
inline void PrintTo(const QString& text, std::ostream* out) {
  *out << '"' << text.toStdString() << '"';
}
inline void PrintTo(const QVariant& value, std::ostream* out) { PrintTo(value.toString(), out); }

namespace rapport::testing {

// A desk in a folder of its own, an office at hand, and the GUI thread to run view models on.
class DeskBench {
 public:
  explicit DeskBench(const SoloDesk::Who& who = {}) : who_(who) { open(); }

  FrontDesk& desk() { return *desk_; }
  SoloDesk& solo() { return *solo_; }
  ManualClock& clock() { return clock_; }
  // What the person here chooses and takes photos with.
  FakeFileSource& source() { return *source_; }

  // As a restart would: the worker ends, and everything is opened anew from the disk.
  void restart() {
    desk_.reset();
    open();
  }

  // A view model on this desk, with what it reads.
  template <typename Model>
  std::unique_ptr<Model> show() {
    auto model = std::make_unique<Model>();
    model->setDesk(desk_.get());
    settle();
    return model;
  }

  // Until the worker has nothing to do and the view models show it.
  void settle() {
    for (int round = 0; round < kRounds; ++round) {
      QCoreApplication::processEvents();
      solo_->behind([](Notebook&, Drafts&) {});
      QCoreApplication::processEvents();
    }
  }

  void office(const std::function<void(OfficeHand&, Notebook&)>& work) {
    solo_->behind([&](Notebook& notebook, Drafts&) {
      OfficeHand hand(notebook, clock_, ledger_);
      work(hand, notebook);
    });
    solo_->tell(RecordsChanged{});
    settle();
  }

  // All records of a type that stand on the tablet.
  std::vector<RecordSheet> records(const std::string& type) {
    std::vector<RecordSheet> found;
    solo_->behind([&](Notebook& notebook, Drafts&) {
      static_cast<void>(notebook.each(type, [&](const RecordSheet& sheet) {
        found.push_back(sheet);
        return true;
      }));
    });
    return found;
  }

 private:
  static constexpr int kRounds = 6;

  void open() {
    auto solo = std::make_unique<SoloDesk>(folder_.path().string(), clock_, who_);
    solo_ = solo.get();
    desk_ = std::make_unique<FrontDesk>(std::move(solo));
    auto source = std::make_unique<FakeFileSource>();
    source_ = source.get();
    desk_->offer(std::move(source));
  }

  TempFolder folder_;
  ManualClock clock_;
  OfficeHand::Ledger ledger_;
  SoloDesk::Who who_;
  SoloDesk* solo_ = nullptr;
  FakeFileSource* source_ = nullptr;
  std::unique_ptr<FrontDesk> desk_;
};

// One value of a row by its place.
inline QVariant cell(const RowList& rows, int row, const char* role) {
  const auto names = rows.roleNames();
  return rows.data(rows.index(row), names.key(role));
}

}  // namespace rapport::testing
