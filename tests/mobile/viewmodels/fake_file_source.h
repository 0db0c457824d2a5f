#pragma once

#include <QStringList>
#include <optional>

#include "mobile/viewmodels/file_source.h"

namespace rapport::testing {

// A dialog and a camera that answer at once with what the test has laid ready, in that order; with
// nothing left, the person thinks better of it.
class FakeFileSource final : public FileSource {
 public:
  void next(const QString& path) { ready_.append(path); }
  void giveCamera() { camera_ = true; }

  bool canChoose() const override { return true; }
  void choose(const QString& title, Then then) override {
    title_ = title;
    answer(then);
  }
  bool hasCamera() const override { return camera_; }
  void takePhoto(Then then) override { answer(then); }

  const QString& title() const { return title_; }

 private:
  void answer(const Then& then) { then(ready_.isEmpty() ? QString() : ready_.takeFirst()); }

  QStringList ready_;
  QString title_;
  bool camera_ = false;
};

}  // namespace rapport::testing
