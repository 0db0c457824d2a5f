#pragma once

#include <QQuickImageProvider>

namespace rapport {

// Shapes that plain rectangles cannot make, drawn at the size asked for. Colours are rrggbb.

// image://dash/<fill>/<edge>/<corner>/<width>: a filled box with a dashed edge.
class DashProvider final : public QQuickImageProvider {
 public:
  DashProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

// image://wax/<colour>: the blot of wax behind a seal's lock.
class WaxProvider final : public QQuickImageProvider {
 public:
  WaxProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

// image://level/<0 to 4>/<ink>/<filling>/<surface line>/<empty>: a vessel that fills by quarters.
class LevelProvider final : public QQuickImageProvider {
 public:
  LevelProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

}  // namespace rapport
