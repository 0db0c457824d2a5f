#include "mobile/qml/tablet_engine.h"

#include <QFont>

#include "mobile/qml/icon_provider.h"

namespace rapport {

void equip(QQmlEngine& engine) {
  engine.addImportPath(QStringLiteral("qrc:/"));
  engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
  engine.addImageProvider(QStringLiteral("hatch"), new HatchProvider);
  engine.addImageProvider(QStringLiteral("mark"), new MarkProvider);
  const QStringList sans{QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans")};
  QFont::insertSubstitutions(QStringLiteral("Inter"), sans);
  QFont::insertSubstitutions(QStringLiteral("Inter Display"),
                             QStringList(QStringLiteral("Inter")) + sans);
  QFont::insertSubstitutions(QStringLiteral("Noto Serif"), {QStringLiteral("Noto Naskh Arabic")});
}

}  // namespace rapport
