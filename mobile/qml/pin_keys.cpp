#include "mobile/qml/pin_keys.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace rapport {

void PinKeys::keyPressEvent(QKeyEvent* event) {
  const QString text = event->text();
  if (event->matches(QKeySequence::Paste)) {
    emit typed(QGuiApplication::clipboard()->text());
  } else if (event->key() == Qt::Key_Backspace) {
    emit erased();
  } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    emit entered();
  } else if (text.size() == 1 && text.front().isDigit()) {
    emit typed(text);
  } else {
    event->ignore();
  }
}

}  // namespace rapport
