#include "mobile/qml/tablet_engine.h"

#include <QDir>
#include <QFont>
#include <QFontDatabase>

#include "mobile/qml/file_pictures.h"
#include "mobile/qml/icon_provider.h"
#include "mobile/qml/shape_provider.h"

namespace rapport {
namespace {

// Once for the application, however many engines it makes.
void bringFonts() {
  static const bool brought = [] {
    const QDir folder(QStringLiteral(":/rapport/fonts"));
    bool fine = true;
    for (const QString& name : folder.entryList(QDir::Files))
      fine = QFontDatabase::addApplicationFont(folder.filePath(name)) >= 0 && fine;
    return fine;
  }();
  if (!brought) qWarning("A font that the app brings cannot be used.");
}

}  // namespace

void equip(QQmlEngine& engine, FrontDesk& desk) {
  bringFonts();
  engine.addImportPath(QStringLiteral("qrc:/"));
  engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
  engine.addImageProvider(QStringLiteral("file"), new FilePictures(desk));
  engine.addImageProvider(QStringLiteral("hatch"), new HatchProvider);
  engine.addImageProvider(QStringLiteral("mark"), new MarkProvider);
  engine.addImageProvider(QStringLiteral("dash"), new DashProvider);
  engine.addImageProvider(QStringLiteral("wax"), new WaxProvider);
  engine.addImageProvider(QStringLiteral("level"), new LevelProvider);
  const QStringList sans{QStringLiteral("Noto Sans Arabic"), QStringLiteral("Noto Sans")};
  QFont::insertSubstitutions(QStringLiteral("Inter"), sans);
  QFont::insertSubstitutions(QStringLiteral("Inter Display"),
                             QStringList(QStringLiteral("Inter")) + sans);
  QFont::insertSubstitutions(QStringLiteral("Noto Serif"), {QStringLiteral("Noto Naskh Arabic")});
  QObject::connect(desk.choices(), &ScreenChoices::languageChanged, &engine,
                   &QQmlEngine::retranslate);
}

}  // namespace rapport
