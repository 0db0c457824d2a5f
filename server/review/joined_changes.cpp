#include "server/review/joined_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "shared/merge/state_codec.h"

namespace rapport {
namespace {

// Gathers a copy's heads by the change that wrote them.
class Gathered {
 public:
  void fields(const Contents& contents, const RecordType& type) {
    for (const FieldState& field : contents.fields) {
      const FieldDeclaration* declared = type.field(field.field);
      if (declared != nullptr) add(field, *declared, nullptr);
    }
    deletes(contents, nullptr);
  }
  std::map<Dot, Change>& changes() { return changes_; }

 private:
  struct InRow {
    FieldNumber field;
    RowId row;
  };

  void add(const FieldState& field, const FieldDeclaration& declared, const InRow* in) {
    const bool gathers = declared.rule == MergeRule::kUnion || declared.rule == MergeRule::kAppend;
    for (const Head& head : field.heads) {
      Deed deed = gathers ? Deed(EditElements{{head.value}, {}}) : Deed(WriteValue{head.value});
      put(change(head.dot, head.person, head.time), in, {field.field, {}, {}, std::move(deed)});
    }
    for (const CountEntry& entry : field.counts) {
      const Dot last{entry.replica, entry.counter};
      put(change(last, {}, {}), in, {field.field, {}, {}, AddAmount{entry.sum}});
    }
    for (const RowState& row : field.rows) {
      const InRow place{field.field, row.id};
      for (const FieldState& cell : row.fields) {
        const FieldDeclaration* inside = declared.cell(cell.field);
        if (inside != nullptr) add(cell, *inside, &place);
      }
      deletes(row, &place);
    }
  }

  void deletes(const Contents& contents, const InRow* in) {
    for (const DeleteHead& head : contents.deletes) {
      put(change(head.dot, head.person, head.time), in,
          {kDeletedField, {}, {}, SetDeleted{head.deletion, {}, {}}});
    }
  }

  Change& change(const Dot& dot, PersonId person, HybridTime time) {
    Change& found = changes_[dot];
    found.dot = dot;
    if (time > found.time) {
      found.person = person;
      found.time = time;
    }
    return found;
  }

  static void put(Change& change, const InRow* in, Operation operation) {
    if (in != nullptr) {
      RowEdit row{in->row, {std::move(operation)}};
      operation = {in->field, {}, {}, EditRows{{std::move(row)}}};
    }
    change.operations.push_back(std::move(operation));
  }

  std::map<Dot, Change> changes_;
};

}  // namespace

Result<std::vector<JoinedChange>> joinedChanges(ServerReader& reader, const RecordType& type,
                                                const std::vector<JoinRow>& joins) {
  std::vector<JoinedChange> out;
  std::set<Dot> told;
  for (const JoinRow& row : joins) {
    ByteReader in(row.copy);
    const RecordState copy = decodeState(in);
    Gathered gathered;
    gathered.fields(copy, type);
    for (auto& [dot, change] : gathered.changes()) {
      if (!told.insert(dot).second) continue;
      const auto entry = reader.logEntry(dot);
      if (!entry) return entry.error();
      const bool earlier =
          *entry && (*entry)->verdict.after && (*entry)->verdict.after->n < row.number.n;
      if (!earlier) out.push_back({std::move(change), &row});
    }
  }
  return out;
}

}  // namespace rapport
