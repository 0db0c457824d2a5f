#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <string>
#include <vector>

#include "mobile/viewmodels/screen_choices.h"
#include "tests/mobile/qml/glass.h"
#include "tests/mobile/qml/looks/seen.h"
#include "tests/mobile/qml/scenes.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {

// Where scenes are drawn and looked at, in one language and held one way.
class Studio {
 public:
  struct Setting {
    QString out;
    QSize size = kLying;
    ScreenChoices::Language language = ScreenChoices::English;
    std::vector<ScreenChoices::Look> looks;
  };

  // Lives the working day once; every scene begins with a copy of it.
  explicit Studio(Setting setting);

  // Draws the scene in every look and says on standard error what is wrong with it. A picture of
  // what is wrong, with it framed, is beside the others in the folder "faults". False if the scene
  // was not reached, was not drawn, QML complained, or something is wrong.
  bool draw(const Scene& scene);
  int drawn() const { return drawn_; }

 private:
  bool drawOn(Glass& glass, const Scene& scene, ManualClock& clock);
  bool drawLook(Glass& glass, const Scene& scene, ScreenChoices::Look look);
  QString nameOf(const Scene& scene, ScreenChoices::Look look) const;

  Setting setting_;
  TempFolder workingDay_, pictures_;
  QStringList toChoose_;  // what the person in a scene chooses, one after the other
  int drawn_ = 0;
};

}  // namespace rapport::testing
