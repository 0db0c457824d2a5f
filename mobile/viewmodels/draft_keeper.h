#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>

#include "mobile/viewmodels/front_desk.h"

namespace rapport {

// Keeps what is being written on this tablet, so that a dead battery loses at most a few letters:
// taps at once, typing within half a second. Belongs to one view model.
class DraftKeeper final : public QObject {
  Q_OBJECT

 public:
  explicit DraftKeeper(QObject* parent);
  // What was typed last is kept, whoever closes the screen.
  ~DraftKeeper() override;

  // `then` gets what was kept under this key; an empty object if nothing was, or if the record
  // that it was to become ("id") has been saved after all.
  void open(FrontDesk* desk, const QString& key, std::function<void(const QJsonObject&)> then);
  bool isOpen() const { return desk_ != nullptr; }

  // From now on it is for this tablet alone, and the office forgets what it has: what is to be
  // sealed, and what only makes sense here.
  void stayHere(bool stays) { reach_ = stays ? Drafts::Reach::kTablet : Drafts::Reach::kOffice; }
  void keep(const QJsonObject& draft);
  void keepSoon(const QJsonObject& draft);
  void flush();
  // The draft became a record, or was thrown away; nothing that was typed is kept any more. The
  // caller's own work on the worker forgets the key.
  void drop();
  std::string key() const { return key_.toStdString(); }

 private:
  FrontDesk* desk_ = nullptr;
  QString key_;
  QJsonObject waiting_;
  Drafts::Reach reach_ = Drafts::Reach::kOffice;
  QTimer soon_;
};

}  // namespace rapport
