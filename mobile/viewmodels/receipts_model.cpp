#include "mobile/viewmodels/receipts_model.h"

#include "mobile/viewmodels/tongue.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/label_text.h"
#include "shared/sync/sent_back.h"

namespace rapport {
namespace {

constexpr std::chrono::hours kDay{24};

QString joined(const QString& word, const std::string& title) {
  return title.empty() ? word : ReceiptsModel::tr("%1, %2").arg(word, toQt(title));
}

QString titleOf(const ReceiptFacts& line) {
  const int amount = static_cast<int>(line.amount);
  if (line.sensitive) return ReceiptsModel::tr("Safety worry");
  if (line.type == "tally_cell") return ReceiptsModel::tr("Tally, %n people", nullptr, amount);
  if (line.type == "listening_session")
    return amount > 0 ? ReceiptsModel::tr("Listening, %n notes", nullptr, amount)
                      : ReceiptsModel::tr("Listening session");
  if (line.type == "commitment") return joined(ReceiptsModel::tr("Promise"), line.title);
  if (line.type == "feedback") return joined(ReceiptsModel::tr("Feedback"), line.title);
  if (line.type == "response") return joined(ReceiptsModel::tr("Answer"), line.title);
  if (line.type == "event") return joined(ReceiptsModel::tr("Event"), line.title);
  if (line.type == "partner") return joined(ReceiptsModel::tr("Partner"), line.title);
  if (line.type == "code") return joined(ReceiptsModel::tr("Theme"), line.title);
  return toQt(line.title.empty() ? labelIn(line.label, codeOf(spoken())) : line.title);
}

// One record by itself, not the family it belongs to.
QString wordOf(const std::string& type, const std::string& title, const Label& label = {}) {
  ReceiptFacts line;
  line.type = type;
  line.label = label;
  line.title = title;
  if (type == "note") return joined(ReceiptsModel::tr("Note"), title);
  if (type == "quote") return joined(ReceiptsModel::tr("Quote"), title);
  if (type == "tally_cell") return ReceiptsModel::tr("Tally");
  return titleOf(line);
}

}  // namespace

ReceiptsModel::ReceiptsModel(QObject* parent)
    : ViewModel(parent),
      lines_({"key", "iconName", "title", "context", "sensitive", "stage", "savedAt", "appliedAt"}),
      sentBack_({"counter", "recordId", "iconName", "title", "when", "reason", "quarantined"}),
      asked_({"recordId", "iconName", "title", "when", "reason", "quarantined"}),
      erased_({"recordId", "sentence"}) {}

void ReceiptsModel::readAgain() {
  desk()->read(
      this, [](Notebook& notebook, Drafts&) { return readReceipts(notebook); },
      [this](const Result<ReceiptsReading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          showLines();
          showSentBack();
          showAsked();
          showErased();
          emit changed();
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

QString ReceiptsModel::waitingDetail() const {
  int lines = 0;
  for (const ReceiptFacts& line : reading_.lines)
    if (line.stage == ReceiptStage::kSaved || line.stage == ReceiptStage::kUploaded) ++lines;
  return waiting() == 0 ? tr("nothing to send") : tr("in %n places", nullptr, lines);
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
    const bool recent = clock.wallNow() - line.savedAt < kDay;
    const bool waits = line.stage == ReceiptStage::kSaved || line.stage == ReceiptStage::kUploaded;
    if (shown_ == LastDay ? !recent : shown_ == Waiting ? !waits : recent) continue;
    const QString saved = dayAndTime(localTime(line.savedAt, clock), today);
    const QString context =
        line.handedIn ? tr("Only the office can read it")
        : line.sensitive
            ? QString()
            : toQt(line.type == "tally_cell" || line.type == "listening_session" ? line.title
                                                                                 : line.context);
    rows.append(
        {toQt(line.key), line.sensitive ? QStringLiteral("lock") : toQt(line.icon), titleOf(line),
         context.isEmpty() ? saved : context + QStringLiteral(" · ") + saved, line.sensitive,
         static_cast<int>(line.stage), saved,
         line.appliedAt ? dayAndTime(localTime(*line.appliedAt, clock), today) : QString()});
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
