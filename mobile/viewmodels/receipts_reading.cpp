#include "mobile/viewmodels/receipts_reading.h"

#include <algorithm>
#include <functional>
#include <map>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/review_marks.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/attachment_facts.h"

namespace rapport {
namespace {

// The record that stands for a change's line: its session, its event, or itself.
struct Family {
  std::string key;
  std::string type;
};

class Gathering {
 public:
  Gathering(Notebook& notebook, Files& files, std::set<std::string> lookedAt)
      : notebook_(notebook), files_(files), lookedAt_(std::move(lookedAt)) {}

  Status add(const OwnChange& own) {
    const auto sheet = sheetOf(own.change.record);
    if (!sheet.ok()) return sheet.error();
    const RecordType* type = notebook_.catalogue().type(own.change.type);
    if (type == nullptr) return {};
    const auto review = reviewOf(own.change.record, *type, *sheet);
    if (!review.ok()) return review.error();
    const ReceiptStage stage = reviewed(own.receipt, *review).stage;
    const Family family = familyOf(*type, own.change.record.toString(), *sheet);
    ReceiptFacts& line = lines_[family.key];
    if (line.key.empty()) describe(line, family, *type, own.change.record, *sheet);
    line.amount += amountOf(*type, own.change);
    line.handedIn = line.handedIn || isSealedChange(own.encoded);
    line.savedAt = std::max(line.savedAt, own.change.wall);
    line.stage = std::min(line.stage, stage);
    if (stage == ReceiptStage::kApplied || stage == ReceiptStage::kReviewed)
      line.appliedAt = std::max(line.appliedAt, own.receipt.learntAt);
    if (stage == ReceiptStage::kReviewed) noteReview(line, **review);
    return type->name == kAttachmentTypeName ? addFile(line, own.change.record) : Status{};
  }

  std::set<std::string> reviewMarks() const {
    std::set<std::string> marks;
    for (const auto& [id, review] : reviews_)
      if (review) marks.insert(reviewMark(*review));
    return marks;
  }

  std::vector<AskedFacts> asked() {
    std::ranges::sort(asked_, std::greater{}, &AskedFacts::at);
    return std::move(asked_);
  }

  std::vector<ReceiptFacts> newestFirst() {
    std::vector<ReceiptFacts> lines;
    for (auto& [key, line] : lines_) lines.push_back(std::move(line));
    std::ranges::sort(lines, std::greater{}, &ReceiptFacts::savedAt);
    return lines;
  }

 private:
  using Sheet = std::optional<RecordSheet>;

  Result<Sheet> sheetOf(RecordId id) {
    const auto known = sheets_.find(id);
    if (known != sheets_.end()) return known->second;
    auto sheet = notebook_.get(id);
    if (sheet.ok()) sheets_.emplace(id, *sheet);
    return sheet;
  }

  void noteReview(ReceiptFacts& line, const Review& review) {
    const WallTime at{std::chrono::milliseconds(review.at.millis)};
    // What is asked stands in a list of its own until it was done.
    if (!review.hasIssues && !lookedAt_.contains(reviewMark(review))) line.fresh = true;
    if (line.reviewedAt && *line.reviewedAt >= at) return;
    line.reviewedAt = at;
    line.reviewedBy = notebook_.personName(review.by);
  }

  // A photo is where its bytes are, and not only its record.
  Status addFile(ReceiptFacts& line, RecordId attachment) {
    const auto blob = files_.find(attachment);
    if (!blob.ok()) return blob.error();
    if (!*blob || (*blob)->stage == ReceiptStage::kApplied) return {};
    line.file = **blob;
    if ((*blob)->stage <= ReceiptStage::kUploaded)
      line.stage = std::min(line.stage, (*blob)->stage);
    return {};
  }

  // Read once for each record, and noted where it asks for something that was not done since.
  Result<std::optional<Review>> reviewOf(RecordId id, const RecordType& type, const Sheet& sheet) {
    const auto known = reviews_.find(id);
    if (known != reviews_.end()) return known->second;
    auto review = notebook_.reviewOf(id);
    if (!review.ok()) return review;
    reviews_.emplace(id, *review);
    const bool stands = *review && (*review)->hasIssues && sheet && !sheet->hasPending &&
                        (*review)->covers(sheet->state.number);
    if (stands) {
      asked_.push_back({.recordId = id.toString(),
                        .type = type.name,
                        .icon = type.icon,
                        .title = RecordView(*sheet).title(),
                        .comment = (*review)->comment,
                        .by = notebook_.personName((*review)->by),
                        .at = WallTime(std::chrono::milliseconds((*review)->at.millis))});
    }
    return review;
  }

  Sheet named(const std::string& id) {
    const auto uuid = Uuid::parse(id);
    if (!uuid) return std::nullopt;
    const auto sheet = sheetOf(RecordId{*uuid});
    return sheet.ok() ? *sheet : std::nullopt;
  }

  std::string titleOf(const std::string& id) {
    const Sheet sheet = named(id);
    return sheet ? RecordView(*sheet).title() : std::string();
  }

  static Family familyOf(const RecordType& type, const std::string& id, const Sheet& sheet) {
    if (sheet && (type.name == "tally_cell" || type.name == "station"))
      return {"tally/" + RecordView(*sheet).text("event"), "tally_cell"};
    if (sheet && (type.name == "note" || type.name == "quote"))
      return {RecordView(*sheet).text("session"), "listening_session"};
    return {id, type.name};
  }

  void describe(ReceiptFacts& line, const Family& family, const RecordType& type, RecordId id,
                const Sheet& sheet) {
    line.key = family.key;
    line.type = family.type;
    line.recordId = id.toString();
    line.stage = ReceiptStage::kReviewed;
    const RecordType* shown = notebook_.catalogue().type(family.type);
    line.icon = shown != nullptr ? shown->icon : type.icon;
    line.label = shown != nullptr ? shown->label : type.label;
    if (!sheet) return;
    const RecordView view(*sheet);
    line.sensitive = view.yes("sensitive");
    if (family.type == "tally_cell") {
      line.title = titleOf(view.text("event"));
    } else if (family.type == "listening_session") {
      line.recordId = family.key;
      line.title = titleOf(family.key);
    } else {
      line.title = view.title();
      line.context = titleOf(view.text("partner"));
      if (line.context.empty()) line.context = titleOf(view.text("event"));
      if (line.context.empty()) line.context = titleOf(view.text("about"));
    }
  }

  static std::int64_t amountOf(const RecordType& type, const Change& change) {
    if (type.name == "note" || type.name == "quote") return 1;
    const FieldDeclaration* people = type.name == "tally_cell" ? type.field("people") : nullptr;
    std::int64_t sum = 0;
    for (const Operation& operation : change.operations)
      if (const auto* added = std::get_if<AddAmount>(&operation.deed);
          added != nullptr && people != nullptr && operation.field == people->number)
        sum += added->amount;
    return sum;
  }

  Notebook& notebook_;
  Files& files_;
  const std::set<std::string> lookedAt_;
  std::map<RecordId, Sheet> sheets_;
  std::map<RecordId, std::optional<Review>> reviews_;
  std::vector<AskedFacts> asked_;
  std::map<std::string, ReceiptFacts> lines_;
};

// What a change that stands nowhere else says it is: its own title field, else its type.
std::string titleOfChange(const RecordType& type, const Change& change) {
  for (const std::string& name : type.title) {
    const FieldDeclaration* field = type.field(name);
    for (const Operation& operation : change.operations)
      if (const auto* written = std::get_if<WriteValue>(&operation.deed);
          written != nullptr && field != nullptr && operation.field == field->number)
        return textOf(written->value);
  }
  return {};
}

Status readSentBack(Notebook& notebook, std::vector<SentBackFacts>& out) {
  const auto inbox = notebook.inbox();
  if (!inbox.ok()) return inbox.error();
  for (const HistoryLine& line : *inbox) {
    const RecordType* type = notebook.catalogue().type(line.change.type);
    if (type == nullptr) continue;
    SentBackFacts facts{.counter = line.change.dot.counter,
                        .recordId = line.change.record.toString(),
                        .type = type->name,
                        .icon = type->icon,
                        .label = type->label,
                        .title = titleOfChange(*type, line.change),
                        .reason = line.receipt.verdict.reason,
                        .quarantined = line.receipt.stage == ReceiptStage::kQuarantined,
                        .at = line.change.wall};
    const auto sheet = notebook.get(line.change.record);
    if (!sheet.ok()) return sheet.error();
    if (facts.title.empty() && sheet->has_value()) facts.title = RecordView(**sheet).title();
    out.push_back(std::move(facts));
  }
  return {};
}

Status readErased(Notebook& notebook, std::vector<ErasedFacts>& out) {
  const auto erased = notebook.erased();
  if (!erased.ok()) return erased.error();
  for (const ErasedRecord& each : *erased) {
    const RecordType* type = notebook.catalogue().type(each.type);
    out.push_back({.recordId = each.record.toString(),
                   .type = type != nullptr ? type->name : std::string{},
                   .discarded = each.discarded});
  }
  return {};
}

}  // namespace

bool waits(const ReceiptFacts& line) {
  return line.stage == ReceiptStage::kSaved || line.stage == ReceiptStage::kUploaded;
}

std::size_t ReceiptsReading::linesWaiting() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      lines, [](const ReceiptFacts& line) { return waits(line) && !line.file; }));
}

Result<ReceiptsReading> readReceipts(Notebook& notebook, Drafts& drafts, Files& files) {
  ReceiptsReading reading;
  const auto standing = notebook.store().standing();
  if (!standing.ok()) return standing.error();
  const std::uint64_t from =
      standing->counter > kReceiptsBack ? standing->counter - kReceiptsBack : 0;
  const auto changes = notebook.store().changesAfter(from, kReceiptsBack);
  if (!changes.ok()) return changes.error();
  Gathering gathering(notebook, files, reviewsLookedAt(drafts));
  for (const OwnChange& own : *changes) {
    // What was sent back stands in the inbox beside, and of what was erased nothing is left.
    if (own.receipt.stage >= ReceiptStage::kRefused) continue;
    if (Status added = gathering.add(own); !added.ok()) return added.error();
  }
  reading.lines = gathering.newestFirst();
  reading.asked = gathering.asked();
  reading.reviewMarks = gathering.reviewMarks();
  if (Status read = readSentBack(notebook, reading.sentBack); !read.ok()) return read.error();
  if (Status read = readErased(notebook, reading.erased); !read.ok()) return read.error();
  const auto status = notebook.status();
  if (!status.ok()) return status.error();
  reading.status = *status;
  const auto counts = files.counts();
  if (!counts.ok()) return counts.error();
  reading.files = *counts;
  return reading;
}

}  // namespace rapport
