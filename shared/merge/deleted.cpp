#include <algorithm>

#include "shared/merge/read.h"

namespace rapport {
namespace {

bool stands(const DeleteHead& head) { return head.deletion == Deletion::kDelete; }

bool knew(const DeleteHead& by, const Dot& dot, const Numbers& numbers) {
  if (by.seen.covers(numbers)) return true;
  return by.author == Author::kTablet && wroteEarlier(dot, by.dot, by.formerly);
}

bool couldRead(const DeleteHead& by, const CellPlace& place) {
  return !std::ranges::binary_search(by.unreadable, place.field) &&
         !std::ranges::binary_search(by.unreadableCells, place);
}

// Did some standing delete mean what this change wrote in a field, or in a cell of a row?
bool isMeant(const Contents& deleted, const CellPlace& place, const Dot& dot,
             const Numbers& numbers) {
  return std::ranges::any_of(deleted.deletes, [&](const DeleteHead& by) {
    return stands(by) && couldRead(by, place) && knew(by, dot, numbers);
  });
}

// … and everything that stands there?
bool isMeant(const Contents& deleted, const CellPlace& place, const FieldState& field) {
  return std::ranges::all_of(
             field.heads,
             [&](const Head& head) { return isMeant(deleted, place, head.dot, head.numbers); }) &&
         std::ranges::all_of(field.counts,
                             [&](const CountEntry& entry) {
                               const Dot last{entry.replica, entry.counter};
                               return isMeant(deleted, place, last, entry.numbers);
                             }) &&
         std::ranges::all_of(field.rows, [&](const RowState& row) {
           // What was removed already need not be meant again.
           return isDeleted(row) || std::ranges::all_of(row.fields, [&](const FieldState& cell) {
                    return isMeant(deleted, {field.field, cell.field}, cell);
                  });
         });
}

}  // namespace

bool isDeleted(const Contents& contents) {
  if (std::ranges::none_of(contents.deletes, stands)) return false;
  return std::ranges::all_of(contents.fields, [&contents](const FieldState& field) {
    return isMeant(contents, {field.field, kDeletedField}, field);
  });
}

Unmeant latestUnmeant(const Contents& contents) {
  Unmeant latest;
  for (const FieldState& field : contents.fields) {
    const CellPlace place{field.field, kDeletedField};
    for (const Head& head : field.heads) {
      if (isMeant(contents, place, head.dot, head.numbers)) continue;
      if (latest.head == nullptr || winsOver(head, *latest.head)) latest = {head.dot, &head};
    }
    for (const CountEntry& entry : field.counts) {
      const Dot last{entry.replica, entry.counter};
      const bool meant = isMeant(contents, place, last, entry.numbers);
      if (!meant && latest.head == nullptr) latest.dot = last;
    }
  }
  return latest;
}

bool isDeleteContested(const Contents& contents) {
  return std::ranges::any_of(contents.deletes, stands) && !isDeleted(contents);
}

}  // namespace rapport
