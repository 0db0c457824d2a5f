#include "mobile/qml/ink_pad.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <cmath>

namespace rapport {
namespace {

constexpr qreal kPenWidth = 4;
constexpr qreal kRim = 24;
constexpr qreal kSharper = 2;              // a picture is looked at larger than it was drawn
constexpr qsizetype kMostPoints = 20'000;  // nobody's signature; a hand that rests on the glass

}  // namespace

InkPad::InkPad(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAcceptedMouseButtons(Qt::LeftButton);
  setAntialiasing(true);
}

void InkPad::setInk(const QColor& ink) {
  if (ink == ink_) return;
  ink_ = ink;
  update();
  emit inkChanged();
}

void InkPad::clear() {
  if (strokes_.isEmpty()) return;
  strokes_.clear();
  update();
  emit blankChanged();
}

void InkPad::draw(QPainter& painter, const QColor& ink) const {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, kPenWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const QPolygonF& stroke : strokes_)
    stroke.size() == 1 ? painter.drawPoint(stroke.front()) : painter.drawPolyline(stroke);
}

void InkPad::paint(QPainter* painter) { draw(*painter, ink_); }

QByteArray InkPad::png() const {
  if (strokes_.isEmpty()) return {};
  QRectF drawn;
  for (const QPolygonF& stroke : strokes_)
    drawn |= stroke.boundingRect().adjusted(-kRim, -kRim, kRim, kRim);
  QImage picture((drawn.size() * kSharper).toSize(), QImage::Format_Grayscale8);
  picture.fill(Qt::white);
  QPainter painter(&picture);
  painter.scale(kSharper, kSharper);
  painter.translate(-drawn.topLeft());
  draw(painter, Qt::black);
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  return picture.save(&buffer, "PNG") ? bytes : QByteArray();
}

void InkPad::mousePressEvent(QMouseEvent* event) {
  const bool first = strokes_.isEmpty();
  strokes_.append(QPolygonF{event->position()});
  // A list that things are dragged in lies below.
  setKeepMouseGrab(true);
  update();
  if (first) emit blankChanged();
}

void InkPad::mouseMoveEvent(QMouseEvent* event) {
  if (strokes_.isEmpty()) return;
  qsizetype points = 0;
  for (const QPolygonF& stroke : strokes_) points += stroke.size();
  if (points >= kMostPoints) return;
  strokes_.last().append(event->position());
  update();
}

void InkPad::mouseReleaseEvent(QMouseEvent*) { setKeepMouseGrab(false); }

}  // namespace rapport
