#include <algorithm>

#include "shared/merge/read.h"

namespace rapport {
namespace {

bool stands(const DeleteHead& head) { return head.deletion == Deletion::kDelete; }

bool meant(const DeleteHead& by, FieldNumber field, const Dot& dot, const Numbers& numbers) {
  if (std::ranges::binary_search(by.unreadable, field)) return false;
  if (by.seen.covers(numbers)) return true;
  return by.author == Author::kTablet && wroteEarlier(dot, by.dot, by.formerly);
}

}  // namespace

bool isDeleted(const RecordState& record) {
  if (std::ranges::none_of(record.deletes, stands)) return false;
  const auto isMeant = [&record](FieldNumber field, const Dot& dot, const Numbers& numbers) {
    return std::ranges::any_of(record.deletes, [&](const DeleteHead& by) {
      return stands(by) && meant(by, field, dot, numbers);
    });
  };
  return std::ranges::all_of(record.fields, [&isMeant](const FieldState& field) {
    return std::ranges::all_of(
               field.heads,
               [&](const Head& head) { return isMeant(field.field, head.dot, head.numbers); }) &&
           std::ranges::all_of(field.counts, [&](const CountEntry& entry) {
             return isMeant(field.field, {entry.replica, entry.counter}, entry.numbers);
           });
  });
}

bool isDeleteContested(const RecordState& record) {
  return std::ranges::any_of(record.deletes, stands) && !isDeleted(record);
}

}  // namespace rapport
