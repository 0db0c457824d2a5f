#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <utility>

#include <qqmlregistration.h>

namespace rapport {

// What was just done, for a few seconds, and the way back.
class UndoToast : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("View models have one each.")
  Q_PROPERTY(QString text READ text NOTIFY changed)
  Q_PROPERTY(bool undoable READ undoable NOTIFY changed)

 public:
  explicit UndoToast(QObject* parent = nullptr);

  QString text() const { return text_; }
  bool undoable() const { return static_cast<bool>(undo_); }

  void show(const QString& text, std::function<void()> undo = {});
  Q_INVOKABLE void undo();
  Q_INVOKABLE void dismiss();

 signals:
  void changed();

 private:
  QString text_;
  std::function<void()> undo_;
  QTimer hold_;
};

}  // namespace rapport
