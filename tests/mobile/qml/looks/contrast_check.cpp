#include "tests/mobile/qml/looks/contrast_check.h"

#include <QFont>
#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace rapport::testing {
namespace {

constexpr double kManyPixels =
    0.15;                           // a colour that so many have between the letters is behind them
constexpr double kSameColour = 45;  // the letters themselves, not what is behind them
constexpr double kThereAtAll = 0.5;  // of the way from the background to the ink
constexpr double kEnoughInSight = 0.7;

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(QColor colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

double distance(QColor one, QColor other) {
  return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
         std::abs(one.blue() - other.blue());
}

// Colours by how many pixels have them; near ones count as one.
class Census {
 public:
  void count(QColor colour) {
    auto& [sum, seen] = groups_[{colour.red() / 12, colour.green() / 12, colour.blue() / 12}];
    sum = colour;
    ++seen;
    ++total_;
  }
  std::vector<QColor> frequent(double share) const {
    std::vector<QColor> out;
    for (const auto& [key, group] : groups_)
      if (group.second >= share * total_) out.push_back(group.first);
    return out;
  }

 private:
  std::map<std::tuple<int, int, int>, std::pair<QColor, int>> groups_;
  int total_ = 0;
};

// Between and around the letters; when all is of their own colour, that one.
std::vector<QColor> backgroundsOf(const QImage& picture, const QRect& letters, QColor ink) {
  Census census;
  for (int y = letters.top(); y <= letters.bottom(); ++y)
    for (int x = letters.left(); x <= letters.right(); ++x) census.count(picture.pixelColor(x, y));
  std::vector<QColor> behind = census.frequent(kManyPixels);
  if (behind.size() > 1)
    std::erase_if(behind, [&](QColor each) { return distance(each, ink) < kSameColour; });
  return behind;
}

double opacityOf(const QQuickItem& item) {
  double opacity = 1;
  for (const QQuickItem* each = &item; each != nullptr; each = each->parentItem())
    opacity *= each->opacity();
  return opacity;
}

QColor laidOn(QColor ink, QColor background, double opacity) {
  const double part = opacity * ink.alphaF();
  const auto mix = [part](double over, double under) { return part * over + (1 - part) * under; };
  return QColor::fromRgbF(static_cast<float>(mix(ink.redF(), background.redF())),
                          static_cast<float>(mix(ink.greenF(), background.greenF())),
                          static_cast<float>(mix(ink.blueF(), background.blueF())));
}

bool isDrawn(const QImage& picture, const QRect& letters, QColor ink, QColor background) {
  const double wanted = kThereAtAll * distance(ink, background);
  for (int y = letters.top(); y <= letters.bottom(); ++y)
    for (int x = letters.left(); x <= letters.right(); ++x)
      if (distance(picture.pixelColor(x, y), background) >= wanted) return true;
  return false;
}

bool isLarge(const QFont& font) {
  return font.pixelSize() >= 24 || (font.pixelSize() >= 18.66 && font.weight() >= QFont::Bold);
}

bool hasLetters(const QString& text) {
  return std::ranges::any_of(text, [](QChar each) { return each.isLetterOrNumber(); });
}

}  // namespace

double contrastOf(QColor one, QColor other) {
  const double first = luminance(one);
  const double second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<Finding> contrastFaults(QQuickItem& root, const QImage& picture,
                                    const LeastContrast& least) {
  std::vector<Finding> found;
  for (const Piece& piece : piecesIn(root)) {
    if (!piece.text || !hasLetters(piece.item->property("text").toString())) continue;
    if (piece.inSight.height() < kEnoughInSight * piece.whole.height()) continue;
    const QRect letters = piece.inSight.toAlignedRect().intersected(picture.rect());
    if (letters.isEmpty()) continue;
    const QColor colour = piece.item->property("color").value<QColor>();
    const double needed =
        isLarge(piece.item->property("font").value<QFont>()) ? least.large : least.text;
    const std::vector<QColor> backgrounds = backgroundsOf(picture, letters, colour);
    for (const QColor& background : backgrounds) {
      const QColor ink = laidOn(colour, background, opacityOf(*piece.item));
      const double reached = contrastOf(ink, background);
      if (reached < needed)
        found.push_back({QStringLiteral("has a contrast of %1 (%2 on %3), %4 is the least")
                             .arg(reached, 0, 'f', 2)
                             .arg(ink.name(), background.name())
                             .arg(needed),
                         nameOf(*piece.item), piece.inSight});
    }
    if (!backgrounds.empty() && std::ranges::none_of(backgrounds, [&](const QColor& background) {
          return isDrawn(picture, letters, laidOn(colour, background, opacityOf(*piece.item)),
                         background);
        }))
      found.push_back({QStringLiteral("is not to be seen"), nameOf(*piece.item), piece.inSight});
  }
  return found;
}

}  // namespace rapport::testing
