// The real dialog of Qt Quick, off screen.

#include "mobile/platform/desktop_file_source.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QUrl>
#include <QtTest>
#include <optional>

#include <gtest/gtest.h>

namespace rapport {
namespace {

class Choosing : public ::testing::Test {
 protected:
  Choosing() { window_.show(); }

  void ask() {
    source_.choose("Which photo or file?", [this](const QString& path) {
      ++answers_;
      path_ = path;
    });
  }
  QObject* dialog() {
    for (QObject* child : engine_.children())
      if (child->inherits("QQuickFileDialog")) return child;
    return nullptr;
  }

  // What Qt draws where the desktop has no dialog of its own.
  QObject* drawnDialog() {
    for (QObject* child : window_.findChildren<QObject*>())
      if (child->inherits("QQuickFileDialogImpl")) return child;
    return nullptr;
  }

  QQmlEngine engine_;
  QQuickWindow window_;
  DesktopFileSource source_{engine_};
  int answers_ = 0;
  std::optional<QString> path_;
};

TEST_F(Choosing, ADesktopHasADialogAndNoCamera) {
  EXPECT_TRUE(source_.canChoose());
  EXPECT_FALSE(source_.hasCamera());
}

TEST_F(Choosing, WhoeverClosesTheDialogChoseNothingAndMayAskAgain) {
  ask();
  ASSERT_NE(dialog(), nullptr);
  EXPECT_TRUE(dialog()->property("visible").toBool());
  EXPECT_EQ(dialog()->property("title").toString().toStdString(), "Which photo or file?");
  ask();
  EXPECT_EQ(answers_, 0) << "one is open already";
  QMetaObject::invokeMethod(dialog(), "reject");
  EXPECT_TRUE(QTest::qWaitFor([&] { return answers_ == 1; }));
  EXPECT_EQ(path_->toStdString(), "");
  ask();
  EXPECT_TRUE(dialog()->property("visible").toBool());
}

TEST_F(Choosing, BeginsWherePhotosLie) {
  const QTemporaryDir home;
  const QByteArray before = qgetenv("HOME");
  qputenv("HOME", home.path().toUtf8());
  ASSERT_TRUE(QDir(home.path()).mkdir("Pictures"));
  ask();
  qputenv("HOME", before);
  ASSERT_NE(dialog(), nullptr);
  EXPECT_EQ(dialog()->property("currentFolder").toUrl().toLocalFile().toStdString(),
            home.filePath("Pictures").toStdString());
}

TEST_F(Choosing, WhatWasChosenComesAsAPathOfThisMachine) {
  const QTemporaryDir folder;
  const QString path = folder.filePath("wall of notes.jpg");
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.close();
  ask();
  ASSERT_NE(dialog(), nullptr);
  QObject* drawn = drawnDialog();
  ASSERT_NE(drawn, nullptr);
  drawn->setProperty("currentFolder", QUrl::fromLocalFile(folder.path()));
  drawn->setProperty("selectedFile", QUrl::fromLocalFile(path));
  QMetaObject::invokeMethod(drawn, "accept");
  EXPECT_TRUE(QTest::qWaitFor([&] { return answers_ == 1; }));
  EXPECT_EQ(path_->toStdString(), path.toStdString());
}

}  // namespace
}  // namespace rapport

int main(int argc, char** argv) {
  QGuiApplication app(argc, argv);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
