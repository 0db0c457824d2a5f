#include "mobile/viewmodels/session_clock.h"

namespace rapport {
namespace {
constexpr int kTickMillis = 1000;

qint64 millisOf(WallTime time) { return time.time_since_epoch().count(); }
}  // namespace

SessionClock::SessionClock(QObject* parent) : QObject(parent), keeper_(this) {
  keeper_.stayHere(true);
  tick_.setInterval(kTickMillis);
  connect(&tick_, &QTimer::timeout, this, &SessionClock::ticked);
}

void SessionClock::run(FrontDesk* desk, const std::string& session, WallTime began) {
  desk_ = desk;
  began_ = began;
  lasted_.reset();
  keeper_.open(desk, QStringLiteral("clock/") + QString::fromStdString(session),
               [this](const QJsonObject& kept) {
                 pauses_ = kept;
                 emit ticked();
               });
  tick_.start();
}

void SessionClock::stand(std::chrono::minutes lasted) {
  lasted_ = lasted;
  tick_.stop();
  emit ticked();
}

std::chrono::milliseconds SessionClock::elapsed() const {
  if (lasted_) return *lasted_;
  if (desk_ == nullptr) return {};
  const qint64 now =
      paused() ? pauses_[QLatin1String("since")].toInteger() : millisOf(desk_->clock().wallNow());
  const qint64 total = now - millisOf(began_) - pauses_[QLatin1String("total")].toInteger();
  return std::chrono::milliseconds(std::max<qint64>(0, total));
}

std::chrono::minutes SessionClock::minutes() const {
  return std::chrono::round<std::chrono::minutes>(elapsed());
}

QString SessionClock::text() const {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(elapsed()).count();
  const QLatin1Char zero('0');
  const QString tail =
      QStringLiteral("%1:%2").arg(seconds / 60 % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
  return seconds < 3600 ? tail : QString::number(seconds / 3600) + QLatin1Char(':') + tail;
}

void SessionClock::toggle() {
  if (desk_ == nullptr || lasted_) return;
  const qint64 now = millisOf(desk_->clock().wallNow());
  if (paused()) {
    const qint64 pause = now - pauses_[QLatin1String("since")].toInteger();
    pauses_[QLatin1String("total")] = pauses_[QLatin1String("total")].toInteger() + pause;
    pauses_.remove(QLatin1String("since"));
  } else {
    pauses_[QLatin1String("since")] = now;
  }
  keeper_.keep(pauses_);
  emit ticked();
}

}  // namespace rapport
