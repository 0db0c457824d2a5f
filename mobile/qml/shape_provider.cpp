#include "mobile/qml/shape_provider.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>
#include <algorithm>

namespace rapport {
namespace {

constexpr int kLevels = 4;
constexpr char kWax[] =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><path fill="#%1" d="M54.5 30.0Q61.5 41.5 48.8 45.7)"
    R"(Q46.2 58.1 34.3 54.1Q24.2 63.0 17.8 51.2Q5.1 50.9 7.0 38.4Q-3.5 30.0 7.0 21.6Q5.1 9.1 17.7 8.8)"
    R"(Q24.2 -3.0 34.3 5.9Q46.2 1.9 48.8 14.3Q61.5 18.5 54.5 30.0Z"/></svg>)";

QColor colourOf(const QString& hex) { return QColor(QLatin1Char('#') + hex); }

QImage canvas(QSize* size, const QSize& requested, QSize own) {
  const QSize wanted = requested.isValid() && !requested.isEmpty() ? requested : own;
  if (size != nullptr) *size = wanted;
  QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  return image;
}

}  // namespace

QImage DashProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const QStringList parts = id.split(QLatin1Char('/'));
  QImage image = canvas(size, requestedSize, QSize(1, 1));
  if (parts.size() != 4) return image;
  const qreal width = parts[3].toDouble();
  const QRectF box = QRectF(image.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
  const qreal corner = std::min({parts[2].toDouble(), box.width() / 2, box.height() / 2});
  QPen pen(colourOf(parts[1]), width);
  pen.setDashPattern({3, 2.5});
  pen.setCapStyle(Qt::FlatCap);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(pen);
  painter.setBrush(colourOf(parts[0]));
  painter.drawRoundedRect(box, corner, corner);
  return image;
}

QImage WaxProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  QImage image = canvas(size, requestedSize, QSize(60, 60));
  QSvgRenderer renderer(QString::fromLatin1(kWax).arg(id).toLatin1());
  QPainter painter(&image);
  renderer.render(&painter);
  return image;
}

QImage LevelProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
  const QStringList parts = id.split(QLatin1Char('/'));
  QImage image = canvas(size, requestedSize, QSize(120, 120));
  if (parts.size() != 5) return image;
  const int level = std::clamp(parts[0].toInt(), 0, kLevels);
  const qreal edge = image.width() / 26.0;
  const QRectF ring = QRectF(image.rect()).adjusted(edge, edge, -edge, -edge);
  QPainterPath vessel;
  vessel.addEllipse(ring);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(vessel, colourOf(parts[4]));
  painter.setClipPath(vessel);
  const qreal surface = ring.bottom() - ring.height() * level / kLevels;
  if (level > 0)
    painter.fillRect(QRectF(ring.left(), surface, ring.width(), ring.bottom() - surface),
                     colourOf(parts[2]));
  if (level > 0 && level < kLevels)
    painter.fillRect(QRectF(ring.left(), surface, ring.width(), edge), colourOf(parts[3]));
  painter.setClipping(false);
  painter.setPen(QPen(colourOf(parts[1]), edge));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(ring);
  return image;
}

}  // namespace rapport
