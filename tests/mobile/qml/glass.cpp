#include "tests/mobile/qml/glass.h"

#include <QQmlEngine>
#include <QQmlError>
#include <QQuickStyle>

#include "mobile/qml/tablet_engine.h"

namespace rapport::testing {

void drawOffScreen() {
  // No letters but those that the app brings: a picture must not depend on the machine.
  qputenv("FONTCONFIG_FILE", RAPPORT_NO_FONTS);
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND")) qputenv("QT_QUICK_BACKEND", "software");
  QQuickStyle::setStyle(QStringLiteral("Basic"));
}

namespace {

FakeFileSource& offerFakeSource(FrontDesk& desk) {
  auto source = std::make_unique<FakeFileSource>();
  FakeFileSource& offered = *source;
  desk.offer(std::move(source));
  return offered;
}

}  // namespace

Glass::Glass(std::unique_ptr<Desk> desk, QSize size, Opens opens)
    : desk_(*desk),
      frontDesk_(std::move(desk)),
      source_(offerFakeSource(frontDesk_)),
      finger_(view_, desk_) {
  equip(*view_.engine(), frontDesk_);
  QObject::connect(view_.engine(), &QQmlEngine::warnings, &view_,
                   [this](const QList<QQmlError>& errors) {
                     for (const QQmlError& error : errors) faults_.append(error.toString());
                   });
  view_.setResizeMode(QQuickView::SizeRootObjectToView);
  view_.setInitialProperties({{QStringLiteral("desk"), QVariant::fromValue(&frontDesk_)}});
  view_.setSource(QUrl(opens == Opens::kGallery ? QStringLiteral("qrc:/Rapport/GalleryShell.qml")
                                                : QStringLiteral("qrc:/Rapport/TabletShell.qml")));
  for (const QQmlError& error : view_.errors()) faults_.append(error.toString());
  view_.resize(size);
  view_.show();
  finger_.settle();
}

Glass::~Glass() = default;

void Glass::reduceMotion() {
  const int id = qmlTypeId("Rapport", 1, 0, "Theme");
  if (auto* theme = view_.engine()->singletonInstance<QObject*>(id))
    theme->setProperty("reducedMotion", true);
}

}  // namespace rapport::testing
