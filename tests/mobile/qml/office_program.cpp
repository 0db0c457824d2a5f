#include "tests/mobile/qml/office_program.h"

#include <QRegularExpression>
#include <cstdio>
#include <cstdlib>

namespace rapport::testing {
namespace {

constexpr int kStartsInMillis = 60'000;
constexpr int kEndsInMillis = 120'000;
const char* const kProgramme = "quillan";

[[noreturn]] void fail(const QString& what) {
  std::fprintf(stderr, "The office of the test: %s\n", qPrintable(what));
  std::abort();
}

QString program() { return qEnvironmentVariable("RAPPORT_SERVER"); }

}  // namespace

OfficeProgram::OfficeProgram(const std::string& folder)
    : data_(QString::fromStdString(folder) + QStringLiteral("/server")) {
  run({QStringLiteral("programme"), QStringLiteral("--data"), data_, QStringLiteral("add"),
       QLatin1String(kProgramme), QStringLiteral("--demo")});
}

OfficeProgram::~OfficeProgram() { kill(); }

void OfficeProgram::start() {
  serving_.setStandardErrorFile(QProcess::nullDevice());
  serving_.start(program(),
                 {QStringLiteral("serve"), QStringLiteral("--data"), data_,
                  QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port_)});
  while (!serving_.canReadLine())
    if (!serving_.waitForReadyRead(kStartsInMillis)) fail(QStringLiteral("does not begin"));
  const QString ready = QString::fromUtf8(serving_.readLine());
  const auto port = QRegularExpression(QStringLiteral(":(\\d+)\\s*$")).match(ready);
  if (!port.hasMatch()) fail(ready);
  port_ = port.captured(1).toInt();
}

void OfficeProgram::kill() {
  if (serving_.state() == QProcess::NotRunning) return;
  serving_.kill();
  if (!serving_.waitForFinished(kEndsInMillis)) fail(QStringLiteral("does not end"));
}

QString OfficeProgram::link(const QString& person) {
  const QString said =
      run({QStringLiteral("enrol"), QStringLiteral("--data"), data_, QStringLiteral("--programme"),
           QLatin1String(kProgramme), QStringLiteral("--role"), QStringLiteral("worker"),
           QStringLiteral("--name"), person});
  const auto link = QRegularExpression(QStringLiteral("rapport://\\S+")).match(said);
  if (!link.hasMatch()) fail(said);
  return link.captured();
}

void OfficeProgram::set(const QString& change) {
  run({QStringLiteral("programme"), QStringLiteral("--data"), data_, QStringLiteral("settings"),
       QLatin1String(kProgramme), QStringLiteral("--set"), change});
}

QString OfficeProgram::carryIn(const QString& file) {
  return run({QStringLiteral("carry-in"), QStringLiteral("--data"), data_, file});
}

QString OfficeProgram::stateHash() {
  return run({QStringLiteral("state-hash"), QStringLiteral("--data"), data_,
              QStringLiteral("--programme"), QLatin1String(kProgramme), QStringLiteral("--role"),
              QStringLiteral("worker")})
      .trimmed();
}

QString OfficeProgram::run(const QStringList& words) {
  QProcess once;
  once.start(program(), words);
  if (!once.waitForFinished(kEndsInMillis) || once.exitStatus() != QProcess::NormalExit ||
      once.exitCode() != 0)
    fail(words.join(' ') + QLatin1Char('\n') + QString::fromUtf8(once.readAllStandardError()));
  return QString::fromUtf8(once.readAllStandardOutput());
}

}  // namespace rapport::testing
