#pragma once

#include <QObject>
#include <QPointer>
#include <QQmlEngine>

#include "mobile/viewmodels/file_source.h"

namespace rapport {

// A desktop's own dialog for choosing a file (Qt Quick Dialogs: the desktop's where Qt knows it,
// else one that Qt draws). There is no camera: a photo is taken with whatever takes photos there,
// and then chosen or dropped on the screen.
class DesktopFileSource final : public QObject, public FileSource {
  Q_OBJECT

 public:
  // `engine` makes the dialog when it is first asked for.
  explicit DesktopFileSource(QQmlEngine& engine) : engine_(&engine) {}

  bool canChoose() const override { return !broken_; }
  void choose(const QString& title, Then then) override;
  bool hasCamera() const override { return false; }
  void takePhoto(Then) override {}

 private:
  bool makeDialog();
  Q_SLOT void chosen();
  Q_SLOT void givenUp();
  void answer(const QString& path);

  QPointer<QQmlEngine> engine_;
  QPointer<QObject> dialog_;
  bool broken_ = false;  // this machine has no dialog to show
  Then then_;
};

}  // namespace rapport
