#include "shared/sync/review.h"

#include "shared/crypto/uuid_v5.h"
#include "shared/merge/read.h"
#include "shared/model/value_text.h"
#include "shared/protocol/number_text.h"

namespace rapport {
namespace {

// Reads one register of the review; nothing where it holds nothing.
std::optional<FieldReading> registerIn(const RecordType& type, const RecordState& record,
                                       std::string_view name) {
  const FieldDeclaration* declared = type.field(name);
  const FieldState* state = declared != nullptr ? record.field(declared->number) : nullptr;
  if (state == nullptr) return std::nullopt;
  return readField(*declared, *state);
}

std::string textIn(const RecordType& type, const RecordState& record, std::string_view name) {
  const auto reading = registerIn(type, record, name);
  return reading ? textOf(reading->value) : std::string();
}

}  // namespace

bool Review::covers(const std::optional<Number>& number) const {
  return number && through && number->epoch == through->epoch && number->n <= through->n;
}

RecordId reviewIdOf(RecordId about) { return RecordId{makeUuidV5(about.uuid, kReviewTypeName)}; }

std::optional<Review> reviewIn(const Catalogue& types, const RecordState& record) {
  const RecordType* type = types.type(std::string_view{kReviewTypeName});
  if (type == nullptr || record.type != type->number || isDeleted(record)) return std::nullopt;
  const auto about = Uuid::parse(textIn(*type, record, "about"));
  const auto through = registerIn(*type, record, "through");
  if (!about || !through || through->winner == nullptr) return std::nullopt;
  Review review;
  review.about = RecordId{*about};
  review.through = parseNumber(textOf(through->value));
  review.hasIssues = textIn(*type, record, "outcome") == "has_issues";
  if (review.hasIssues) review.comment = textIn(*type, record, "comment");
  review.by = through->winner->person;
  review.at = through->winner->time;
  return review;
}

Status noteReview(ServerWriter& store, const Catalogue& types, const RecordType& type,
                  const RecordState& record) {
  if (type.name != kReviewTypeName) return {};
  const auto review = reviewIn(types, record);
  if (!review || !review->through || !record.number) return {};
  if (review->through->epoch != record.number->epoch) return {};
  return store.noteRead(review->about, review->through->n);
}

Receipt reviewed(Receipt receipt, const std::optional<Review>& review) {
  const bool applied = receipt.stage == ReceiptStage::kApplied;
  const bool read = applied && review &&
                    (review->covers(receipt.verdict.after) || review->covers(receipt.earlier));
  if (read) {
    receipt.stage = ReceiptStage::kReviewed;
  }
  return receipt;
}

}  // namespace rapport
