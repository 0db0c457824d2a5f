#pragma once

#include <QQuickItem>
#include <QString>

#include <qqmlregistration.h>

namespace rapport {

// Where a PIN is typed on a keyboard, or pasted: what was typed is passed on and kept nowhere, as
// the text of a field would be.
class PinKeys : public QQuickItem {
  Q_OBJECT
  QML_ELEMENT

 public:
  explicit PinKeys(QQuickItem* parent = nullptr) : QQuickItem(parent) {}

 signals:
  void typed(const QString& digits);
  void erased();
  void entered();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace rapport
