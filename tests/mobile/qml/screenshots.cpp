// Draws every screen of the tablet app in a working day to PNG files. Exit code 1 when one was not
// reached, or when QML complained while it was in sight.

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include "tests/mobile/qml/glass.h"
#include "tests/mobile/qml/working_day.h"

namespace {

using rapport::LinkStage;
using rapport::LinkState;
using rapport::ManualClock;
using rapport::testing::Finger;
using rapport::testing::Glass;
using rapport::testing::SoloDesk;

constexpr int kMotionMillis = 350;  // longer than any movement of the design

struct Scene {
  const char* name;
  std::function<bool(Finger&)> reach;
};

std::function<bool(Finger&)> taps(std::initializer_list<const char*> names) {
  return [names = std::vector<const char*>(names)](Finger& finger) {
    return std::ranges::all_of(names, [&](const char* name) { return finger.tapAll({name}); });
  };
}

std::vector<Scene> scenes() {
  return {
      {"today", [](Finger&) { return true; }},
      {"today-sun", taps({"sun"})},
      {"tally", taps({"captureCount", "tile:1/1"})},
      {"stations", taps({"captureCount", "station"})},
      {"session",
       [](Finger& finger) {
         if (!finger.tapAll({"captureQuote", "theme:Transport", "noName", "words"})) return false;
         finger.type(QStringLiteral("My daughter had to explain the dose to me. She is nine."));
         return true;
       }},
      {"feedback",
       [](Finger& finger) {
         if (!finger.tapAll({"captureFeedback", "choice:question", "choice:in_person", "words"}))
           return false;
         finger.type(QStringLiteral("Will the van come back after the holidays?"));
         return true;
       }},
      {"feedback-sensitive",
       [](Finger& finger) {
         if (!finger.tapAll(
                 {"captureFeedback", "choice:complaint", "choice:in_person", "sensitive", "words"}))
           return false;
         finger.type(QStringLiteral(
             "At the sign-in table someone asked her cousin for papers, loud, in front of the "
             "line. She says two families walked away."));
         return true;
       }},
      {"promise",
       [](Finger& finger) {
         if (!finger.tapAll({"capturePromise", "promiseWords"})) return false;
         finger.type(QStringLiteral("Bring an interpreter, so no child has to explain a dose"));
         return finger.tapAll({"due:Sat 28 Nov", "tell:in_person"});
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
      {"enrol", taps({})},
      {"enrol-code", typeCode},
      {"enrol-words",
       [](Finger& finger) {
         if (!typeCode(finger)) return false;
         finger.type(QString::fromLatin1(SoloDesk::kTypedOffice));
         return finger.tap("enrol") && finger.comesToRead("ferry");
       }},
  };
}

class Studio {
 public:
  Studio(QString out, QSize size) : out_(std::move(out)), size_(size) {}

  bool draw(const Scene& scene) {
    QTemporaryDir folder;
    ManualClock clock;
    auto desk = std::make_unique<SoloDesk>(folder.path().toStdString(), clock, SoloDesk::Who{});
    rapport::testing::OfficeHand::Ledger ledger;
    rapport::testing::liveThrough(*desk, clock, ledger);
    SoloDesk& solo = *desk;
    Glass glass(std::move(desk), size_);
    solo.tell(LinkState{LinkStage::kAway, 0, 0, {}});
    glass.finger().settle();
    return reachAndDraw(glass, scene);
  }

  // On a tablet that is nobody's.
  bool drawEnrolment(const Scene& scene) {
    QTemporaryDir folder;
    ManualClock clock;
    Glass glass(std::make_unique<SoloDesk>(folder.path().toStdString(), clock), size_);
    return reachAndDraw(glass, scene);
  }

 private:
  bool reachAndDraw(Glass& glass, const Scene& scene) {
    const bool reached = scene.reach(glass.finger());
    if (!reached) std::fprintf(stderr, "%s could not be reached.\n", scene.name);
    QTest::qWait(kMotionMillis);
    const QString file = QStringLiteral("%1/tablet-%2-%3x%4.png")
                             .arg(out_, QString::fromLatin1(scene.name))
                             .arg(size_.width())
                             .arg(size_.height());
    const bool drawn = glass.shown() && glass.view().grabWindow().save(file);
    std::printf("%s\n", qPrintable(file));
    return reached && drawn && glass.faults().isEmpty();
  }

  QString out_;
  QSize size_;
};

}  // namespace

int main(int argc, char** argv) {
  rapport::testing::drawOffScreen();
  QGuiApplication app(argc, argv);
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
  const QString only = line.value(QStringLiteral("only"));
  bool fine = true;
  int drawn = 0;
  for (const QSize size : {rapport::testing::kLying, rapport::testing::kUpright}) {
    const QString word = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    if (line.isSet(QStringLiteral("size")) && line.value(QStringLiteral("size")) != word) continue;
    Studio studio(line.value(QStringLiteral("out")), size);
    const auto wanted = [&](const QString& name) { return only.isEmpty() || only == name; };
    for (const Scene& scene : scenes()) {
      const bool upright = size.width() < size.height();
      if (upright && QByteArray(scene.name) == "today-sun") continue;  // no button there
      if (!wanted(QString::fromLatin1(scene.name))) continue;
      fine = studio.draw(scene) && fine;
      ++drawn;
    }
    for (const Scene& scene : enrolmentScenes()) {
      if (!wanted(QString::fromLatin1(scene.name))) continue;
      fine = studio.drawEnrolment(scene) && fine;
      ++drawn;
    }
  }
  if (drawn == 0) std::fprintf(stderr, "There is no such screen.\n");
  return fine && drawn > 0 ? 0 : 1;
}
