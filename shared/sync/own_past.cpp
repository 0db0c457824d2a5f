#include "shared/sync/own_past.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

#include "shared/merge/filter.h"
#include "shared/merge/state_codec.h"
#include "shared/merge/taken_back.h"

namespace rapport {
namespace {

// The amounts that a change counted, each with its place.
template <typename Each>
void eachAmount(const Change& change, const Each& each) {
  for (const Operation& operation : change.operations) {
    if (std::holds_alternative<AddAmount>(operation.deed)) each(Place{operation.field}, operation);
    const auto* edit = std::get_if<EditRows>(&operation.deed);
    if (edit == nullptr) continue;
    for (const RowEdit& row : edit->rows) {
      for (const Operation& cell : row.operations) {
        if (!std::holds_alternative<AddAmount>(cell.deed)) continue;
        each(Place{operation.field, row.row, cell.field}, cell);
      }
    }
  }
}

bool isSentBack(const OwnChange& own) { return own.receipt.stage >= ReceiptStage::kRefused; }

class Gathered {
 public:
  explicit Gathered(const RecordState& record, const std::vector<OwnChange>& own)
      : record_(record) {
    for (const OwnChange& each : own) own_.push_back(each.change.dot);
    std::ranges::sort(own_);
  }

  void contents(const std::vector<FieldDeclaration>& declared, const Contents& from,
                const Place* row) {
    for (const FieldState& field : from.fields) {
      const auto known = std::ranges::find(declared, field.field, &FieldDeclaration::number);
      if (known != declared.end()) add(*known, field, row);
    }
    for (const DeleteHead& head : from.deletes) {
      put(head.dot, head.numbers, head.person, head.time, row,
          {kDeletedField, {}, {}, SetDeleted{head.deletion}});
    }
  }

  std::vector<StandingChange> newestFirst() && {
    std::vector<StandingChange> out;
    for (auto& entry : changes_) out.push_back(std::move(entry.second));
    std::ranges::stable_sort(out, std::greater{}, &StandingChange::number);
    return out;
  }

 private:
  void add(const FieldDeclaration& declared, const FieldState& field, const Place* row) {
    const bool gathers = declared.rule == MergeRule::kUnion || declared.rule == MergeRule::kAppend;
    for (const Head& head : field.heads) {
      Deed deed = gathers ? Deed(EditElements{{head.value}, {}}) : Deed(WriteValue{head.value});
      put(head.dot, head.numbers, head.person, head.time, row,
          {field.field, {}, {}, std::move(deed)});
    }
    for (const RowState& each : field.rows) {
      const Place place{field.field, each.id};
      contents(declared.cells, each, &place);
    }
  }

  void put(const Dot& dot, const Numbers& numbers, PersonId person, HybridTime time,
           const Place* row, Operation operation) {
    if (std::ranges::binary_search(own_, dot)) return;
    StandingChange& found = changes_[dot];
    Change& change = found.change;
    change.dot = dot;
    change.record = record_.id;
    change.type = record_.type;
    change.formVersion = record_.formVersion;
    change.person = person;
    change.time = time;
    for (const Number& number : numbers.each()) {
      if (record_.number && number.epoch == record_.number->epoch) found.number = number;
    }
    if (row != nullptr) {
      RowEdit edit{row->row, {std::move(operation)}};
      operation = {row->field, {}, {}, EditRows{{std::move(edit)}}};
    }
    change.operations.push_back(std::move(operation));
  }

  const RecordState& record_;
  std::vector<Dot> own_;
  std::map<Dot, StandingChange> changes_;
};

// That it stood, without what it said.
FieldState withoutWords(FieldState cell) {
  for (Head& head : cell.heads) head.value = Value{};
  std::ranges::sort(cell.heads, {}, &Head::dot);
  const auto again = std::ranges::unique(cell.heads, {}, &Head::dot);
  cell.heads.erase(again.begin(), again.end());
  for (CountEntry& entry : cell.counts) entry.sum = 0;
  return cell;
}

// A row of which this role may read nothing stood there all the same: the change did not make it,
// and to undo the change is not to remove it.
void keepHiddenRows(const Contents& touched, Contents& kept) {
  for (const FieldState& field : touched.fields) {
    for (const RowState& row : field.rows) {
      const FieldState* there = kept.field(field.field);
      if (row.fields.empty() || (there != nullptr && there->row(row.id) != nullptr)) continue;
      RowState& hidden = kept.fieldOrNew(field.field).rowOrNew(row.id);
      hidden.fields.push_back(withoutWords(row.fields.front()));
    }
  }
}

}  // namespace

std::optional<Bytes> packBefore(const RecordType& type, Role role,
                                const std::vector<Operation>& operations,
                                const RecordState& shown) {
  // What is only handed in leaves this tablet when the office has it.
  const auto readable = filterFor(role, &type, shown);
  if (!readable) return std::nullopt;
  RecordState stood;
  static_cast<Contents&>(stood) = touchedBy(operations, *readable);
  keepHiddenRows(touchedBy(operations, shown), stood);
  ByteWriter out;
  encodeState(out, stood);
  return out.take();
}

std::optional<Contents> unpackBefore(ByteView bytes) {
  ByteReader in(bytes);
  const RecordState stood = decodeState(in);
  if (!in.finished()) return std::nullopt;
  return stood;
}

Result<Done> ownDone(LocalStore& store, const std::vector<OwnChange>& own,
                     const OwnChange& change) {
  Done done{change.change};
  const auto before = store.beforeOf(change.change.dot.counter);
  if (!before) return before.error();
  if (*before) done.before = unpackBefore(**before);
  TakenBack taken;
  for (const OwnChange& each : std::views::reverse(own)) {
    if (isSentBack(each)) continue;
    const Applied applied{Numbers{}, each.change.time};
    eachAmount(each.change, [&](const Place& place, const Operation& operation) {
      taken.add(place, each.change.dot, Numbers{}, std::get<AddAmount>(operation.deed).amount,
                Knowledge(operation, each.change.dot, applied));
    });
  }
  eachAmount(change.change, [&](const Place& place, const Operation&) {
    if (taken.by(place, change.change.dot) != nullptr) done.takenBack.insert(place);
  });
  return done;
}

std::vector<StandingChange> standingBeside(const RecordType& type, const RecordState& record,
                                           const std::vector<OwnChange>& own) {
  Gathered gathered(record, own);
  gathered.contents(type.fields, record, nullptr);
  return std::move(gathered).newestFirst();
}

}  // namespace rapport
