#include "mobile/qml/icon_provider.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace rapport {
namespace {
constexpr int kGrid = 24;   // the icons' own
constexpr int kHatch = 16;  // the tile's side
}  // namespace

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const QString name = id.section(QLatin1Char('/'), 0, 0);
  const QByteArray colour = id.section(QLatin1Char('/'), 1, 1).toLatin1();
  const QByteArray stroke = id.section(QLatin1Char('/'), 2, 2).toLatin1();
  const QSize wanted =
      requestedSize.isValid() && !requestedSize.isEmpty() ? requestedSize : QSize(kGrid, kGrid);
  if (size != nullptr) *size = wanted;
  QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QFile file(QStringLiteral(":/rapport/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) {
    qWarning("There is no icon called \"%s\".", qUtf8Printable(name));
    return image;
  }
  QByteArray svg = file.readAll();
  svg.replace("currentColor", "#" + colour);
  svg.replace("stroke-width=\"2\"", "stroke-width=\"" + stroke + "\"");
  QSvgRenderer renderer(svg);
  QPainter painter(&image);
  renderer.render(&painter);
  return image;
}

QImage HatchProvider::requestImage(const QString& id, QSize* size, const QSize&) {
  if (size != nullptr) *size = QSize(kHatch, kHatch);
  QImage tile(kHatch, kHatch, QImage::Format_ARGB32_Premultiplied);
  tile.fill(Qt::transparent);
  QColor ink(QLatin1Char('#') + id);
  ink.setAlphaF(0.22F);
  QPainter painter(&tile);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, 2));
  // Two and a half lines, so that tiles meet without a seam.
  for (int shift : {-8, 0, 8, 16, 24}) painter.drawLine(shift, kHatch, shift + kHatch, 0);
  return tile;
}

}  // namespace rapport
