#include "shared/sync/notebook.h"

#include <algorithm>

#include "shared/merge/apply.h"
#include "shared/merge/read.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/record_facts.h"
#include "shared/sync/sensitive.h"
#include "shared/sync/state_hash.h"

namespace rapport {
namespace {

constexpr std::size_t kPage = 200;
constexpr std::size_t kShortIdSigns = 8;

bool isWaiting(ReceiptStage stage) {
  return stage == ReceiptStage::kSaved || stage == ReceiptStage::kUploaded;
}

HistoryLine ownLine(OwnChange own) {
  return {std::move(own.change), std::move(own.receipt), true, isSealedChange(own.encoded)};
}

}  // namespace

Notebook::Notebook(LocalStore& store, const Catalogue& catalogue, const Clock& clock,
                   Random& random)
    : store_(store), catalogue_(catalogue), clock_(clock), random_(random) {}

// The server's copy with the overlay on top; the sheet gets the last overlaid change's receipt.
Result<RecordState> Notebook::viewOf(RecordId id, std::optional<RecordState> copy,
                                     RecordSheet& sheet) {
  RecordState view = copy ? *std::move(copy) : RecordState{};
  auto overlay = store_.overlayOf(id);
  if (!overlay) return overlay.error();
  if (overlay->empty()) return view;
  const auto standing = store_.standing();
  if (!standing) return standing.error();
  for (const OwnChange& own : *overlay) {
    if (view.type == 0) {
      view.id = id;
      view.type = own.change.type;
      view.formVersion = own.change.formVersion;
    }
    const bool answered = !isWaiting(own.receipt.stage);
    apply(view, own.change,
          {Numbers{}, answered ? own.receipt.verdict.effective : own.change.time, Author::kTablet,
           &standing->formerly, nullptr});
    sheet.receipt = own.receipt;
    sheet.handedIn = sheet.handedIn || isSealedChange(own.encoded);
  }
  return view;
}

Result<Notebook::Eyes> Notebook::eyes(Role role) {
  const auto outdated = store_.hasOutdated();
  if (!outdated) return outdated.error();
  return Eyes{role, *outdated};
}

Result<Notebook::Eyes> Notebook::presentEyes() {
  const auto standing = store_.standing();
  if (!standing) return standing.error();
  return eyes(standing->copyRole);
}

Result<RecordSheet> Notebook::sheetOf(RecordId id, std::optional<RecordState> copy, Eyes shownTo) {
  RecordSheet sheet;
  sheet.shownTo = shownTo.role;
  if (shownTo.someOutdated && copy) {
    const auto outdated = store_.outdatedFor(id);
    if (!outdated) return outdated.error();
    sheet.shownTo = outdated->value_or(shownTo.role);
  }
  sheet.receipt.stage = ReceiptStage::kApplied;
  auto view = viewOf(id, std::move(copy), sheet);
  if (!view) return view.error();
  sheet.state = *std::move(view);
  sheet.type = catalogue_.type(sheet.state.type);
  sheet.deleted = isDeleted(sheet.state);
  sheet.deleteContested = isDeleteContested(sheet.state);
  sheet.hasPending = isWaiting(sheet.receipt.stage);
  return sheet;
}

Result<std::optional<RecordSheet>> Notebook::get(RecordId id) {
  const auto eyes = presentEyes();
  if (!eyes) return eyes.error();
  auto copy = store_.copy(id);
  if (!copy) return copy.error();
  auto sheet = sheetOf(id, *std::move(copy), *eyes);
  if (!sheet) return sheet.error();
  const auto own = store_.changesOf(id);
  if (!own) return own.error();
  const auto review = reviewOf(id);
  if (!review) return review.error();
  if (!own->empty()) {
    sheet->receipt = reviewed(own->front().receipt, *review);
  } else if (*review && (*review)->covers(sheet->state.number)) {
    sheet->receipt.stage = ReceiptStage::kReviewed;
  }
  if (sheet->state.type == 0) {
    if (own->empty()) return std::optional<RecordSheet>{};
    // Written here and not for reading back: what remains is its receipt.
    sheet->state.id = id;
    sheet->state.type = own->front().change.type;
    sheet->type = catalogue_.type(sheet->state.type);
    sheet->handedIn = isSealedChange(own->front().encoded);
  }
  return std::optional<RecordSheet>{*std::move(sheet)};
}

Status Notebook::each(std::string_view type, const std::function<bool(const RecordSheet&)>& visit) {
  const RecordType* declared = catalogue_.type(type);
  if (declared == nullptr) {
    return Error{ErrorCode::kNotFound,
                 "There is no kind of record called \"" + std::string(type) + "\"."};
  }
  const auto eyes = presentEyes();
  if (!eyes) return eyes.error();
  std::optional<RecordId> after;
  while (true) {
    const auto ids = store_.recordsOf(declared->number, after, kPage);
    if (!ids) return ids.error();
    for (const RecordId& id : *ids) {
      auto copy = store_.copy(id);
      if (!copy) return copy.error();
      const auto sheet = sheetOf(id, *std::move(copy), *eyes);
      if (!sheet) return sheet.error();
      if (!sheet->deleted && sheet->type != nullptr && !visit(*sheet)) return {};
    }
    if (ids->size() < kPage) return {};
    after = ids->back();
  }
}

Result<std::vector<RecordSheet>> Notebook::list(std::string_view type,
                                                std::optional<RecordId> after, std::size_t limit) {
  std::vector<RecordSheet> page;
  const RecordType* declared = catalogue_.type(type);
  if (declared == nullptr) {
    return Error{ErrorCode::kNotFound,
                 "There is no kind of record called \"" + std::string(type) + "\"."};
  }
  const auto eyes = presentEyes();
  if (!eyes) return eyes.error();
  while (page.size() < limit) {
    const auto ids = store_.recordsOf(declared->number, after, limit);
    if (!ids) return ids.error();
    for (const RecordId& id : *ids) {
      auto copy = store_.copy(id);
      if (!copy) return copy.error();
      auto sheet = sheetOf(id, *std::move(copy), *eyes);
      if (!sheet) return sheet.error();
      if (!sheet->deleted && page.size() < limit) page.push_back(*std::move(sheet));
    }
    if (ids->size() < limit) break;
    after = ids->back();
  }
  return page;
}

Result<std::vector<HistoryLine>> Notebook::history(RecordId id) {
  auto own = store_.changesOf(id);
  if (!own) return own.error();
  const auto review = reviewOf(id);
  if (!review) return review.error();
  std::vector<HistoryLine> lines;
  for (OwnChange& change : *own) {
    change.receipt = reviewed(change.receipt, *review);
    lines.push_back(ownLine(std::move(change)));
  }
  return lines;
}

Result<std::optional<Review>> Notebook::reviewOf(RecordId id) {
  const auto copy = store_.copy(reviewIdOf(id));
  if (!copy) return copy.error();
  auto review = *copy ? reviewIn(catalogue_, **copy) : std::nullopt;
  // An id can be made up; whose review it is, the record itself says.
  if (review && review->about != id) review.reset();
  return review;
}

Result<std::vector<RecordSheet>> Notebook::conflicts(std::size_t limit) {
  const auto ids = store_.recordsNeedingPerson(limit);
  if (!ids) return ids.error();
  const auto eyes = presentEyes();
  if (!eyes) return eyes.error();
  std::vector<RecordSheet> found;
  for (const RecordId& id : *ids) {
    auto copy = store_.copy(id);
    if (!copy) return copy.error();
    auto sheet = sheetOf(id, *std::move(copy), *eyes);
    if (!sheet) return sheet.error();
    // A choice made here and not yet answered already counts.
    const bool open = sheet->type != nullptr && needsPerson(*sheet->type, sheet->state);
    if (open) found.push_back(*std::move(sheet));
  }
  return found;
}

Result<std::vector<HistoryLine>> Notebook::inbox() {
  auto refused = store_.refused();
  if (!refused) return refused.error();
  std::vector<HistoryLine> lines;
  for (OwnChange& own : *refused) lines.push_back(ownLine(std::move(own)));
  return lines;
}

Status Notebook::dismiss(std::uint64_t counter) {
  return store_.inTransaction([&] { return store_.dismiss(counter); });
}

Status Notebook::putAwayErased(RecordId id) {
  return store_.inTransaction([&] { return store_.putAwayErased(id); });
}

Result<NotebookStatus> Notebook::status() {
  NotebookStatus status;
  const auto waiting = store_.waitingCount();
  if (!waiting) return waiting.error();
  const auto refused = store_.refused();
  if (!refused) return refused.error();
  const auto open = store_.recordsNeedingPerson(kPage);
  if (!open) return open.error();
  const auto records = store_.copyCount();
  if (!records) return records.error();
  const auto standing = store_.standing();
  if (!standing) return standing.error();
  status.waiting = *waiting;
  status.refused = refused->size();
  status.conflicts = open->size();
  status.records = *records;
  status.lastSuccess = standing->lastSuccess;
  return status;
}

Result<std::size_t> Notebook::officers() {
  const auto keys = officersKeys(store_, catalogue_);
  if (!keys) return keys.error();
  return keys->size();
}

Result<Digest> Notebook::stateHash() {
  StateHash hash;
  const Status read = store_.eachCopy([&](const RecordState& copy) -> Status {
    hash.add(copy);
    return {};
  });
  if (!read) return read.error();
  return hash.finish();
}

std::string Notebook::directoryName(Uuid id, std::string_view type) {
  const auto copy = store_.copy(RecordId{id});
  const RecordType* declared = catalogue_.type(type);
  if (copy && *copy && declared != nullptr) {
    const std::string name = titleOf(*declared, **copy);
    if (!name.empty()) return name;
  }
  return id.toString().substr(0, kShortIdSigns);
}

std::string Notebook::personName(PersonId person) { return directoryName(person.uuid, "user"); }

std::string Notebook::deviceName(ReplicaId replica) {
  return directoryName(replica.uuid, "device");
}

}  // namespace rapport
