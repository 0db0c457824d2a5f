#include "tests/mobile/qml/scenes.h"

#include <algorithm>
#include <cmath>

#include "tests/mobile/qml/working_day.h"
#include "tests/mobile/viewmodels/solo_desk.h"

namespace rapport::testing {
namespace {

using Reach = std::function<bool(Finger&)>;
using Where = Scene::Where;
using Held = Scene::Held;

Reach taps(std::initializer_list<const char*> names) {
  return [names = std::vector<const char*>(names)](Finger& finger) {
    return std::ranges::all_of(names, [&](const char* name) { return finger.tapAll({name}); });
  };
}

// The taps, then words into what the last of them opened.
Reach tapsAndWords(std::initializer_list<const char*> names, const char* words) {
  return [reach = taps(names), words](Finger& finger) {
    if (!reach(finger)) return false;
    finger.type(QString::fromLatin1(words));
    return true;
  };
}

Reach promise() {
  return [](Finger& finger) {
    if (!finger.tapAll({"capturePromise", "promiseWords"})) return false;
    finger.type(QStringLiteral("Bring an interpreter, so no child has to explain a dose"));
    return finger.tapAll({"due:2", "tell:in_person"});
  };
}

void addPlaces(std::vector<Scene>& scenes) {
  scenes.push_back({"today", taps({})});
  scenes.push_back({"today-kept", taps({"promise:Water and chairs for the queue > keep"})});
  scenes.push_back({"settings", taps({"settings"}), Where::kWorkingDay, Held::kLyingOnly});
  scenes.push_back({"settings", taps({"uprightSettings"}), Where::kWorkingDay, Held::kUprightOnly});
  scenes.push_back({"settings-carried", taps({"settings", "carryOut > act"}), Where::kWorkingDay,
                    Held::kLyingOnly});
  scenes.push_back({"settings-carried", taps({"uprightSettings", "carryOut > act"}),
                    Where::kWorkingDay, Held::kUprightOnly});
  scenes.push_back({"settings-nothing-gone", taps({"settings", "letGo > act"}), Where::kWorkingDay,
                    Held::kLyingOnly});
  scenes.push_back({"settings-nothing-gone", taps({"uprightSettings", "letGo > act"}),
                    Where::kWorkingDay, Held::kUprightOnly});
  scenes.push_back({"events", taps({"place1"})});
  scenes.push_back({"event", taps({"place1", "eventRow:Flu shot table"})});
  scenes.push_back({"events-past", taps({"place1", "pastEvents"})});
  scenes.push_back({"promises", taps({"place2"})});
  scenes.push_back({"promises-finished", taps({"place2", "finishedPromises"})});
  scenes.push_back({"partners", taps({"place3"})});
  scenes.push_back({"partner", taps({"place3", "partnerRow:Iglesia Camino Claro"})});
  scenes.push_back({"sync", taps({"place4"})});
  scenes.push_back({"sync-older", taps({"place4", "older"})});
}

void addTasks(std::vector<Scene>& scenes) {
  scenes.push_back({"tally", taps({"captureCount", "tile:18-39/es"})});
  scenes.push_back({"tally-many", taps({"captureCount", "tile:20-29/es"}), Where::kManyGroups});
  scenes.push_back({"stations", taps({"captureCount", "station"})});
  scenes.push_back(
      {"session", tapsAndWords({"captureQuote", kTransport, "noName", "words"},
                               "My daughter had to explain the dose to me. She is nine.")});
  scenes.push_back({"session-named", taps({"captureQuote", "withFirstName"})});
  scenes.push_back({"session-end", taps({"captureQuote", "endSession"})});
  scenes.push_back({"themes", taps({"captureQuote", "allThemes"})});
  scenes.push_back(
      {"feedback", tapsAndWords({"captureFeedback", "choice:question", "choice:in_person", "words"},
                                "Will the van come back after the holidays?")});
  scenes.push_back({"feedback-sensitive",
                    tapsAndWords({"captureFeedback", "choice:complaint", "choice:in_person",
                                  "sensitive", "words"},
                                 "At the sign-in table someone asked her cousin for papers, loud, "
                                 "in front of the line. She says two families walked away.")});
  scenes.push_back({"promise", promise()});
  scenes.push_back({"promise-empty", taps({"capturePromise"})});
  scenes.push_back({"promise-day", taps({"capturePromise", "otherDay"})});
  scenes.push_back({"promise-partners", taps({"capturePromise", "allPartners"})});
  scenes.push_back({"conflict", taps({"place4", "openConflict", "version1", "merge"})});
  scenes.push_back({"conflict-empty", taps({"place4", "openConflict"})});
  scenes.push_back({"fix", taps({"place4", "fix"})});
  scenes.push_back({"edit", taps({"place1", "eventRow:Flu shot table", "editEvent"})});
}

void addForms(std::vector<Scene>& scenes) {
  scenes.push_back({"find", taps({"find"})});
  scenes.push_back({"find-words", tapsAndWords({"find", "findSearch"}, "ca")});
  scenes.push_back({"find-nothing", tapsAndWords({"find", "findSearch"}, "xyzzy")});
  scenes.push_back({"find-kind", taps({"find", "kind:partner"})});
  scenes.push_back(
      {"write-down", taps({"place3", "partnerRow:Iglesia Camino Claro", "writeDown"})});
  const auto form = [](const char* words, const char* kind,
                       std::initializer_list<const char*> then) {
    return [words, kind, then = std::vector<const char*>(then)](Finger& finger) {
      if (!finger.tapAll({"find", "findSearch"})) return false;
      finger.type(QString::fromLatin1(words));
      return finger.tapAll({kind, "beginRecord"}) &&
             std::ranges::all_of(then, [&](const char* each) { return finger.tapAll({each}); });
    };
  };
  scenes.push_back({"find-kinds", tapsAndWords({"find", "findSearch"}, "me")});
  scenes.push_back({"form-new", form("", "kind:partner", {})});
  scenes.push_back({"form-entered", [](Finger& finger) {
                      if (!finger.tapAll({"place3", "partnerRow:Iglesia Camino Claro", "writeDown",
                                          "kind:minutes", "edit:title > line"}))
                        return false;
                      finger.type(QStringLiteral("Check-in after the flu shots"));
                      return finger.tapAll({"edit:agenda > addRow", "cell:text > line"}) &&
                             (finger.type(QStringLiteral("Who brings the chairs")), true) &&
                             finger.tapAll({"rowDone"});
                    }});
  scenes.push_back({"form-row", form("", "kind:minutes", {"edit:agenda > addRow"})});
  scenes.push_back({"form-choices", form("", "kind:minutes", {"edit:partner > moreChoices"})});
  scenes.push_back({"form-day", form("", "kind:event", {"edit:start > pickDay"})});
}

void addFiles(std::vector<Scene>& scenes) {
  const auto both = [&scenes](const char* name, std::vector<const char*> there,
                              const std::vector<const char*>& then) {
    for (const Held held : {Held::kLyingOnly, Held::kUprightOnly}) {
      std::vector<const char*> names = there;
      if (held == Held::kUprightOnly) names.push_back("goToFiles");
      names.insert(names.end(), then.begin(), then.end());
      scenes.push_back({name,
                        [names](Finger& finger) {
                          return std::ranges::all_of(
                              names, [&](const char* each) { return finger.tapAll({each}); });
                        },
                        Where::kWorkingDay, held});
    }
  };
  const std::vector<const char*> check{"place1", "eventRow:Pop-up blood pressure check",
                                       "editEvent"};
  both("record-files", check, {"addFile", "addFile"});
  both("record-files-refused", check, {"addFile", "addFile", "addFile"});
  const auto files = [](std::initializer_list<const char*> then) {
    return [then = std::vector<const char*>(then)](Finger& finger) {
      if (!finger.tapAll({"place1", "eventRow:Pop-up blood pressure check", "openFiles"}))
        return false;
      return std::ranges::all_of(then, [&](const char* each) { return finger.tapAll({each}); });
    };
  };
  scenes.push_back({"files", files({"addFile", "addFile"})});
  scenes.push_back({"signature", [open = files({"addSignature"})](Finger& finger) {
                      std::vector<QPointF> name;
                      for (int at = 0; at <= 90; ++at)
                        name.emplace_back(0.15 + 0.007 * at + 0.03 * std::sin(at * 0.55),
                                          0.5 + 0.14 * std::cos(at * 0.5) * (1 - at / 120.0));
                      return open(finger) && finger.draw(QStringLiteral("inkPad"), name) &&
                             finger.draw(QStringLiteral("inkPad"), {{0.2, 0.78}, {0.8, 0.74}});
                    }});
  scenes.push_back({"signature-blank", files({"addSignature"})});
  scenes.push_back({"file", files({"addFile", "file:wall of notes.jpg"})});
  scenes.push_back({"file-paused", files({"file:Sign-up list"})});
  scenes.push_back(
      {"file-described", files({"addFile", "file:wall of notes.jpg", "describeFile"})});
}

bool typeCode(Finger& finger) {
  if (!finger.tap(QStringLiteral("enrolCode"))) return false;
  finger.type(QString::fromLatin1(SoloDesk::kTypedCode));
  return finger.tap(QStringLiteral("enrolOffice"));
}

void addEnrolment(std::vector<Scene>& scenes) {
  scenes.push_back({"enrol", taps({}), Where::kNobodysTablet});
  scenes.push_back({"enrol-settings", taps({"enrolSettings"}), Where::kNobodysTablet});
  scenes.push_back({"enrol-code", typeCode, Where::kNobodysTablet});
  scenes.push_back({"enrol-words",
                    [](Finger& finger) {
                      if (!typeCode(finger)) return false;
                      finger.type(QString::fromLatin1(SoloDesk::kTypedOffice));
                      return finger.tap(QStringLiteral("enrol")) &&
                             finger.comesToRead(QStringLiteral("ferry"));
                    },
                    Where::kNobodysTablet});
}

}  // namespace

std::vector<Scene> everyScene() {
  std::vector<Scene> scenes;
  addPlaces(scenes);
  addTasks(scenes);
  addForms(scenes);
  addFiles(scenes);
  addLockScenes(scenes);
  addKioskScenes(scenes);
  addEnrolment(scenes);
  scenes.push_back({"gallery-buttons", taps({"page0"}), Where::kGallery});
  scenes.push_back({"gallery-fields", taps({"page1"}), Where::kGallery});
  scenes.push_back({"gallery-counting", taps({"page2"}), Where::kGallery});
  scenes.push_back({"gallery-sync", taps({"page3"}), Where::kGallery});
  scenes.push_back({"gallery-cards", taps({"page4"}), Where::kGallery});
  scenes.push_back({"gallery-states", taps({"page5"}), Where::kGallery});
  return scenes;
}

}  // namespace rapport::testing
