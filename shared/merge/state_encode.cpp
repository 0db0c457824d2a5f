#include <algorithm>
#include <tuple>

#include "shared/merge/cell_places.h"
#include "shared/merge/state_codec.h"
#include "shared/merge/state_stamp.h"
#include "shared/merge/value_codec.h"

namespace rapport {
namespace {

// What a head, a delete or a stamp shares with the others of its change, borrowed.
struct StampView {
  const Dot* dot;
  const Numbers* numbers;
  const PersonId* person;
  const HybridTime* time;

  template <typename Headlike>
  explicit StampView(const Headlike& head)
      : dot(&head.dot), numbers(&head.numbers), person(&head.person), time(&head.time) {}
  auto all() const { return std::tie(*dot, *numbers, *person, *time); }
  bool operator==(const StampView& other) const { return all() == other.all(); }
  bool operator<(const StampView& other) const { return all() < other.all(); }
};

// Distinct things in ascending order; each is then told by its place.
template <typename Thing>
class Table {
 public:
  void note(const Thing& thing) {
    if (things_.empty() || !(things_.back() == thing)) things_.push_back(thing);
  }
  void settle() {
    std::sort(things_.begin(), things_.end());
    things_.erase(std::unique(things_.begin(), things_.end()), things_.end());
  }
  std::uint64_t placeOf(const Thing& thing) const {
    return static_cast<std::uint64_t>(std::lower_bound(things_.begin(), things_.end(), thing) -
                                      things_.begin());
  }
  const std::vector<Thing>& things() const { return things_; }

 private:
  std::vector<Thing> things_;
};

template <typename Spelling>
void writeNumbers(ByteWriter& out, const Spelling& spell, std::span<const Number> numbers) {
  out.varint(numbers.size());
  for (const Number& number : numbers) {
    spell.epoch(out, number.epoch);
    out.varint(number.n);
  }
}

template <typename Spelling>
void writeDot(ByteWriter& out, const Spelling& spell, const Dot& dot) {
  spell.replica(out, dot.replica);
  out.varint(dot.counter);
}

void writeTime(ByteWriter& out, const HybridTime& time, std::int64_t sinceMillis) {
  // Unsigned, so that no pair of times overflows.
  const auto apart =
      static_cast<std::uint64_t>(time.millis) - static_cast<std::uint64_t>(sinceMillis);
  out.zigzag(static_cast<std::int64_t>(apart));
  out.varint(time.logical);
}

// Ids and stamps by their places in tables before.
class ByPlace {
 public:
  explicit ByPlace(const RecordState& record) : since_(record.created.time.millis) {
    if (record.number) epochs_.note(record.number->epoch);
    replicas_.note(record.created.dot.replica);
    persons_.note(record.created.person);
    noteContents(record);
    stamps_.settle();
    for (const StampView& stamp : stamps_.things()) {
      replicas_.note(stamp.dot->replica);
      persons_.note(*stamp.person);
      noteEpochs(stamp.numbers->each());
    }
    epochs_.settle();
    replicas_.settle();
    persons_.settle();
  }

  void epoch(ByteWriter& out, EpochId id) const { out.varint(epochs_.placeOf(id)); }
  void replica(ByteWriter& out, const ReplicaId& id) const { out.varint(replicas_.placeOf(id)); }
  void person(ByteWriter& out, const PersonId& id) const { out.varint(persons_.placeOf(id)); }
  void stamp(ByteWriter& out, const StampView& stamp) const { out.varint(stamps_.placeOf(stamp)); }

  void writeIds(ByteWriter& out) const {
    out.varint(epochs_.things().size());
    for (const EpochId id : epochs_.things()) out.fixed64(id.value);
    out.varint(replicas_.things().size());
    for (const ReplicaId& id : replicas_.things()) out.uuid(id.uuid);
    out.varint(persons_.things().size());
    for (const PersonId& id : persons_.things()) out.uuid(id.uuid);
  }

  void writeStamps(ByteWriter& out) const {
    out.varint(stamps_.things().size());
    for (const StampView& stamp : stamps_.things()) {
      writeDot(out, *this, *stamp.dot);
      writeNumbers(out, *this, stamp.numbers->each());
      person(out, *stamp.person);
      writeTime(out, *stamp.time, since_);
    }
  }

 private:
  void noteEpochs(std::span<const Number> numbers) {
    for (const Number& number : numbers) epochs_.note(number.epoch);
  }
  void noteContents(const Contents& contents) {
    for (const FieldState& field : contents.fields) noteField(field);
    for (const DeleteHead& head : contents.deletes) {
      stamps_.note(StampView{head});
      noteEpochs(head.seen.each());
      for (const auto& former : head.formerly) replicas_.note(former.first);
    }
  }
  void noteField(const FieldState& field) {
    for (const Head& head : field.heads) stamps_.note(StampView{head});
    for (const CountEntry& entry : field.counts) {
      replicas_.note(entry.replica);
      noteEpochs(entry.numbers.each());
    }
    noteEpochs(field.coverage.each());
    for (const RowState& row : field.rows) noteContents(row);
  }

  std::int64_t since_;
  Table<EpochId> epochs_;
  Table<ReplicaId> replicas_;
  Table<PersonId> persons_;
  Table<StampView> stamps_;
};

// Everything in full where it stands, and no persons: what is hashed.
class InFull {
 public:
  void epoch(ByteWriter& out, EpochId id) const { out.fixed64(id.value); }
  void replica(ByteWriter& out, const ReplicaId& id) const { out.uuid(id.uuid); }
  void stamp(ByteWriter& out, const StampView& stamp) const {
    writeDot(out, *this, *stamp.dot);
    writeNumbers(out, *this, stamp.numbers->each());
    writeTime(out, *stamp.time, 0);
  }
};

template <typename Spelling>
void writeContents(ByteWriter& out, const Spelling& spell, const Contents& contents);

template <typename Spelling>
void writeField(ByteWriter& out, const Spelling& spell, const FieldState& field) {
  out.varint(field.field);
  out.varint(field.heads.size() * kOneHead + (field.counts.empty() ? 0 : kCountsFollow) +
             (field.coverage.empty() ? 0 : kCoverageFollows) +
             (field.rows.empty() ? 0 : kRowsFollow));
  for (const Head& head : field.heads) {
    spell.stamp(out, StampView{head});
    encodeValue(out, head.value);
  }
  if (!field.counts.empty()) {
    out.varint(field.counts.size());
    for (const CountEntry& entry : field.counts) {
      writeDot(out, spell, {entry.replica, entry.counter});
      out.zigzag(entry.sum);
      writeNumbers(out, spell, entry.numbers.each());
    }
  }
  if (!field.coverage.empty()) writeNumbers(out, spell, field.coverage.each());
  if (field.rows.empty()) return;
  out.varint(field.rows.size());
  for (const RowState& row : field.rows) {
    out.uuid(row.id.uuid);
    writeContents(out, spell, row);
  }
}

template <typename Spelling>
void writeDelete(ByteWriter& out, const Spelling& spell, const DeleteHead& head) {
  spell.stamp(out, StampView{head});
  const unsigned keeps = head.deletion == Deletion::kKeep ? kIsKeep : 0U;
  const unsigned servers = head.author == Author::kServer ? kIsServers : 0U;
  const unsigned cells = head.unreadableCells.empty() ? 0U : kCellsFollow;
  out.byte(static_cast<std::uint8_t>(keeps | servers | cells));
  writeNumbers(out, spell, head.seen.each());
  out.varint(head.unreadable.size());
  for (const FieldNumber field : head.unreadable) out.varint(field);
  if (cells != 0) encodeCellPlaces(out, head.unreadableCells);
  out.varint(head.formerly.size());
  for (const auto& [replica, counter] : head.formerly) writeDot(out, spell, {replica, counter});
}

template <typename Spelling>
void writeNumber(ByteWriter& out, const Spelling& spell, const std::optional<Number>& number) {
  out.byte(number ? 1 : 0);
  if (!number) return;
  spell.epoch(out, number->epoch);
  out.varint(number->n);
}

template <typename Spelling>
void writeContents(ByteWriter& out, const Spelling& spell, const Contents& contents) {
  out.varint(contents.fields.size());
  for (const FieldState& field : contents.fields) writeField(out, spell, field);
  out.varint(contents.deletes.size());
  for (const DeleteHead& head : contents.deletes) writeDelete(out, spell, head);
}

}  // namespace

void encodeState(ByteWriter& out, const RecordState& record) {
  const ByPlace spell{record};
  out.byte(kStateFormat);
  out.uuid(record.id.uuid);
  out.varint(record.type);
  out.varint(record.formVersion);
  spell.writeIds(out);
  writeNumber(out, spell, record.number);
  writeDot(out, spell, record.created.dot);
  spell.person(out, record.created.person);
  writeTime(out, record.created.time, 0);
  out.zigzag(record.created.utcOffset.count());
  spell.writeStamps(out);
  writeContents(out, spell, record);
}

void encodeHashed(ByteWriter& out, const RecordState& record) {
  const InFull spell;
  out.uuid(record.id.uuid);
  out.varint(record.type);
  writeNumber(out, spell, record.number);
  writeContents(out, spell, record);
}

}  // namespace rapport
