#include "tests/mobile/qml/screens.h"

#include "tests/mobile/qml/working_day.h"

namespace rapport::testing {

Screens::Screens(QSize size) : size_(size) {
  {
    SoloDesk desk(folder_.path().string(), clock_, SoloDesk::Who{});
    liveThrough(desk, clock_, ledger_);
    morning_ = testing::changesMade(desk);
  }
  open();
}

void Screens::open() {
  auto desk = std::make_unique<SoloDesk>(folder_.path().string(), clock_, SoloDesk::Who{});
  solo_ = desk.get();
  glass_ = std::make_unique<Glass>(std::move(desk), size_);
}

void Screens::restart() {
  EXPECT_EQ(glass_->faults().join('\n'), "");
  glass_.reset();
  open();
}

void Screens::office(const std::function<void(OfficeHand&, Notebook&)>& work) {
  solo_->behind([&](Notebook& notebook, Drafts&) {
    OfficeHand hand(notebook, clock_, ledger_);
    work(hand, notebook);
  });
  solo_->tell(RecordsChanged{});
  finger().settle();
}

std::vector<DroppedAnswer> Screens::answers() {
  std::vector<DroppedAnswer> waiting;
  solo_->behind([&](Notebook&, Drafts&) {
    const auto found = solo_->answers().waiting();
    ASSERT_TRUE(found.ok()) << found.error().message;
    waiting = *found;
  });
  return waiting;
}

bool Screens::typePin(const char* digits) {
  for (const char* digit = digits; *digit != '\0'; ++digit)
    if (!finger().tap(QStringLiteral("digit") + QLatin1Char(*digit))) return false;
  return finger().tap("enterPin");
}

std::vector<RecordSheet> Screens::saved(const std::string& type) {
  auto sheets = savedAfter(*solo_, morning_, type);
  for (const RecordSheet& sheet : sheets)
    EXPECT_EQ(sheet.receipt.stage, ReceiptStage::kSaved) << type;
  return sheets;
}

}  // namespace rapport::testing
