#include "mobile/platform/desktop_file_source.h"

#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QStandardPaths>
#include <QUrl>
#include <QWindow>
#include <utility>

namespace rapport {
namespace {

// What the core keeps (shared/media/media_kind.h) is told by content; a dialog sorts by names.
constexpr char kDialog[] = R"(
import QtQuick.Dialogs
FileDialog {
    fileMode: FileDialog.OpenFile
}
)";

// Where photos lie, rather than wherever the app was started from.
QUrl whereToBegin() {
  const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
  return QUrl::fromLocalFile(QDir(pictures).exists() ? pictures : QDir::homePath());
}

}  // namespace

bool DesktopFileSource::makeDialog() {
  if (!engine_) return false;
  QQmlComponent component(engine_);
  component.setData(kDialog, QUrl());
  dialog_ = component.create();
  if (!dialog_) {
    qWarning("No dialog for files can be shown: %s", qUtf8Printable(component.errorString()));
    return false;
  }
  dialog_->setParent(engine_);
  dialog_->setProperty("currentFolder", whereToBegin());
  connect(dialog_, SIGNAL(accepted()), this, SLOT(chosen()));
  connect(dialog_, SIGNAL(rejected()), this, SLOT(givenUp()));
  return true;
}

void DesktopFileSource::choose(const QString& title, Then then) {
  if (then_) return;
  if (!dialog_ && !makeDialog()) {
    broken_ = true;
    return then({});
  }
  then_ = std::move(then);
  dialog_->setProperty("title", title);
  const auto windows = QGuiApplication::topLevelWindows();
  if (!windows.isEmpty())
    dialog_->setProperty("parentWindow", QVariant::fromValue(windows.front()));
  QMetaObject::invokeMethod(dialog_, "open");
}

void DesktopFileSource::chosen() {
  answer(dialog_->property("selectedFile").toUrl().toLocalFile());
}

void DesktopFileSource::givenUp() { answer({}); }

void DesktopFileSource::answer(const QString& path) {
  const Then then = std::exchange(then_, nullptr);
  if (then) then(path);
}

}  // namespace rapport
