#include <QGuiApplication>

#include <gtest/gtest.h>

#include "tests/mobile/qml/glass.h"

int main(int argc, char** argv) {
  rapport::testing::drawOffScreen();
  QGuiApplication app(argc, argv);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
