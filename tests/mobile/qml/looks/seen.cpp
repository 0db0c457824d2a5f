#include "tests/mobile/qml/looks/seen.h"

#include <QColor>
#include <QQuickWindow>

namespace rapport::testing {
namespace {

bool isTarget(const QQuickItem& item) {
  return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextField") ||
         item.inherits("QQuickTextArea");
}

bool hasFixedLines(const QQuickItem& item) {
  constexpr int kFixedHeight = 1;  // Text.FixedHeight
  return item.property("lineHeightMode").toInt() == kFixedHeight;
}

// Where the letters stand, which may be less or more than the item's own box.
QRectF lettersOf(const QQuickItem& item) {
  const qreal width = item.property("contentWidth").toReal();
  const qreal height = linesHeightOf(item);
  const int aligned = item.property("effectiveHorizontalAlignment").toInt();
  const int stood = item.property("verticalAlignment").toInt();
  const qreal left = aligned == Qt::AlignHCenter ? (item.width() - width) / 2
                     : aligned == Qt::AlignRight ? item.width() - width
                                                 : 0;
  const qreal top = stood == Qt::AlignVCenter  ? (item.height() - height) / 2
                    : stood == Qt::AlignBottom ? item.height() - height
                                               : 0;
  // Lines of a fixed height are moved so that every script stands on the same baseline; the lines
  // themselves stay where they were laid out.
  return hasFixedLines(item) && item.parentItem() != nullptr
             ? item.parentItem()->mapRectToScene(
                   QRectF(item.x() + left, item.y() + top, width, height))
             : item.mapRectToScene(QRectF(left, top, width, height));
}

// Something above it in the order of drawing: a sheet with its scrim, a toast.
bool isCovered(const QQuickItem& item, const QRectF& at) {
  for (const QQuickItem* each = &item; each->parentItem() != nullptr; each = each->parentItem()) {
    const QList<QQuickItem*> siblings = each->parentItem()->childItems();
    for (const QQuickItem* other : siblings) {
      if (other->z() <= each->z() || !other->isVisible() || other->opacity() < 0.5) continue;
      if (other->mapRectToScene(other->boundingRect()).intersects(at)) return true;
    }
  }
  return false;
}

QRectF leftByScrolling(const QQuickItem& item, QRectF at) {
  for (const QQuickItem* each = item.parentItem(); each != nullptr; each = each->parentItem())
    if (each->clip()) at &= each->mapRectToScene(each->boundingRect());
  return at;
}

void collect(QQuickItem& item, std::vector<Piece>& pieces) {
  if (!item.isVisible() || item.opacity() == 0) return;
  const bool text = item.inherits("QQuickText");
  if ((text && !item.property("text").toString().trimmed().isEmpty()) || isTarget(item)) {
    const QRectF whole = text ? lettersOf(item) : item.mapRectToScene(item.boundingRect());
    const QRectF inSight = leftByScrolling(item, whole);
    if (inSight.width() > 1 && inSight.height() > 1 && !isCovered(item, inSight))
      pieces.push_back({&item, text, whole, inSight});
  }
  const QList<QQuickItem*> children = item.childItems();
  for (QQuickItem* child : children) collect(*child, pieces);
}

QString kindOf(const QQuickItem& item) {
  return QString::fromLatin1(item.metaObject()->className())
      .section(QStringLiteral("_QML"), 0, 0)
      .remove(QStringLiteral("QQuick"));
}

}  // namespace

std::vector<Piece> piecesIn(QQuickItem& root) {
  std::vector<Piece> pieces;
  collect(root, pieces);
  return pieces;
}

QString nameOf(const QQuickItem& item) {
  QString name = kindOf(item);
  const QString text = item.property("text").toString().left(60);
  if (!text.isEmpty()) name += QStringLiteral(" \"%1\"").arg(text);
  if (!item.objectName().isEmpty()) name += QStringLiteral(" [%1]").arg(item.objectName());
  QString last = kindOf(item);
  for (const QQuickItem* each = item.parentItem(); each != nullptr; each = each->parentItem()) {
    const QString kind = kindOf(*each);
    if (kind == last || each->metaObject()->className() == QByteArray("QQuickItem") ||
        kind.startsWith(QLatin1String("Column")) || kind.startsWith(QLatin1String("Row")))
      continue;
    name += QStringLiteral(" in ") + kind;
    if (!each->objectName().isEmpty()) name += QStringLiteral(" [%1]").arg(each->objectName());
    last = kind;
    if (kind.endsWith(QLatin1String("Screen"))) break;
  }
  return name;
}

qreal linesHeightOf(const QQuickItem& item) {
  return hasFixedLines(item)
             ? item.property("lineCount").toInt() * item.property("lineHeight").toReal()
             : item.property("contentHeight").toReal();
}

bool scrolls(const QQuickItem& item) {
  return item.inherits("QQuickFlickable") &&
         item.property("contentHeight").toReal() > item.height() + 0.5;
}

bool isBox(const QQuickItem& item) {
  if (item.inherits("QQuickAbstractButton")) return true;
  if (!item.inherits("QQuickRectangle")) return false;
  return item.property("color").value<QColor>().alpha() > 0;
}

QString reasonOf(const QQuickItem& item, const char* property) {
  return item.property(property).toString();
}

}  // namespace rapport::testing
