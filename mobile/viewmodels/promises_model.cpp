#include "mobile/viewmodels/promises_model.h"

#include <algorithm>

#include "mobile/viewmodels/one_tap.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

PromisesModel::Shown listOf(const PromiseFacts& promise) {
  if (promise.open()) return promise.ours ? PromisesModel::Open : PromisesModel::Theirs;
  return promise.status == "kept" && promise.ours && !promise.told ? PromisesModel::ToTell
                                                                   : PromisesModel::Finished;
}

// How far along the thread: promised, doing, kept, told back.
int beadOf(const PromiseFacts& promise) {
  if (promise.told) return 4;
  if (promise.status == "kept") return 3;
  return promise.status == "doing" ? 1 : 0;
}

QString stateWord(const PromiseFacts& promise) {
  if (promise.status == "broken") return PromisesModel::tr("Not kept");
  if (promise.status == "released_by_partner") return PromisesModel::tr("They let it go");
  return {};
}

}  // namespace

PromisesModel::PromisesModel(QObject* parent)
    : ViewModel(parent),
      promises_({"promiseId", "text", "partner", "due", "tone", "bead", "ours", "status", "ending",
                 "who", "twoVersions"}) {}

void PromisesModel::readAgain() {
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return readPromises(notebook); },
      [this](const Result<std::vector<PromiseFacts>>& promises) {
        if (promises.ok()) {
          facts_ = *promises;
          show();
        } else {
          say(promises.error());
        }
        readingShown();
      });
}

void PromisesModel::setFilter(Shown filter) {
  if (filter == filter_) return;
  filter_ = filter;
  show();
}

int PromisesModel::countOf(Shown filter) const {
  return static_cast<int>(std::ranges::count(facts_, filter, &listOf));
}

void PromisesModel::show() {
  const QDate today = localToday(desk()->clock());
  QList<QVariantList> rows;
  for (const PromiseFacts& promise : facts_) {
    if (listOf(promise) != filter_) continue;
    const QDate due = promise.due ? toDate(*promise.due) : QDate();
    const bool dated = due.isValid() && promise.open();
    rows.append({toQt(promise.id), toQt(promise.text), toQt(promise.partner),
                 dated           ? dueWord(due, today)
                 : due.isValid() ? shortDate(due)
                                 : tr("No date"),
                 dated ? static_cast<int>(dueTone(due, today)) : 0, beadOf(promise), promise.ours,
                 promise.status == "doing" ? QStringLiteral("doing") : QStringLiteral("open"),
                 stateWord(promise), toQt(promise.assignee), promise.needsPerson});
  }
  if (filter_ == Finished) std::reverse(rows.begin(), rows.end());
  promises_.show(rows);
  shown_ = true;
  emit changed();
}

void PromisesModel::markKept(const QString& id) {
  keepPromise(*this, id.toStdString(), promises_.value(id, "status").toString().toStdString());
}

void PromisesModel::markTold(const QString& id) { tellPromise(*this, id.toStdString()); }

}  // namespace rapport
