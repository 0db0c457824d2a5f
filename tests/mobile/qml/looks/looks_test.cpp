// The checks of the pictures find what is planted, and only that.

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QtTest>
#include <memory>
#include <ostream>

#include <gtest/gtest.h>

#include "tests/mobile/qml/looks/contrast_check.h"
#include "tests/mobile/qml/looks/layout_check.h"

// So that a failed comparison can be read.
inline void PrintTo(const QString& text, std::ostream* out) { *out << text.toStdString(); }

namespace rapport::testing {
namespace {

// A window of 400 × 300 with what the test puts in it.
class LooksTest : public ::testing::Test {
 protected:
  void show(const QByteArray& items) {
    view_.resize(400, 300);
    QQmlComponent component(view_.engine());
    component.setData(
        "import QtQuick\nimport QtQuick.Templates as T\n"
        "Rectangle { width: 400; height: 300; color: \"white\"\n" +
            items + "\n}",
        QUrl(QStringLiteral("qrc:/planted.qml")));
    auto* root = qobject_cast<QQuickItem*>(component.create());
    ASSERT_NE(root, nullptr) << qPrintable(component.errorString());
    view_.setContent(QUrl(), nullptr, root);
    view_.show();
    QTest::qWait(1);
  }

  QString layout() {
    QStringList found;
    for (const Finding& each : layoutFaults(*view_.contentItem())) found.append(each.what);
    return found.join(QStringLiteral("; "));
  }
  QString contrast(const LeastContrast& least = kIndoors) {
    QStringList found;
    const QImage picture = view_.grabWindow();
    for (const Finding& each : contrastFaults(*view_.contentItem(), picture, least))
      found.append(each.what);
    return found.join(QStringLiteral("; "));
  }

 private:
  QQuickView view_;
};

constexpr auto kButton = "T.AbstractButton { width: 100; height: 60; x: %1; y: %2 }\n";

QByteArray button(int x, int y) { return QString::fromLatin1(kButton).arg(x).arg(y).toLatin1(); }

TEST_F(LooksTest, AScreenInOrderHasNoFaults) {
  show(button(0, 0) + button(0, 70) +
       R"(Text { x: 120; y: 10; width: 200; text: "Saved here"; font.pixelSize: 18 })");
  EXPECT_EQ(layout(), "");
  EXPECT_EQ(contrast(), "");
}

TEST_F(LooksTest, FindsAPlantedOverlap) {
  show(button(0, 0) + button(60, 40));
  EXPECT_TRUE(layout().contains("lies upon")) << qPrintable(layout());
}

TEST_F(LooksTest, FindsATextOnAButtonThatIsNotItsOwn) {
  show(button(0, 0) + R"(Text { x: 20; y: 20; text: "Undo" })");
  EXPECT_TRUE(layout().contains("lies upon")) << qPrintable(layout());
}

TEST_F(LooksTest, ASheetAboveIsNoOverlap) {
  show(button(0, 0) +
       R"(Rectangle { z: 10; anchors.fill: parent; color: "white"; Text { text: "Sheet" } })");
  EXPECT_EQ(layout(), "");
}

TEST_F(LooksTest, FindsATextThatIsCutShortUnlessItMayBe) {
  const QByteArray text =
      R"(Text { width: 60; elide: Text.ElideRight; text: "Pop-up blood pressure check"; )";
  show(text + "}");
  EXPECT_TRUE(layout().contains("is cut short")) << qPrintable(layout());
  show(text + R"(property string mayElide: "one line in a list" })");
  EXPECT_EQ(layout(), "");
}

TEST_F(LooksTest, FindsATextWiderThanItsPlace) {
  show(R"(Text { width: 60; text: "Pop-up blood pressure check" })");
  EXPECT_TRUE(layout().contains("does not fit its place")) << qPrintable(layout());
}

TEST_F(LooksTest, FindsWhatAnAncestorClips) {
  show(
      R"(Item { width: 80; height: 100; clip: true; Text { x: 40; text: "Pop-up blood pressure" } })");
  EXPECT_TRUE(layout().contains("is clipped")) << qPrintable(layout());
}

TEST_F(LooksTest, WhatIsScrolledAwayIsNotClipped) {
  show(R"(Flickable { width: 390; height: 100; contentHeight: 400; clip: true
    Text { y: 90; text: "Half in sight"; font.pixelSize: 20 }
    Text { y: 200; text: "Below" } })");
  EXPECT_EQ(layout(), "");
}

TEST_F(LooksTest, FindsATextThatHangsOutOfItsButton) {
  show(R"(T.AbstractButton { width: 60; height: 60; contentItem: Item {
    Text { anchors.centerIn: parent; text: "Pop-up blood pressure" } } })");
  EXPECT_TRUE(layout().contains("hangs out of")) << qPrintable(layout());
}

TEST_F(LooksTest, FindsWhatIsOutsideTheWindow) {
  show(R"(Text { x: 380; text: "Outside" })");
  EXPECT_TRUE(layout().contains("hangs out") || layout().contains("outside the window"))
      << qPrintable(layout());
}

TEST_F(LooksTest, FindsATargetThatAThumbMisses) {
  show("T.AbstractButton { width: 56; height: 44 }");
  EXPECT_TRUE(layout().contains("is only 56 × 44")) << qPrintable(layout());
}

TEST_F(LooksTest, FindsAPlantedBadContrast) {
  show(R"(Text { x: 20; y: 20; text: "Saved here"; font.pixelSize: 18; color: "#999999" })");
  EXPECT_TRUE(contrast().contains("has a contrast of 2.8")) << qPrintable(contrast());
}

TEST_F(LooksTest, LooksAtThePixelsAndNotAtWhatTheyShouldBe) {
  show(R"(Rectangle { x: 60; width: 100; height: 60; color: "#444444" }
    Text { x: 20; y: 20; text: "Half of this is dark"; font.pixelSize: 18 })");
  EXPECT_TRUE(contrast().contains("on #444444")) << qPrintable(contrast());
}

TEST_F(LooksTest, FindsATextThatWasPaintedOver) {
  show(R"(Text { x: 20; y: 20; text: "Gone"; font.pixelSize: 18 }
    Rectangle { width: 200; height: 100; color: "#fffefb" })");
  EXPECT_TRUE(contrast().contains("is not to be seen")) << qPrintable(contrast());
}

TEST_F(LooksTest, OpacityCounts) {
  show(R"(Text { x: 20; y: 20; text: "Faint"; font.pixelSize: 18; opacity: 0.4 })");
  EXPECT_TRUE(contrast().contains("has a contrast")) << qPrintable(contrast());
}

TEST_F(LooksTest, LargeTextNeedsLessIndoorsAndNotInTheSun) {
  show(R"(Text { x: 20; y: 20; text: "63"; font.pixelSize: 40; color: "#888888" })");
  EXPECT_EQ(contrast(), "");
  EXPECT_TRUE(contrast(kInTheSun).contains("7 is the least")) << qPrintable(contrast(kInTheSun));
}

TEST(Contrast, IsWhatTheStandardSays) {
  EXPECT_NEAR(contrastOf(Qt::black, Qt::white), 21, 0.01);
  EXPECT_NEAR(contrastOf(Qt::white, Qt::white), 1, 0.01);
  EXPECT_NEAR(contrastOf(QColor("#777777"), Qt::white), 4.48, 0.01);
}

}  // namespace
}  // namespace rapport::testing
