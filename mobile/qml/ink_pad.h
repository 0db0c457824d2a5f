#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>

#include <qqmlregistration.h>

namespace rapport {

// Paper to sign on with a finger, a pen or a mouse. What is drawn is in memory alone, until
// somebody takes it as a picture.
class InkPad : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged)
  Q_PROPERTY(bool blank READ blank NOTIFY blankChanged)

 public:
  explicit InkPad(QQuickItem* parent = nullptr);

  QColor ink() const { return ink_; }
  void setInk(const QColor& ink);
  bool blank() const { return strokes_.isEmpty(); }

  Q_INVOKABLE void clear();
  // Black on white whatever the screen looks like, with a rim around what was drawn, as PNG. Empty
  // while nothing is.
  Q_INVOKABLE QByteArray png() const;

  void paint(QPainter* painter) override;

 signals:
  void inkChanged();
  void blankChanged();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  void draw(QPainter& painter, const QColor& ink) const;

  QColor ink_ = Qt::black;
  QList<QPolygonF> strokes_;
};

}  // namespace rapport
