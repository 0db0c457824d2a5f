#pragma once

#include <QQmlEngine>

#include "mobile/viewmodels/front_desk.h"

namespace rapport {

// What the screens need before the first one is made: pictures, the fonts that the app brings, and
// new words whenever another language is chosen. `desk` outlives the engine.
void equip(QQmlEngine& engine, FrontDesk& desk);

}  // namespace rapport
