#pragma once

#include <QColor>
#include <QImage>
#include <vector>

#include "tests/mobile/qml/looks/seen.h"

namespace rapport::testing {

// What text has to reach against what is around it, by WCAG 2.2: 1.4.3 and, in the sun, 1.4.6.
struct LeastContrast {
  double text = 4.5;
  double large = 3;  // from 24 px, or bold from 18.66 px
};
inline constexpr LeastContrast kIndoors{4.5, 3};
inline constexpr LeastContrast kInTheSun{7, 7};

double contrastOf(QColor one, QColor other);  // 1 to 21

// Texts whose colour is too near to the pixels around it, or that were not drawn at all, in a
// picture of the window that `root` fills; a pixel is a dp.
std::vector<Finding> contrastFaults(QQuickItem& root, const QImage& picture,
                                    const LeastContrast& least);

}  // namespace rapport::testing
