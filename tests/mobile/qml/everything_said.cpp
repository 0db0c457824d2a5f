#include "tests/mobile/qml/everything_said.h"

#include <QAccessible>
#include <QQuickItem>

namespace rapport::testing {
namespace {

void gather(const QObject& object, QStringList& said) {
  for (const char* property : {"text", "title", "hint", "objectName"})
    said.append(object.property(property).toString());
  for (const QObject* child : object.children()) gather(*child, said);
  if (const auto* item = qobject_cast<const QQuickItem*>(&object)) {
    for (const QQuickItem* child : item->childItems())
      if (child->parent() != item) gather(*child, said);
  }
}

void gather(const QAccessibleInterface* heard, QStringList& said) {
  if (heard == nullptr) return;
  for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
    said.append(heard->text(text));
  for (int at = 0; at < heard->childCount(); ++at) gather(heard->child(at), said);
}

}  // namespace

QStringList everythingSaid(QQuickWindow& window) {
  QAccessible::setActive(true);
  QStringList said;
  gather(*window.contentItem(), said);
  gather(QAccessible::queryAccessibleInterface(&window), said);
  said.removeAll(QString());
  said.removeDuplicates();
  return said;
}

}  // namespace rapport::testing
