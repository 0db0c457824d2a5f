#pragma once

#include <QQuickImageProvider>

namespace rapport {

// image://icon/<name>/<rrggbb>/<stroke width>: an outline icon of assets/icons in a colour of the
// theme, sharp at the size asked for. An unknown name is a transparent picture and a warning.
class IconProvider final : public QQuickImageProvider {
 public:
  IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

// image://hatch/<rrggbb>: the tile of the pattern that frames what few may read.
class HatchProvider final : public QQuickImageProvider {
 public:
  HatchProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

// image://mark/<front>/<back>/<overlap>: Rapport's two leaves in three colours, each rrggbb.
class MarkProvider final : public QQuickImageProvider {
 public:
  MarkProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
  QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

}  // namespace rapport
