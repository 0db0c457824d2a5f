#include "mobile/viewmodels/undo_toast.h"

namespace rapport {
namespace {
constexpr int kHoldMillis = 6000;  // DESIGN "Toast"
}

UndoToast::UndoToast(QObject* parent) : QObject(parent) {
  hold_.setSingleShot(true);
  hold_.setInterval(kHoldMillis);
  connect(&hold_, &QTimer::timeout, this, &UndoToast::dismiss);
}

void UndoToast::show(const QString& text, std::function<void()> undo) {
  text_ = text;
  undo_ = std::move(undo);
  hold_.start();
  emit changed();
}

void UndoToast::undo() {
  const auto undo = std::exchange(undo_, {});
  dismiss();
  if (undo) undo();
}

void UndoToast::dismiss() {
  hold_.stop();
  text_.clear();
  undo_ = {};
  emit changed();
}

}  // namespace rapport
