#include <algorithm>
#include <map>
#include <set>

#include "shared/base/byte_writer.h"
#include "shared/merge/read.h"
#include "shared/merge/undo.h"
#include "shared/merge/value_codec.h"
#include "tests/simulation/people.h"
#include "tests/simulation/sim_types.h"

// What somebody wrote, taken back: a change like any other, told to the oracle as what is entered.

namespace rapport::simulation {
namespace {

using Words = std::multiset<Bytes>;

// As people read it: how often a status came round, nobody reads.
Bytes spelt(const Value& value) {
  if (const auto* status = std::get_if<StatusValue>(&value)) return status->state;
  ByteWriter out;
  if (const auto* consent = std::get_if<ConsentValue>(&value)) {
    out.byte(static_cast<std::uint8_t>(consent->answer));
  } else {
    encodeValue(out, value);
  }
  return out.take();
}

void read(const FieldDeclaration& field, const FieldState& state, const std::string& where,
          std::map<std::string, Words>& words) {
  const FieldReading reading = readField(field, state);
  Words here;
  if (field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend) {
    std::set<Bytes> elements;
    for (const Value& element : reading.elements) elements.insert(spelt(element));
    here.insert(elements.begin(), elements.end());
  } else if (reading.value != Value{} && reading.value != Value{std::int64_t{0}}) {
    here.insert(spelt(reading.value));
  }
  if (!here.empty()) words[where] = here;
  for (const RowState* row : reading.rows) {
    for (const FieldState& cell : row->fields) {
      const FieldDeclaration* declared = field.cell(cell.field);
      if (declared == nullptr) continue;
      read(*declared, cell, where + "/" + row->id.toString() + "/" + declared->name, words);
    }
  }
}

// What the record says, field by field; nothing of one that is not there or deleted.
std::map<std::string, Words> saysOf(const std::optional<RecordSheet>& sheet) {
  std::map<std::string, Words> words;
  if (!sheet || sheet->type == nullptr || sheet->deleted) return words;
  for (const FieldState& state : sheet->state.fields) {
    const FieldDeclaration* field = sheet->type->field(state.field);
    if (field != nullptr) read(*field, state, field->name, words);
  }
  return words;
}

// Then a later deletion means more than was deleted before.
bool hasDeletes(const Contents& contents) {
  return !contents.deletes.empty() ||
         std::ranges::any_of(contents.fields, [](const FieldState& field) {
           return std::ranges::any_of(field.rows,
                                      [](const RowState& row) { return !row.deletes.empty(); });
         });
}

std::string listOf(const std::map<std::string, Words>& says) {
  std::string all;
  for (const auto& [where, words] : says) {
    all += " " + where + "=";
    for (const Bytes& each : words) all += hexOf(hashOf(each)).substr(0, 4);
  }
  return all;
}

// What somebody may write and not read, their deletion spares, be it their own.
bool readsAll(const RecordType& type, Role role, const Entry& entry) {
  return std::ranges::all_of(entry.fields, [&](const FieldEdit& edit) {
    return std::ranges::none_of(wishesOf(type, edit),
                                [&](const Wish& wish) { return isHidden(type, wish.place, role); });
  });
}

}  // namespace

Workers::Undone Workers::takeBack(Tablet& tablet, const RecordSheet& sheet, const PastLine& line) {
  const auto who = tablet.store().enrolment();
  if (!who || line.line.receipt.stage >= ReceiptStage::kRefused) return Undone::kNo;
  auto inverse = inverseOf(*sheet.type, who->role, sheet.state, line.done);
  if (!inverse) return Undone::kNo;
  Entry entry;
  entry.id = sheet.state.id;
  entry.type = sheet.type->name;
  entry.shown = &sheet;
  entry.fields = std::move(inverse->fields);
  entry.deletion = inverse->deletion;
  if (!intend(tablet, {entry})) return Undone::kNo;
  const Dot dot = line.line.change.dot;
  scene_.note(tablet.name(), "takes back " + textOf(dot));
  const auto kept = tablet.notebook().undo(sheet.state.id, dot);
  const auto all = kept ? Result<std::vector<Kept>>(std::vector<Kept>{*kept})
                        : Result<std::vector<Kept>>(kept.error());
  return told(tablet, {entry}, all) ? Undone::kYes : Undone::kNo;
}

void Workers::undo(Tablet& tablet) {
  const RecordId id = records_[anyRecord()];
  const auto sheet = tablet.notebook().get(id);
  const auto lines = tablet.notebook().past(id);
  if (sheet && *sheet && (*sheet)->type != nullptr && lines && !lines->empty()) {
    takeBack(tablet, **sheet, scene_.peopleDice.of(*lines));
  }
  tablet.feelPower();
}

void Workers::thinkBetter(Tablet& tablet) {
  const std::size_t place = anyRecord();
  const RecordId id = records_[place];
  const auto before = tablet.notebook().get(id);
  const auto entry = entryFor(tablet, place, nullptr);
  const auto who = tablet.store().enrolment();
  const RecordType& type = *simCatalogue().type(scene_.options.records[place]);
  const bool plain = before && (!*before || !hasDeletes((*before)->state)) && who && entry &&
                     readsAll(type, who->role, *entry);
  const auto saved = entry ? save(tablet, {*entry}) : std::nullopt;
  const auto shown = tablet.notebook().get(id);
  const auto lines = tablet.notebook().past(id);
  if (saved && shown && *shown && (*shown)->type != nullptr && lines) {
    const auto line = std::ranges::find_if(
        *lines, [&](const PastLine& each) { return each.line.change.dot == *saved; });
    const bool undone = line != lines->end() && takeBack(tablet, **shown, *line) == Undone::kYes;
    const auto after = tablet.notebook().get(id);
    if (undone && plain && after && saysOf(*after) != saysOf(*before)) {
      scene_.violated(tablet.name() + " took an edit back, and instead of" +
                      listOf(saysOf(*before)) + " the record says" + listOf(saysOf(*after)));
    }
  }
  tablet.feelPower();
}

}  // namespace rapport::simulation
