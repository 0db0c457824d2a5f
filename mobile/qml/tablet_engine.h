#pragma once

#include <QQmlEngine>

#include "mobile/viewmodels/screen_choices.h"

namespace rapport {

// What the screens need before the first one is made: pictures, the fonts that the app brings, and
// new words whenever another language is chosen.
void equip(QQmlEngine& engine, const ScreenChoices& choices);

}  // namespace rapport
