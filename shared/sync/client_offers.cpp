#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/state_codec.h"
#include "shared/sync/client_session.h"
#include "shared/sync/forms.h"

// What a tablet gives an office that was restored from a backup: its copies of what the backup did
// not have yet. They stay here until all of them were taken.

namespace rapport {
namespace {

// Whether a restored office that kept so much may lack something that this copy has.
bool mayBring(const RecordState& copy, const EpochNews& news) {
  if (!copy.number || copy.number->epoch == news.epoch) return false;
  const auto kept = std::ranges::find(news.lineage, copy.number->epoch,
                                      [](const RestoredEpoch& each) { return each.kept.epoch; });
  return kept == news.lineage.end() || copy.number->n > kept->kept.n;
}

bool isFull(const OfferStates& offer, std::size_t sizeBytes, std::size_t targetBytes) {
  return sizeBytes >= targetBytes || offer.copies.size() >= limits::kStatesPerFrame;
}

}  // namespace

Status ClientSession::keepLineage(const RestoredEpochs& lineage) {
  return store_.inTransaction([&]() -> Status {
    auto standing = store_.standing();
    if (!standing) return standing.error();
    if (standing->lineage == lineage) return {};
    standing->lineage = lineage;
    return store_.keepStanding(*standing);
  });
}

ClientStep ClientSession::onNews(const EpochNews& news) {
  if (news.epoch != accepted_.epoch) {
    return fail(RefusalCode::kMalformed,
                "The office speaks of another life of itself than it has.");
  }
  if (phase_ != Phase::kNews) {
    const Status kept = keepLineage(news.lineage);
    return kept ? ClientStep{} : fail(RefusalCode::kTrouble, kept.error().message);
  }
  if (begun_ != nullptr) {
    const Status again = begun_->offerAgain();
    if (!again) return fail(RefusalCode::kTrouble, again.error().message);
  }
  news_ = news;
  phase_ = Phase::kOffering;
  ClientStep step;
  offer(step);
  return step;
}

ClientStep ClientSession::onCopiesTaken(const Verdicts& verdicts) {
  if (pushesInFlight_ == 0 || !verdicts.verdicts.empty()) {
    return fail(RefusalCode::kOutOfOrder, "The office answered what was not asked.");
  }
  pushAnswered();
  ClientStep step;
  offer(step);
  return step;
}

void ClientSession::offer(ClientStep& step) {
  while (!copiesOffered_ && mayPush()) {
    const auto next = nextCopies();
    if (!next) {
      step = fail(RefusalCode::kTrouble, next.error().message);
      return;
    }
    if (next->copies.empty()) continue;
    std::size_t sizeBytes = 0;
    for (const OfferedCopy& copy : next->copies) sizeBytes += copy.state.size();
    sendPush(step, encodeFrame(*next), sizeBytes);
  }
  if (copiesOffered_ && pushesInFlight_ == 0) step = begin();
}

bool ClientSession::addCopy(OfferStates& offer, const RecordState& copy,
                            std::size_t& sizeBytes) const {
  if (!mayBring(copy, news_)) return true;
  ByteWriter out;
  encodeState(out, copy);
  sizeBytes += out.size();
  offer.copies.push_back({out.take(), {}});
  return !isFull(offer, sizeBytes, pace_.frameBytes());
}

// Nobody can read a questionnaire's answers before its form.
Status ClientSession::gatherForms(OfferStates& offer, std::size_t& sizeBytes) {
  formsOffered_ = true;
  const RecordType* form = catalogue_.type(kFormTypeName);
  if (form == nullptr) return {};
  std::optional<RecordId> after = offeredThrough_;
  const auto ids = store_.recordsOf(form->number, after, limits::kRecordsPerPage);
  if (!ids) return ids.error();
  for (const RecordId& id : *ids) {
    const auto copy = store_.copy(id);
    if (!copy) return copy.error();
    offeredThrough_ = id;
    const auto may = mayOffer(id, offer.copyRole);
    if (!may) return may.error();
    const bool room = !*copy || !*may || addCopy(offer, **copy, sizeBytes);
    if (!room) {
      formsOffered_ = false;
      return {};
    }
  }
  formsOffered_ = ids->size() < limits::kRecordsPerPage;
  if (formsOffered_) offeredThrough_.reset();
  return {};
}

Result<OfferStates> ClientSession::nextCopies() {
  const auto standing = store_.standing();
  if (!standing) return standing.error();
  OfferStates offer;
  offer.lineage = standing->lineage;
  offer.copyRole = standing->copyRole;
  std::size_t sizeBytes = 0;
  if (!formsOffered_) {
    if (const Status gathered = gatherForms(offer, sizeBytes); !gathered) return gathered.error();
    return offer;
  }
  copiesOffered_ = true;
  Status asked;
  const Status read = store_.copiesAfter(offeredThrough_, [&](const RecordState& copy) {
    offeredThrough_ = copy.id;
    const auto may = mayOffer(copy.id, offer.copyRole);
    if (!may) asked = may.error();
    copiesOffered_ = may && (!*may || isForm(copy) || addCopy(offer, copy, sizeBytes));
    return copiesOffered_;
  });
  if (!read) return read.error();
  if (!asked) return asked.error();
  return offer;
}

// Not where it was fetched for another role than the frame says, and the same for this one was
// still on its way.
Result<bool> ClientSession::mayOffer(RecordId id, Role copyRole) {
  const auto outdated = store_.outdatedFor(id);
  if (!outdated) return outdated.error();
  return outdated->value_or(copyRole) == copyRole;
}

}  // namespace rapport
