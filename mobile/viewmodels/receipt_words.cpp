#include "mobile/viewmodels/receipt_words.h"

#include "mobile/viewmodels/receipts_model.h"
#include "mobile/viewmodels/tongue.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/label_text.h"
#include "shared/sync/attachment_facts.h"

namespace rapport {
namespace {

QString joined(const QString& word, const std::string& title) {
  return title.empty() ? word : ReceiptsModel::tr("%1, %2").arg(word, toQt(title));
}

}  // namespace

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
  if (line.type == kAttachmentTypeName)
    return joined(ReceiptsModel::tr("Photo or file"), line.title);
  return toQt(line.title.empty() ? labelIn(line.label, codeOf(spoken())) : line.title);
}

QString wordOf(const std::string& type, const std::string& title, const Label& label) {
  ReceiptFacts line;
  line.type = type;
  line.label = label;
  line.title = title;
  if (type == "note") return joined(ReceiptsModel::tr("Note"), title);
  if (type == "quote") return joined(ReceiptsModel::tr("Quote"), title);
  if (type == "tally_cell") return ReceiptsModel::tr("Tally");
  return titleOf(line);
}

QString waitingWord(const ReceiptsReading& reading) {
  if (reading.waiting() == 0) return ReceiptsModel::tr("nothing to send");
  QStringList words;
  if (const int places = static_cast<int>(reading.linesWaiting()); places > 0)
    words.append(ReceiptsModel::tr("in %n places", nullptr, places));
  if (const int files = static_cast<int>(reading.files.waiting); files > 0)
    words.append(ReceiptsModel::tr("%n files", nullptr, files));
  return words.join(QStringLiteral(" · "));
}

FileWords fileWords(const LocalBlob& file, LinkStage link) {
  FileWords words;
  if (file.stage == ReceiptStage::kRefused) {
    words.sentBack = sentenceOf(file.reason);
  } else if (file.stage < ReceiptStage::kApplied && file.sentBytes > 0) {
    const QString sent = megabytes(file.sentBytes), all = megabytes(file.sizeBytes);
    const bool moves = link == LinkStage::kSending || link == LinkStage::kCaughtUp;
    words.bytes = moves ? ReceiptsModel::tr("Sending · %1 of %2 MB").arg(sent, all)
                        : ReceiptsModel::tr("Paused at %1 of %2 MB").arg(sent, all);
    if (!moves) words.detail = ReceiptsModel::tr("carries on by itself");
    words.share = static_cast<double>(file.sentBytes) / static_cast<double>(file.sizeBytes);
  }
  return words;
}

QString fileStanding(const std::optional<LocalBlob>& file) {
  if (!file) return ReceiptsModel::tr("At the office, not on this tablet");
  if (file->whole)
    return file->stage < ReceiptStage::kApplied ? ReceiptsModel::tr("Saved here")
                                                : ReceiptsModel::tr("Uploaded");
  if (file->hereBytes == 0) return ReceiptsModel::tr("Comes with the next connection");
  return ReceiptsModel::tr("%1 of %2 MB are here")
      .arg(megabytes(file->hereBytes), megabytes(file->sizeBytes));
}

}  // namespace rapport
