#include "mobile/qml/icon_provider.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace rapport {
namespace {
constexpr int kGrid = 24;  // the icons' own
constexpr int kMarkGrid = 40;
constexpr int kHatch = 16;  // the tile's side

constexpr char kMark[] =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">)"
    R"(<path fill="#%1" d="M3 25.6V13a9 9 0 0 1 9-9h5.6a9 9 0 0 1 9 9v5.6a9 9 0 0 1-9 9H5a2 2 0 0 1-2-2Z"/>)"
    R"(<path fill="#%2" d="M37 34V20.4a9 9 0 0 0-9-9h-5.6a9 9 0 0 0-9 9V27a9 9 0 0 0 9 9H35a2 2 0 0 0 2-2Z"/>)"
    R"(<path fill="#%3" d="M17.6 27.6h-4.18a9.3 9.3 0 0 1-.02-.6v-6.6a9 9 0 0 1 9-9h4.06c.09.52.14 1.05.14 1.6v5.6a9 9 0 0 1-9 9Z"/>)"
    R"(</svg>)";

QImage drawn(const QByteArray& svg, QSize* size, const QSize& requested, QSize own) {
  const QSize wanted = requested.isValid() && !requested.isEmpty() ? requested : own;
  if (size != nullptr) *size = wanted;
  QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QSvgRenderer renderer(svg);
  QPainter painter(&image);
  renderer.render(&painter);
  return image;
}
}  // namespace

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const QString name = id.section(QLatin1Char('/'), 0, 0);
  const QByteArray colour = id.section(QLatin1Char('/'), 1, 1).toLatin1();
  const QByteArray stroke = id.section(QLatin1Char('/'), 2, 2).toLatin1();
  QFile file(QStringLiteral(":/rapport/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) {
    qWarning("There is no icon called \"%s\".", qUtf8Printable(name));
    return drawn("<svg/>", size, requestedSize, QSize(kGrid, kGrid));
  }
  QByteArray svg = file.readAll();
  svg.replace("currentColor", "#" + colour);
  svg.replace("stroke-width=\"2\"", "stroke-width=\"" + stroke + "\"");
  return drawn(svg, size, requestedSize, QSize(kGrid, kGrid));
}

QImage MarkProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const QStringList colours = id.split(QLatin1Char('/'));
  if (colours.size() != 3) return {};
  const QString svg = QString::fromLatin1(kMark).arg(colours[0], colours[1], colours[2]);
  return drawn(svg.toLatin1(), size, requestedSize, QSize(kMarkGrid, kMarkGrid));
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
