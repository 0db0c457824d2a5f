#include "tests/mobile/qml/made_pictures.h"

#include <QImage>
#include <QPainter>

namespace rapport::testing {
namespace {

QString kept(const QImage& picture, const QString& path) {
  constexpr int kQuality = 85;
  if (!picture.save(path, "JPEG", kQuality)) qFatal("%s cannot be written.", qPrintable(path));
  return path;
}

void drawNote(QPainter& painter, const QRect& at, const QColor& paper, qreal turn) {
  constexpr int kLines = 4;
  painter.save();
  painter.translate(at.center());
  painter.rotate(turn);
  painter.fillRect(QRect(-at.width() / 2, -at.height() / 2, at.width(), at.height()), paper);
  painter.setPen(QPen(QColor("#3b4a46"), 7, Qt::SolidLine, Qt::RoundCap));
  for (int line = 0; line < kLines; ++line) {
    const int y = -at.height() / 4 + line * at.height() / 6;
    painter.drawLine(-at.width() / 3, y, at.width() / 3 - line % 3 * at.width() / 8, y);
  }
  painter.restore();
}

}  // namespace

QString wallOfNotes(const QString& folder) {
  QImage picture(1600, 1200, QImage::Format_RGB32);
  picture.fill(QColor("#cbbfa8"));
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(0, 980, 1600, 220, QColor("#8a7558"));
  const QColor papers[] = {"#f5d76e", "#a8d5ba", "#f4b6a6", "#b9d3ee"};
  for (int at = 0; at < 15; ++at)
    drawNote(painter, QRect(110 + at % 5 * 290, 90 + at / 5 * 295, 220, 220), papers[at * 7 % 4],
             at * 37 % 11 - 5);
  painter.end();
  return kept(picture, folder + QStringLiteral("/wall of notes.jpg"));
}

QString busStop(const QString& folder) {
  QImage picture(1200, 1600, QImage::Format_RGB32);
  picture.fill(QColor("#a9c9dd"));
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(0, 1150, 1200, 450, QColor("#77797a"));
  painter.fillRect(0, 700, 1200, 450, QColor("#9db08c"));
  painter.fillRect(250, 420, 40, 800, QColor("#4b5558"));
  painter.setBrush(QColor("#14504a"));
  painter.setPen(Qt::NoPen);
  painter.drawRoundedRect(QRect(130, 260, 280, 260), 30, 30);
  painter.setPen(QPen(Qt::white, 18, Qt::SolidLine, Qt::RoundCap));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRect(190, 330, 160, 100), 20, 20);
  painter.fillRect(620, 960, 420, 40, QColor("#7a5230"));
  painter.fillRect(660, 1000, 30, 160, QColor("#5c3d24"));
  painter.fillRect(970, 1000, 30, 160, QColor("#5c3d24"));
  painter.end();
  return kept(picture, folder + QStringLiteral("/bus stop.jpg"));
}

}  // namespace rapport::testing
