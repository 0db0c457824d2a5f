#include "mobile/viewmodels/today_receipts.h"

#include <algorithm>

#include "mobile/viewmodels/receipt_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

QVariantList row(TodayReceipts::Kind kind, const char* icon, const QString& word,
                 const QString& detail, const QString& recordId = {}, const QString& counter = {}) {
  return {static_cast<int>(kind), QString::fromLatin1(icon), word, detail, recordId, counter};
}

}  // namespace

TodayReceipts::TodayReceipts(QObject* parent)
    : ViewModel(parent), tidings_({"kind", "iconName", "word", "detail", "recordId", "counter"}) {}

void TodayReceipts::setAwake(bool awake) {
  if (awake == awake_) return;
  awake_ = awake;
  emit awakeChanged();
  if (awake) refresh();
}

// Not at every tap of a tally that lies over it: it looks at hundreds of changes.
void TodayReceipts::readAgain() {
  if (!awake_) return readingShown();
  desk()->read(
      this,
      [](Notebook& notebook, Drafts& drafts, Files& files) {
        return readReceipts(notebook, drafts, files);
      },
      [this](const Result<ReceiptsReading>& reading) {
        reading.ok() ? show(*reading) : say(reading.error());
        readingShown();
      });
}

void TodayReceipts::show(const ReceiptsReading& reading) {
  QList<QVariantList> rows;
  if (!reading.sentBack.empty()) rows.append(sentBack(reading.sentBack));
  if (!reading.asked.empty()) rows.append(asked(reading.asked));
  std::vector<const ReceiptFacts*> fresh;
  for (const ReceiptFacts& line : reading.lines)
    if (line.fresh) fresh.push_back(&line);
  if (!fresh.empty()) rows.append(reviewed(fresh));
  if (reading.waiting() > 0)
    rows.append(
        row(Waiting, "cloud-up", tr("%1 waiting").arg(reading.waiting()), waitingWord(reading)));
  tidings_.show(rows);
}

// One alone opens at its field, if its author can do something about it here.
QVariantList TodayReceipts::sentBack(const std::vector<SentBackFacts>& all) const {
  const SentBackFacts& first = all.front();
  const QString word = tr("Sent back · %1").arg(all.size());
  const QString title = wordOf(first.type, first.title, first.label);
  if (all.size() > 1 || first.quarantined) return row(SentBack, "alert-circle", word, title);
  return row(SentBack, "alert-circle", word, title, toQt(first.recordId),
             QString::number(first.counter));
}

QVariantList TodayReceipts::asked(const std::vector<AskedFacts>& all) const {
  const AskedFacts& first = all.front();
  const QString word = tr("Look again · %1").arg(all.size());
  return row(LookAgain, "eye", word, wordOf(first.type, first.title),
             all.size() == 1 ? toQt(first.recordId) : QString());
}

QVariantList TodayReceipts::reviewed(const std::vector<const ReceiptFacts*>& lines) const {
  const ReceiptFacts& last = **std::ranges::max_element(
      lines, {}, [](const ReceiptFacts* line) { return line->reviewedAt; });
  const QDate day = localTime(*last.reviewedAt, desk()->clock()).date();
  return row(Reviewed, "eye-check", tr("Reviewed · %1").arg(lines.size()),
             tr("%1, %2").arg(toQt(last.reviewedBy), dayName(day, localToday(desk()->clock()))));
}

}  // namespace rapport
