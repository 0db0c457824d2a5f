#include "mobile/viewmodels/draft_keeper.h"

#include <QJsonDocument>
#include <utility>

namespace rapport {
namespace {

constexpr int kSoonMillis = 500;

// What is kept under the key, unless its record was saved and only the forgetting was cut short.
QByteArray keptIn(Notebook& notebook, Drafts& drafts, const std::string& key) {
  const auto kept = drafts.find(key);
  if (!kept.ok() || !kept->has_value()) return {};
  QByteArray bytes = QByteArray::fromStdString(**kept);
  const QJsonObject draft = QJsonDocument::fromJson(bytes).object();
  const auto id = Uuid::parse(draft[QLatin1String("id")].toString().toStdString());
  if (!id) return bytes;
  const auto record = notebook.get(RecordId{*id});
  if (!record.ok() || !record->has_value()) return bytes;
  const Status forgotten = drafts.forget(key);
  return forgotten.ok() ? QByteArray() : QByteArray("{}");
}

}  // namespace

DraftKeeper::DraftKeeper(QObject* parent) : QObject(parent) {
  soon_.setSingleShot(true);
  soon_.setInterval(kSoonMillis);
  connect(&soon_, &QTimer::timeout, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper() { flush(); }

void DraftKeeper::open(FrontDesk* desk, const QString& key,
                       std::function<void(const QJsonObject&)> then) {
  desk_ = desk;
  key_ = key;
  desk_->read(
      this,
      [key = key.toStdString()](Notebook& notebook, Drafts& drafts) {
        return keptIn(notebook, drafts, key);
      },
      [then = std::move(then)](const QByteArray& bytes) {
        then(QJsonDocument::fromJson(bytes).object());
      });
}

void DraftKeeper::keep(const QJsonObject& draft) {
  waiting_ = draft;
  flush();
}

void DraftKeeper::keepSoon(const QJsonObject& draft) {
  waiting_ = draft;
  soon_.start();
}

void DraftKeeper::flush() {
  soon_.stop();
  if (desk_ == nullptr || waiting_.isEmpty()) return;
  const std::string bytes =
      QJsonDocument(std::exchange(waiting_, {})).toJson(QJsonDocument::Compact).toStdString();
  desk_->read(
      desk_,
      [key = key(), bytes, reach = reach_](Notebook&, Drafts& drafts) {
        return drafts.keep(key, bytes, reach);
      },
      [desk = desk_](const Status& kept) {
        if (!kept.ok() && kept.error().code == ErrorCode::kStorageFull) desk->setFull(true);
      });
}

void DraftKeeper::drop() {
  soon_.stop();
  waiting_ = {};
}

}  // namespace rapport
