#include <QCoreApplication>

#include <gtest/gtest.h>

#include "mobile/viewmodels/tongue.h"

int main(int argc, char** argv) {
  QCoreApplication app(argc, argv);
  rapport::speak(rapport::Tongue::kEnglish);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
