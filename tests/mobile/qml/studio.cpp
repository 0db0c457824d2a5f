#include "tests/mobile/qml/studio.h"

#include <QDir>
#include <QPainter>
#include <QtTest>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <utility>

#include "tests/mobile/qml/looks/contrast_check.h"
#include "tests/mobile/qml/looks/layout_check.h"
#include "tests/mobile/qml/made_pictures.h"
#include "tests/mobile/qml/working_day.h"

namespace rapport::testing {
namespace {

constexpr int kMotionMillis = 100;  // longer than any movement when motion is reduced
constexpr int kMostRounds = 20;

const char* const kLanguages[] = {"en", "es", "ar"};
const char* const kLooks[] = {"light", "dark", "sun"};

void settleFor(Glass& glass) {
  glass.finger().settle();
  QTest::qWait(kMotionMillis);
}

// What fades in is as faint as it looks while it fades: a picture counts when nothing moves any
// more.
QImage stillPicture(Glass& glass) {
  QImage before;
  for (int round = 0; round < kMostRounds; ++round) {
    settleFor(glass);
    QImage picture = glass.view().grabWindow();
    if (picture == before) return picture;
    before = std::move(picture);
  }
  std::fprintf(stderr, "The screen does not come to rest.\n");
  return before;
}

void keepEvidence(QImage picture, const std::vector<Finding>& found, const QString& file) {
  QPainter painter(&picture);
  painter.setPen(QPen(Qt::red, 2));
  for (const Finding& each : found) painter.drawRect(each.at.adjusted(-3, -3, 3, 3));
  painter.end();
  if (!picture.save(file)) std::fprintf(stderr, "%s cannot be written.\n", qPrintable(file));
}

}  // namespace

Studio::Studio(Setting setting) : setting_(std::move(setting)) {
  QDir().mkpath(setting_.out + QStringLiteral("/faults"));
  ManualClock clock;
  SoloDesk desk(workingDay_.path().string(), clock, SoloDesk::Who{.sealTo = kAnyOfficeKey});
  OfficeHand::Ledger ledger;
  liveThrough(desk, clock, ledger);
  const QString folder = QString::fromStdString(pictures_.path().string());
  toChoose_ = {wallOfNotes(folder), busStop(folder), QStringLiteral("/nowhere/film.mp4")};
}

bool Studio::draw(const Scene& scene) {
  const TempFolder folder;
  ManualClock clock;
  clock.setWall(kWorkingDay);
  if (scene.where == Scene::Where::kNobodysTablet) {
    Glass glass(std::make_unique<SoloDesk>(folder.path().string(), clock), setting_.size);
    return drawOn(glass, scene, clock);
  }
  std::filesystem::copy(
      workingDay_.path(), folder.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  auto desk = std::make_unique<SoloDesk>(folder.path().string(), clock,
                                         SoloDesk::Who{.sealTo = kAnyOfficeKey});
  SoloDesk& solo = *desk;
  if (scene.where == Scene::Where::kManyGroups) regroup(solo, clock);
  Glass glass(std::move(desk), setting_.size,
              scene.where == Scene::Where::kGallery ? Glass::Opens::kGallery : Glass::Opens::kApp);
  solo.tell(LinkState{LinkStage::kAway, 0, 0, {}});
  return drawOn(glass, scene, clock);
}

bool Studio::drawOn(Glass& glass, const Scene& scene, ManualClock& clock) {
  glass.frontDesk().choices()->setLanguage(setting_.language);
  glass.reduceMotion();
  for (const QString& path : toChoose_) glass.source().next(path);
  settleFor(glass);
  bool fine = glass.shown() && scene.reach(glass.finger()) &&
              (!scene.then || scene.then(glass.finger(), clock));
  if (!fine) std::fprintf(stderr, "%s could not be reached.\n", scene.name);
  for (const ScreenChoices::Look look : setting_.looks) fine = drawLook(glass, scene, look) && fine;
  for (const QString& fault : glass.faults())
    std::fprintf(stderr, "%s: %s\n", scene.name, qPrintable(fault));
  return fine && glass.faults().isEmpty();
}

bool Studio::drawLook(Glass& glass, const Scene& scene, ScreenChoices::Look look) {
  glass.frontDesk().choices()->setLook(look);
  const QImage picture = stillPicture(glass);
  const QString name = nameOf(scene, look);
  const bool kept = picture.save(QStringLiteral("%1/%2.png").arg(setting_.out, name));
  ++drawn_;
  QQuickItem& root = *glass.view().contentItem();
  std::vector<Finding> found = layoutFaults(root);
  const auto unclear =
      contrastFaults(root, picture, look == ScreenChoices::Sun ? kInTheSun : kIndoors);
  found.insert(found.end(), unclear.begin(), unclear.end());
  for (const Finding& each : found)
    std::fprintf(stderr, "%s: %s %s\n", qPrintable(name), qPrintable(each.where),
                 qPrintable(each.what));
  if (!found.empty())
    keepEvidence(picture, found, QStringLiteral("%1/faults/%2.png").arg(setting_.out, name));
  return kept && found.empty();
}

QString Studio::nameOf(const Scene& scene, ScreenChoices::Look look) const {
  return QStringLiteral("tablet-%1-%2-%3-%4x%5")
      .arg(QString::fromLatin1(scene.name), QString::fromLatin1(kLanguages[setting_.language]),
           QString::fromLatin1(kLooks[look]))
      .arg(setting_.size.width())
      .arg(setting_.size.height());
}

}  // namespace rapport::testing
