// Draws every screen of the tablet app in a working day to PNG files.

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickView>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdio>
#include <functional>
#include <vector>

#include "mobile/qml/tablet_engine.h"
#include "mobile/viewmodels/front_desk.h"
#include "tests/mobile/qml/finger.h"
#include "tests/mobile/qml/working_day.h"

namespace {

using rapport::FrontDesk;
using rapport::LinkStage;
using rapport::LinkState;
using rapport::ManualClock;
using rapport::testing::Finger;
using rapport::testing::SoloDesk;

constexpr int kMotionMillis = 350;  // longer than any movement of the design

struct Scene {
  const char* name;
  std::function<bool(Finger&)> reach;
};

bool tapAll(Finger& finger, const std::vector<const char*>& names) {
  for (const char* name : names) {
    if (finger.tap(QString::fromUtf8(name))) continue;
    std::fprintf(stderr, "\"%s\" is not in sight.\n", name);
    return false;
  }
  return true;
}

std::function<bool(Finger&)> taps(std::vector<const char*> names) {
  return [names = std::move(names)](Finger& finger) { return tapAll(finger, names); };
}

std::vector<Scene> scenes() {
  return {
      {"today", [](Finger&) { return true; }},
      {"today-sun", taps({"sun"})},
      {"tally", taps({"captureCount", "tile:1/1"})},
      {"stations", taps({"captureCount", "station"})},
      {"session",
       [](Finger& finger) {
         if (!tapAll(finger, {"captureQuote", "theme:Transport", "noName", "words"})) return false;
         finger.type(QStringLiteral("My daughter had to explain the dose to me. She is nine."));
         return true;
       }},
      {"feedback",
       [](Finger& finger) {
         if (!tapAll(finger, {"captureFeedback", "choice:question", "choice:in_person", "words"}))
           return false;
         finger.type(QStringLiteral("Will the van come back after the holidays?"));
         return true;
       }},
      {"feedback-sensitive",
       [](Finger& finger) {
         if (!tapAll(finger, {"captureFeedback", "choice:complaint", "choice:in_person",
                              "sensitive", "words"}))
           return false;
         finger.type(QStringLiteral(
             "At the sign-in table someone asked her cousin for papers, loud, in front of the "
             "line. She says two families walked away."));
         return true;
       }},
      {"promise",
       [](Finger& finger) {
         if (!tapAll(finger, {"capturePromise", "promiseWords"})) return false;
         finger.type(QStringLiteral("Bring an interpreter, so no child has to explain a dose"));
         return tapAll(finger, {"due:Sat 28 Nov", "tell:in_person"});
       }},
      {"promise-day", taps({"capturePromise", "otherDay"})},
      {"conflict", taps({"place4", "openConflict", "version1", "merge"})},
      {"sync", taps({"place4"})},
      {"fix", taps({"place4", "fix"})},
      {"events", taps({"place1"})},
      {"promises", taps({"place2"})},
      {"partners", taps({"place3"})},
  };
}

bool typeCode(Finger& finger) {
  if (!finger.tap("enrolCode")) return false;
  finger.type(QString::fromLatin1(SoloDesk::kTypedCode));
  return finger.tap("enrolOffice");
}

std::vector<Scene> enrolmentScenes() {
  return {
      {"enrol", {}},
      {"enrol-code", typeCode},
      {"enrol-words",
       [](Finger& finger) {
         if (!typeCode(finger)) return false;
         finger.type(QString::fromLatin1(SoloDesk::kTypedOffice));
         return finger.tap("enrol");
       }},
  };
}

class Studio {
 public:
  Studio(QString out, QSize size) : out_(std::move(out)), size_(size) {}

  bool draw(const Scene& scene) {
    QTemporaryDir folder;
    ManualClock clock;
    auto owned = std::make_unique<SoloDesk>(folder.path().toStdString(), clock, SoloDesk::Who{});
    rapport::testing::liveThrough(*owned, clock);
    return drawWith(std::move(owned), QString::fromLatin1(scene.name), scene.reach);
  }

  // On a tablet that is nobody's.
  bool drawEnrolment(const Scene& scene) {
    QTemporaryDir folder;
    ManualClock clock;
    auto owned = std::make_unique<SoloDesk>(folder.path().toStdString(), clock);
    return drawWith(std::move(owned), QString::fromLatin1(scene.name), scene.reach);
  }

 private:
  bool drawWith(std::unique_ptr<SoloDesk> owned, const QString& name,
                const std::function<bool(Finger&)>& reach) {
    SoloDesk& solo = *owned;
    FrontDesk desk(std::move(owned));
    QQuickView view;
    rapport::equip(*view.engine());
    if (qEnvironmentVariableIsSet("QMLDEV"))
      view.engine()->addImportPath(qEnvironmentVariable("QMLDEV"));  // DEVHOOK
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&desk)}});
    view.setSource(QUrl(
        qEnvironmentVariable("RAPPORT_SHELL", QStringLiteral("qrc:/Rapport/TabletShell.qml"))));
    if (view.status() != QQuickView::Ready) return false;
    view.resize(size_);
    view.show();
    Finger finger(view, solo);
    if (reach) {
      solo.tell(LinkState{LinkStage::kAway, 0, 0, {}});
      finger.settle();
      if (!reach(finger)) std::fprintf(stderr, "%s could not be reached.\n", qPrintable(name));
    }
    QTest::qWait(kMotionMillis);
    const QString file = QStringLiteral("%1/tablet-%2-%3x%4.png")
                             .arg(out_, name)
                             .arg(size_.width())
                             .arg(size_.height());
    const bool saved = view.grabWindow().save(file);
    std::printf("%s\n", qPrintable(file));
    return saved;
  }

  QString out_;
  QSize size_;
};

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
  QGuiApplication app(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QCommandLineParser line;
  line.addHelpOption();
  line.addOptions(
      {{QStringLiteral("out"), QStringLiteral("Where the pictures go."), QStringLiteral("folder"),
        QStringLiteral(".")},
       {QStringLiteral("only"), QStringLiteral("Only this screen."), QStringLiteral("name")},
       {QStringLiteral("size"), QStringLiteral("Only this size, such as 1280x800."),
        QStringLiteral("WxH")}});
  line.process(app);
  QDir().mkpath(line.value(QStringLiteral("out")));
  bool fine = true;
  for (const QSize size : {QSize(1280, 800), QSize(800, 1280)}) {
    const QString word = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    if (line.isSet(QStringLiteral("size")) && line.value(QStringLiteral("size")) != word) continue;
    Studio studio(line.value(QStringLiteral("out")), size);
    const QString only = line.value(QStringLiteral("only"));
    for (const Scene& scene : scenes()) {
      const bool upright = size.width() < size.height();
      if (upright && QByteArray(scene.name) == "today-sun") continue;  // no button there
      if (only.isEmpty() || only == QString::fromLatin1(scene.name))
        fine = studio.draw(scene) && fine;
    }
    for (const Scene& scene : enrolmentScenes()) {
      if (only.isEmpty() || only == QString::fromLatin1(scene.name))
        fine = studio.drawEnrolment(scene) && fine;
    }
  }
  return fine ? 0 : 1;
}
