#include <limits>
#include <string>

#include "shared/base/limits.h"
#include "shared/merge/cell_places.h"
#include "shared/merge/state_codec.h"
#include "shared/merge/state_stamp.h"
#include "shared/merge/value_codec.h"

namespace rapport {
namespace {

constexpr auto kMax32 = std::numeric_limits<std::uint32_t>::max();

// Ascending things that the rest refers to by place. One spelling for one state: nothing twice, and
// nothing that is never referred to.
template <typename Thing>
class Table {
 public:
  void add(ByteReader& in, Thing thing) {
    if (!things_.empty() && !(things_.back() < thing)) in.fail();
    things_.push_back(std::move(thing));
    used_.push_back(false);
  }
  const Thing& refer(ByteReader& in) {
    static const Thing kNone{};
    const std::uint64_t place = in.varint();
    if (place >= things_.size()) in.fail();
    if (!in.ok()) return kNone;
    used_[place] = true;
    return things_[place];
  }
  bool allUsed() const {
    for (const bool used : used_) {
      if (!used) return false;
    }
    return true;
  }

 private:
  std::vector<Thing> things_;
  std::vector<bool> used_;
};

bool ascends(const std::vector<Head>& heads, const Head& next) {
  if (heads.empty()) return true;
  const Head& last = heads.back();
  return last.dot < next.dot || (last.dot == next.dot && last.value < next.value);
}

// Room for what a record usually holds; a count that promises more has still to show it.
constexpr std::size_t kFieldsAtOnce = 32;

class StateReader {
 public:
  explicit StateReader(ByteReader& in) : in_(in) {}

  RecordState read() {
    RecordState record;
    if (in_.byte() != kStateFormat) in_.fail();
    record.id = RecordId{in_.uuid()};
    record.type = read32();
    record.formVersion = read32();
    readIds();
    if (in_.upTo(1) == 1) record.number = readNumber();
    readCreated(record.created);
    readStamps(record.created.time.millis);
    readContents(record, Level::kRecord);
    if (!epochs_.allUsed() || !replicas_.allUsed() || !persons_.allUsed() || !stamps_.allUsed()) {
      in_.fail();
    }
    return record;
  }

 private:
  enum class Level : std::uint8_t { kRecord, kRow };

  std::uint32_t read32() { return static_cast<std::uint32_t>(in_.upTo(kMax32)); }

  void readIds() {
    for (std::size_t left = in_.count(limits::kEpochsRemembered); left > 0 && in_.ok(); --left) {
      epochs_.add(in_, EpochId{in_.fixed64()});
    }
    for (std::size_t left = in_.count(limits::kHeadsPerRecord); left > 0 && in_.ok(); --left) {
      replicas_.add(in_, ReplicaId{in_.uuid()});
    }
    for (std::size_t left = in_.count(limits::kHeadsPerRecord); left > 0 && in_.ok(); --left) {
      persons_.add(in_, PersonId{in_.uuid()});
    }
  }

  Number readNumber() {
    const EpochId epoch = epochs_.refer(in_);
    return {epoch, in_.varint()};
  }

  Dot readDot() {
    const ReplicaId replica = replicas_.refer(in_);
    return {replica, in_.varint()};
  }

  HybridTime readTime(std::int64_t sinceMillis) {
    const auto apart = static_cast<std::uint64_t>(in_.zigzag());
    const auto millis = static_cast<std::int64_t>(apart + static_cast<std::uint64_t>(sinceMillis));
    return {millis, read32()};
  }

  void readCreated(Created& created) {
    created.dot = readDot();
    created.person = persons_.refer(in_);
    created.time = readTime(0);
    created.utcOffset = std::chrono::minutes{in_.zigzag()};
  }

  // Into Numbers or a Coverage: both list an epoch once, ascending.
  template <typename Add>
  void readNumbers(const Add& add) {
    std::optional<EpochId> last;
    for (std::size_t left = in_.count(limits::kEpochsRemembered); left > 0 && in_.ok(); --left) {
      const Number number = readNumber();
      if (last && number.epoch <= *last) in_.fail();
      last = number.epoch;
      add(number);
    }
  }
  Numbers readNumbers() {
    Numbers numbers;
    readNumbers([&numbers](const Number& number) { numbers.add(number); });
    return numbers;
  }
  Coverage readCoverage() {
    Coverage coverage;
    readNumbers([&coverage](const Number& number) { coverage.widen(number); });
    return coverage;
  }

  void readStamps(std::int64_t sinceMillis) {
    for (std::size_t left = in_.count(limits::kHeadsPerRecord); left > 0 && in_.ok(); --left) {
      Stamp stamp;
      stamp.dot = readDot();
      stamp.numbers = readNumbers();
      stamp.person = persons_.refer(in_);
      stamp.time = readTime(sinceMillis);
      stamps_.add(in_, std::move(stamp));
    }
  }

  void readContents(Contents& contents, Level level) {
    readFields(contents.fields, level);
    readDeletes(contents.deletes);
  }

  void readFields(std::vector<FieldState>& fields, Level level) {
    const auto most = level == Level::kRecord ? limits::kFieldsPerType : limits::kRowCells + 1;
    const std::size_t howMany = in_.count(most);
    fields.reserve(std::min(howMany, kFieldsAtOnce));
    for (std::size_t left = howMany; left > 0 && in_.ok(); --left) {
      FieldState field;
      field.field = read32();
      if (!fields.empty() && field.field <= fields.back().field) in_.fail();
      readField(field, level);
      fields.push_back(std::move(field));
    }
  }

  void readField(FieldState& field, Level level) {
    const std::uint64_t shape = in_.varint();
    const bool hasRows = (shape & kRowsFollow) != 0;
    const std::uint64_t heads = (shape - (hasRows ? kRowsFollow : 0)) / kOneHead;
    headsRead_ += heads;
    const bool holdsNothing = shape == 0;
    const bool reserved = field.field == kDeletedField && shape != kCoverageFollows;
    const bool tooMany = heads > limits::kHeadsPerField || headsRead_ > limits::kHeadsPerRecord;
    const bool tooDeep = hasRows && level == Level::kRow;
    if (holdsNothing || reserved || tooMany || tooDeep) in_.fail();
    for (std::uint64_t left = heads; left > 0 && in_.ok(); --left) readHead(field.heads);
    if ((shape & kCountsFollow) != 0) readCounts(field.counts);
    if ((shape & kCoverageFollows) != 0) {
      field.coverage = readCoverage();
      if (field.coverage.empty()) in_.fail();
    }
    if (hasRows && in_.ok()) readRows(field.rows);
  }

  void readRows(std::vector<RowState>& rows) {
    const std::size_t count = in_.count(limits::kRowsPerField);
    if (count == 0) in_.fail();
    for (std::size_t left = count; left > 0 && in_.ok(); --left) {
      RowState row;
      row.id = RowId{in_.uuid()};
      if (!rows.empty() && row.id <= rows.back().id) in_.fail();
      readContents(row, Level::kRow);
      if (row.fields.empty() && row.deletes.empty()) in_.fail();
      rows.push_back(std::move(row));
    }
  }

  void readHead(std::vector<Head>& heads) {
    const Stamp& stamp = stamps_.refer(in_);
    // One stamp may be named by many heads, and each of them bears its numbers.
    numbersRead_ += stamp.numbers.each().size();
    if (numbersRead_ > limits::kNumbersPerRecord) in_.fail();
    if (!in_.ok()) return;
    Head head{stamp.dot, stamp.numbers, stamp.person, stamp.time, decodeValue(in_)};
    if (!ascends(heads, head)) in_.fail();
    heads.push_back(std::move(head));
  }

  void readCounts(std::vector<CountEntry>& counts) {
    const std::size_t entries = in_.count(limits::kHeadsPerField);
    if (entries == 0) in_.fail();
    for (std::size_t left = entries; left > 0 && in_.ok(); --left) {
      const Dot last = readDot();
      if (!counts.empty() && last.replica <= counts.back().replica) in_.fail();
      const std::int64_t sum = in_.zigzag();
      counts.push_back({last.replica, last.counter, sum, readNumbers()});
    }
  }

  void readDeletes(std::vector<DeleteHead>& deletes) {
    for (std::size_t left = in_.count(limits::kHeadsPerField); left > 0 && in_.ok(); --left) {
      const Stamp& stamp = stamps_.refer(in_);
      if (!deletes.empty() && stamp.dot <= deletes.back().dot) in_.fail();
      DeleteHead head{stamp.dot, stamp.numbers, stamp.person, stamp.time, {}, {}, {}, {}, {}, {}};
      const auto flags = in_.upTo(kIsKeep + kIsServers + kCellsFollow);
      head.deletion = (flags & kIsKeep) != 0 ? Deletion::kKeep : Deletion::kDelete;
      head.author = (flags & kIsServers) != 0 ? Author::kServer : Author::kTablet;
      head.seen = readCoverage();
      readUnreadable(head.unreadable);
      if ((flags & kCellsFollow) != 0) head.unreadableCells = decodeCellPlaces(in_);
      readFormerly(head.formerly);
      deletes.push_back(std::move(head));
    }
  }

  void readUnreadable(std::vector<FieldNumber>& fields) {
    for (std::size_t left = in_.count(limits::kFieldsPerType); left > 0 && in_.ok(); --left) {
      const FieldNumber field = read32();
      if (!fields.empty() && field <= fields.back()) in_.fail();
      fields.push_back(field);
    }
  }

  void readFormerly(Formerly& formerly) {
    for (std::size_t left = in_.count(limits::kFormerNames); left > 0 && in_.ok(); --left) {
      const Dot fork = readDot();
      if (!formerly.empty() && fork.replica <= formerly.back().first) in_.fail();
      formerly.emplace_back(fork.replica, fork.counter);
    }
  }

  ByteReader& in_;
  Table<EpochId> epochs_;
  Table<ReplicaId> replicas_;
  Table<PersonId> persons_;
  Table<Stamp> stamps_;
  std::uint64_t headsRead_ = 0;
  std::size_t numbersRead_ = 0;
};

}  // namespace

RecordState decodeState(ByteReader& in) { return StateReader{in}.read(); }

}  // namespace rapport
