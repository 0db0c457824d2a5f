#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QStandardPaths>
#include <QSurfaceFormat>
#include <QtPlugin>
#include <cstdio>
#include <memory>

#include "mobile/app/make_desk.h"
#include "mobile/platform/desktop_file_source.h"
#include "mobile/qml/tablet_engine.h"
#include "mobile/viewmodels/front_desk.h"

namespace {

// Shapes are only smooth where the surface is sampled.
void askForSmoothEdges() {
  QSurfaceFormat format = QSurfaceFormat::defaultFormat();
  format.setSamples(4);
  QSurfaceFormat::setDefaultFormat(format);
}

struct Asked {
  QString profile;
  QString carryFolder;
  bool gallery = false;
};

Asked asked(const QCoreApplication& app) {
  QCommandLineParser line;
  line.setApplicationDescription(QStringLiteral("Rapport on a tablet."));
  line.addHelpOption();
  const QCommandLineOption profile(
      QStringLiteral("profile"), QStringLiteral("The folder that holds this person's data."),
      QStringLiteral("folder"), QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
  const QCommandLineOption carry(
      QStringLiteral("carry-folder"),
      QStringLiteral("Where a file is written that somebody carries to the office."),
      QStringLiteral("folder"),
      QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
  const QCommandLineOption gallery(
      QStringLiteral("gallery"),
      QStringLiteral("Shows every component in every state instead of the app."));
  line.addOptions({profile, carry, gallery});
  line.process(app);
  return {line.value(profile), line.value(carry), line.isSet(gallery)};
}

}  // namespace

int main(int argc, char** argv) {
  askForSmoothEdges();
  QGuiApplication app(argc, argv);
  QGuiApplication::setApplicationName(QStringLiteral("rapport-tablet"));
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Rapport"));
  QQuickStyle::setStyle(QStringLiteral("Basic"));

  const Asked wanted = asked(app);
  const QString& folder = wanted.profile;
  QDir().mkpath(folder);
  auto desk = rapport::makeDesk({folder.toStdString(), wanted.carryFolder.toStdString()});
  if (!desk.ok()) {
    std::fprintf(stderr, "%s\n", desk.error().message.c_str());
    return 1;
  }
  rapport::FrontDesk frontDesk(std::move(*desk),
                               QDir(folder).filePath(QStringLiteral("screen.ini")));
  // Where the system puts apps to sleep, it may be somebody else who wakes it.
  QObject::connect(&app, &QGuiApplication::applicationStateChanged, frontDesk.lock(),
                   [&frontDesk](Qt::ApplicationState state) {
                     if (state == Qt::ApplicationSuspended) frontDesk.lock()->lockNow();
                   });
  QQmlApplicationEngine engine;
  rapport::equip(engine, frontDesk);
  frontDesk.offer(std::make_unique<rapport::DesktopFileSource>(engine));
  engine.setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&frontDesk)},
                               {QStringLiteral("gallery"), wanted.gallery}});
  engine.load(QUrl(QStringLiteral("qrc:/Rapport/TabletWindow.qml")));
  return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
