#include "tests/mobile/qml/looks/layout_check.h"

namespace rapport::testing {
namespace {

constexpr qreal kHair = 1.6;     // of a pixel or two, nobody sees it
constexpr qreal kOverlap = 2.0;  // less than that touches, and does not lie upon

bool holds(const QRectF& box, const QRectF& inner) {
  return box.adjusted(-kHair, -kHair, kHair, kHair).contains(inner);
}

// Along the ancestors: boxes hold it, clips leave it whole, but for what scrolls up and down.
void checkSurroundings(const Piece& piece, std::vector<Finding>& found) {
  QRectF at = piece.whole;
  bool boxed = !reasonOf(*piece.item, "mayOverhang").isEmpty();
  for (const QQuickItem* each = piece.item->parentItem(); each != nullptr;
       each = each->parentItem()) {
    const QRectF around = each->mapRectToScene(each->boundingRect());
    if (each->clip()) {
      const bool sideways =
          at.left() < around.left() - kHair || at.right() > around.right() + kHair;
      if (sideways || (!scrolls(*each) && !holds(around, at))) {
        found.push_back({QStringLiteral("is clipped"), nameOf(*piece.item), piece.whole});
        return;
      }
      at &= around;
    } else if (!boxed && isBox(*each) && !holds(around, at)) {
      found.push_back(
          {QStringLiteral("hangs out of ") + nameOf(*each).section(QLatin1String(" in "), 0, 0),
           nameOf(*piece.item), piece.whole});
      return;
    }
    boxed = boxed || !reasonOf(*each, "mayOverhang").isEmpty();
    if (each->parentItem() == nullptr && !holds(around, at))
      found.push_back({QStringLiteral("is outside the window"), nameOf(*piece.item), piece.whole});
  }
}

void checkText(const Piece& piece, std::vector<Finding>& found) {
  const QQuickItem& item = *piece.item;
  if (item.property("truncated").toBool() && reasonOf(item, "mayElide").isEmpty())
    found.push_back({QStringLiteral("is cut short"), nameOf(item), piece.whole});
  const bool wide = item.property("contentWidth").toReal() > item.width() + kHair;
  const bool tall = linesHeightOf(item) > item.height() + kHair;
  if ((wide || tall) && item.width() > 0 && reasonOf(item, "mayOverhang").isEmpty())
    found.push_back({QStringLiteral("does not fit its place (%1 × %2 in %3 × %4)")
                         .arg(item.property("contentWidth").toReal())
                         .arg(linesHeightOf(item))
                         .arg(item.width())
                         .arg(item.height()),
                     nameOf(item), piece.whole});
}

void checkTarget(const Piece& piece, std::vector<Finding>& found) {
  if (piece.item->width() < kLeastTarget - 0.5 || piece.item->height() < kLeastTarget - 0.5)
    found.push_back({QStringLiteral("is only %1 × %2 to touch")
                         .arg(piece.item->width())
                         .arg(piece.item->height()),
                     nameOf(*piece.item), piece.whole});
}

// A row or column never lays its own on top of each other.
bool laidOutTogether(const QQuickItem& one, const QQuickItem& other) {
  return one.parentItem() == other.parentItem() && one.parentItem() != nullptr &&
         one.parentItem()->inherits("QQuickBasePositioner");
}

void checkOverlaps(const std::vector<Piece>& pieces, std::vector<Finding>& found) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    for (std::size_t other = at + 1; other < pieces.size(); ++other) {
      const Piece& one = pieces[at];
      const Piece& two = pieces[other];
      const QRectF shared = one.inSight & two.inSight;
      if (shared.width() <= kOverlap || shared.height() <= kOverlap) continue;
      if (one.item->isAncestorOf(two.item) || two.item->isAncestorOf(one.item)) continue;
      if (laidOutTogether(*one.item, *two.item)) continue;
      found.push_back(
          {QStringLiteral("lies upon ") + nameOf(*one.item), nameOf(*two.item), shared});
    }
  }
}

}  // namespace

std::vector<Finding> layoutFaults(QQuickItem& root) {
  std::vector<Finding> found;
  const std::vector<Piece> pieces = piecesIn(root);
  for (const Piece& piece : pieces) {
    checkSurroundings(piece, found);
    piece.text ? checkText(piece, found) : checkTarget(piece, found);
  }
  checkOverlaps(pieces, found);
  return found;
}

}  // namespace rapport::testing
