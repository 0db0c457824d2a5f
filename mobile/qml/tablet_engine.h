#pragma once

#include <QQmlEngine>

namespace rapport {

// What the screens need before the first one is made: pictures, fonts for other scripts.
void equip(QQmlEngine& engine);

}  // namespace rapport
