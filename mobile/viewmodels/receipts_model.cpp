#include "mobile/viewmodels/receipts_model.h"

#include <algorithm>

#include "mobile/viewmodels/receipt_words.h"
#include "mobile/viewmodels/review_marks.h"
#include "mobile/viewmodels/tongue.h"
#include "mobile/viewmodels/wording.h"
#include "shared/sync/attachment_facts.h"
#include "shared/sync/sent_back.h"

namespace rapport {
namespace {

constexpr std::chrono::hours kDay{24};

// The last bead: who read it, and on which day.
QString reviewedWord(const ReceiptFacts& line, const Clock& clock, QDate today) {
  if (!line.reviewedAt || line.stage != ReceiptStage::kReviewed) return {};
  return ReceiptsModel::tr("%1, %2").arg(toQt(line.reviewedBy),
                                         dayName(localTime(*line.reviewedAt, clock).date(), today));
}

}  // namespace

ReceiptsModel::ReceiptsModel(QObject* parent)
    : ViewModel(parent),
      lines_({"key", "iconName", "title", "context", "sensitive", "stage", "savedAt", "appliedAt",
              "reviewed", "bytes", "bytesDetail", "share", "fileSentBack"}),
      sentBack_({"counter", "recordId", "iconName", "title", "when", "reason", "quarantined"}),
      asked_({"recordId", "iconName", "title", "when", "reason", "quarantined"}),
      erased_({"recordId", "sentence"}) {
  connect(this, &ViewModel::deskChanged, this, [this] {
    if (desk() != nullptr)
      connect(desk(), &FrontDesk::linkChanged, this, &ReceiptsModel::showLines);
  });
}

void ReceiptsModel::readAgain() {
  desk()->read(
      this,
      [](Notebook& notebook, Drafts& drafts, Files& files) {
        return readReceipts(notebook, drafts, files);
      },
      [this](const Result<ReceiptsReading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          showLines();
          showSentBack();
          showAsked();
          showErased();
          emit changed();
          look();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void ReceiptsModel::setShown(Shown shown) {
  if (shown == shown_) return;
  shown_ = shown;
  showLines();
  emit changed();
}

QString ReceiptsModel::waitingDetail() const { return waitingWord(reading_); }

// To be told of a review once is enough; its line stays in sight until this model goes.
void ReceiptsModel::look() {
  const auto before = fresh_.size();
  for (const ReceiptFacts& line : reading_.lines)
    if (line.fresh) fresh_.insert(line.key);
  if (fresh_.size() == before) return;
  desk()->write(
      this,
      [marks = reading_.reviewMarks](Notebook&, Drafts& drafts) {
        return lookAtReviews(drafts, marks);
      },
      [this](const Status& kept) { saved(kept); });
}

QString ReceiptsModel::lastSuccess() const {
  if (!reading_.status.lastSuccess || desk() == nullptr) return tr("Not yet");
  const QString word = dayWord(localTime(*reading_.status.lastSuccess, desk()->clock()),
                               localToday(desk()->clock()));
  return word.left(1).toUpper() + word.mid(1);
}

void ReceiptsModel::showLines() {
  if (desk() == nullptr) return;
  const Clock& clock = desk()->clock();
  const QDate today = localToday(clock);
  QList<QVariantList> rows;
  for (const ReceiptFacts& line : reading_.lines) {
    const WallTime moved = std::max(line.savedAt, line.reviewedAt.value_or(line.savedAt));
    const bool recent = clock.wallNow() - moved < kDay || line.fresh || fresh_.contains(line.key);
    if (shown_ == LastDay ? !recent : shown_ == Waiting ? !waits(line) : recent) continue;
    const QString saved = dayAndTime(localTime(line.savedAt, clock), today);
    const QString context =
        line.handedIn ? tr("Only the office can read it")
        : line.sensitive
            ? QString()
            : toQt(line.type == "tally_cell" || line.type == "listening_session" ? line.title
                                                                                 : line.context);
    const FileWords file = line.file ? fileWords(*line.file, desk()->link().stage) : FileWords{};
    rows.append({toQt(line.key), line.sensitive ? QStringLiteral("lock") : toQt(line.icon),
                 titleOf(line), context.isEmpty() ? saved : context + QStringLiteral(" · ") + saved,
                 line.sensitive, static_cast<int>(line.stage), saved,
                 line.appliedAt && line.type != kAttachmentTypeName
                     ? dayAndTime(localTime(*line.appliedAt, clock), today)
                     : QString(),
                 reviewedWord(line, clock, today), file.bytes, file.detail, file.share,
                 file.sentBack});
  }
  lines_.show(rows);
}

void ReceiptsModel::showSentBack() {
  const Clock& clock = desk()->clock();
  QList<QVariantList> rows;
  for (const SentBackFacts& facts : reading_.sentBack) {
    const QString when = dayWord(localTime(facts.at, clock), localToday(clock));
    rows.append({QString::number(facts.counter), toQt(facts.recordId), toQt(facts.icon),
                 wordOf(facts.type, facts.title, facts.label),
                 facts.quarantined ? tr("With the coordinator, written %1").arg(when)
                                   : tr("Written %1").arg(when),
                 sentenceOf(facts.reason), facts.quarantined});
  }
  sentBack_.show(rows);
}

void ReceiptsModel::showAsked() {
  const Clock& clock = desk()->clock();
  QList<QVariantList> rows;
  for (const AskedFacts& facts : reading_.asked) {
    const QString when = dayWord(localTime(facts.at, clock), localToday(clock));
    rows.append({toQt(facts.recordId), toQt(facts.icon), wordOf(facts.type, facts.title),
                 tr("%1 asks, %2").arg(toQt(facts.by), when), toQt(facts.comment), false});
  }
  asked_.show(rows);
}

void ReceiptsModel::showErased() {
  QList<QVariantList> rows;
  for (const ErasedFacts& facts : reading_.erased) {
    const QString what = wordOf(facts.type, {});
    const QString gone =
        what.isEmpty()
            ? tr("A record was erased for good, because the person it was about asked for it.")
            : tr("%1: erased for good, because the person it was about asked for it.").arg(what);
    const QString yours =
        facts.discarded == 0
            ? QString()
            : QStringLiteral(" ") + tr("What you had written and not sent went with it.");
    rows.append({toQt(facts.recordId),
                 gone + yours + QStringLiteral(" ") + tr("There is nothing for you to do.")});
  }
  erased_.show(rows);
}

void ReceiptsModel::putAway(const QString& recordId) {
  const auto id = Uuid::parse(recordId.toStdString());
  if (!id) return;
  desk()->write(
      this,
      [id = RecordId{*id}](Notebook& notebook, Drafts&) { return notebook.putAwayErased(id); },
      [this](const Status& done) { saved(done); });
}

void ReceiptsModel::handOver(const QString& counter) {
  desk()->write(
      this,
      [counter = counter.toULongLong(), language = codeOf(spoken())](Notebook& notebook, Drafts&) {
        const auto kept = rapport::handOver(notebook, counter, {}, language);
        return kept.ok() ? Status{} : Status{kept.error()};
      },
      [this](const Status& handed) {
        if (saved(handed)) desk()->toast()->show(tr("The coordinator is asked to see to it."));
      });
}

void ReceiptsModel::letGo(const QString& counter) {
  desk()->write(
      this,
      [counter = counter.toULongLong()](Notebook& notebook, Drafts&) {
        return notebook.dismiss(counter);
      },
      [this](const Status& gone) {
        if (saved(gone)) desk()->toast()->show(tr("Put away. It stays in the history."));
      });
}

}  // namespace rapport
