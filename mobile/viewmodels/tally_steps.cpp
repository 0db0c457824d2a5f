#include "mobile/viewmodels/tally_steps.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport {
namespace {
std::string keyOf(const std::string& event) { return "tally/" + event; }
}  // namespace

std::vector<TallyStep> readSteps(Drafts& drafts, const std::string& event) {
  std::vector<TallyStep> steps;
  const auto kept = drafts.find(keyOf(event));
  if (!kept.ok() || !kept->has_value()) return steps;
  const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(**kept)).array();
  for (const QJsonValue& value : array) {
    const QJsonObject object = value.toObject();
    // A step without a name says nothing that could be taken back.
    if (object[QLatin1String("cell")].toString().isEmpty()) continue;
    steps.push_back({object[QLatin1String("cell")].toString(),
                     object[QLatin1String("station")].toString().toStdString(),
                     WallTime(std::chrono::milliseconds(object[QLatin1String("at")].toInteger()))});
  }
  return steps;
}

Status keepSteps(Drafts& drafts, const std::string& event, const std::vector<TallyStep>& steps) {
  QJsonArray array;
  for (const TallyStep& step : steps) {
    array.append(QJsonObject{
        {QStringLiteral("cell"), step.tile},
        {QStringLiteral("station"), QString::fromStdString(step.station)},
        {QStringLiteral("at"), static_cast<qint64>(step.at.time_since_epoch().count())}});
  }
  return drafts.keep(keyOf(event),
                     QJsonDocument(array).toJson(QJsonDocument::Compact).toStdString());
}

}  // namespace rapport
