#include "server/storage/listing_rows.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "server/storage/columns.h"
#include "shared/base/limits.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kRemove[] =
    "DELETE FROM listing WHERE programme = ?1 AND type = ?2 AND number = ?3 AND record = ?4";
constexpr char kAdd[] =
    "INSERT INTO listing (programme, type, number, record, deleted, needs_person, search_text,"
    " waits) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr char kNoteRead[] =
    "UPDATE listing SET waits = 0"
    " WHERE programme = ?1 AND type = ?2 AND number = ?3 AND record = ?4";
constexpr char kCount[] =
    "INSERT INTO type_count (programme, type, living, deleted, needing_person, waiting)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (programme, type) DO UPDATE SET"
    " living = living + excluded.living, deleted = deleted + excluded.deleted,"
    " needing_person = needing_person + excluded.needing_person,"
    " waiting = waiting + excluded.waiting";
constexpr char kSelectCounts[] =
    "SELECT type, living, deleted, needing_person, waiting FROM type_count WHERE programme = ?1"
    " ORDER BY type";

struct Counts {
  TypeNumber type = 0;
  std::int64_t living = 0, deleted = 0, needingPerson = 0, waiting = 0;
};

Result<std::vector<Counts>> countsOf(Connection& connection, std::int64_t programme) {
  Result<LentStatement> select = connection.lend(kSelectCounts);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  std::vector<Counts> all;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return all;
    RowReader row(**select);
    all.push_back({row.small(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)});
    if (Status whole = row.whole("a count"); !whole) return whole.error();
  }
}

std::int64_t countFor(const Counts& counts, Wanted wanted) {
  switch (wanted) {
    case Wanted::kAll:
      return counts.living + counts.deleted;
    case Wanted::kLiving:
      return counts.living;
    case Wanted::kNeedingPerson:
      return counts.needingPerson;
    case Wanted::kWaiting:
      break;
  }
  return counts.waiting;
}

// The types that a query is about, each walked by itself, so that a rare one is found at once, and
// none of which nothing is wanted.
Result<std::vector<Counts>> countsFor(Connection& connection, std::int64_t programme,
                                      const RecordQuery& query) {
  Result<std::vector<Counts>> all = countsOf(connection, programme);
  if (!all) return all.error();
  std::erase_if(*all, [&](const Counts& each) {
    return (query.type && each.type != *query.type) || countFor(each, query.wanted) == 0;
  });
  return all;
}

bool isOldestFirst(const RecordQuery& query) { return query.order == Order::kOldestFirst; }

// FROM and WHERE of a query over one type: ?1 programme, ?2 type, ?3 beyond, ?4 text.
std::string clausesOf(const RecordQuery& query) {
  std::string sql = " FROM listing";
  if (query.wanted == Wanted::kNeedingPerson) sql += " INDEXED BY listing_needing_person";
  sql += " WHERE programme = ?1 AND type = ?2 AND number ";
  sql += isOldestFirst(query) ? "> ?3" : "< ?3";
  if (query.wanted == Wanted::kLiving) sql += " AND deleted = 0";
  if (query.wanted == Wanted::kNeedingPerson) sql += " AND needs_person = 1";
  if (query.wanted == Wanted::kWaiting) sql += " AND waits = 1 AND deleted = 0";
  // Without a text ?4 is bound too, and not used.
  sql += query.text.empty() ? " AND ?4 IS NOT NULL" : " AND instr(search_text, ?4) > 0";
  return sql;
}

void bindQuery(Statement& statement, std::int64_t programme, TypeNumber type,
               const RecordQuery& query) {
  constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
  const std::uint64_t whole = isOldestFirst(query) ? 0 : kLargest;
  const std::uint64_t beyond = std::min(query.beyond.value_or(whole), kLargest);
  RowBinder row(statement);
  row.integer(programme).integer(type).bits(beyond).text(query.text);
}

Status runAt(Connection& connection, const char* sql, std::int64_t programme,
             const ListingPlace& place) {
  Result<LentStatement> statement = connection.lend(sql);
  if (!statement) return statement.error();
  RowBinder row(**statement);
  row.integer(programme).integer(place.type).integer(place.number).integer(place.record);
  return (*statement)->run();
}

}  // namespace

void CountChanges::add(const ListingPlace& place, std::int64_t by) {
  Change& change = changes_[place.type];
  (place.deleted ? change.deleted : change.living) += by;
  if (place.needsPerson) change.needingPerson += by;
  if (place.waits && !place.deleted) change.waiting += by;
}

void CountChanges::move(const std::optional<ListingPlace>& from, const ListingPlace& to) {
  if (from) add(*from, -1);
  add(to, 1);
}

Status CountChanges::write(Connection& connection, std::int64_t programme) {
  for (const auto& [type, change] : changes_) {
    if (change == Change{}) continue;
    Result<LentStatement> put = connection.lend(kCount);
    if (!put) return put.error();
    RowBinder row(**put);
    row.integer(programme).integer(type);
    row.integer(change.living).integer(change.deleted).integer(change.needingPerson);
    row.integer(change.waiting);
    if (Status written = (*put)->run(); !written) return written;
  }
  changes_.clear();
  return {};
}

Status noteReadInListing(Connection& connection, std::int64_t programme,
                         const ListingPlace& place) {
  return runAt(connection, kNoteRead, programme, place);
}

Status removeFromListing(Connection& connection, std::int64_t programme, const ListingPlace& from) {
  return runAt(connection, kRemove, programme, from);
}

Status moveInListing(Connection& connection, std::int64_t programme,
                     const std::optional<ListingPlace>& from, const ListingPlace& to,
                     std::string_view searchText) {
  if (from) {
    if (Status removed = removeFromListing(connection, programme, *from); !removed) return removed;
  }
  Result<LentStatement> add = connection.lend(kAdd);
  if (!add) return add.error();
  RowBinder row(**add);
  row.integer(programme).integer(to.type).integer(to.number).integer(to.record);
  row.flag(to.deleted).flag(to.needsPerson).text(searchText).flag(to.waits);
  return (*add)->run();
}

Result<std::vector<std::int64_t>> findInListing(Connection& connection, std::int64_t programme,
                                                const RecordQuery& query) {
  const Result<std::vector<Counts>> types = countsFor(connection, programme, query);
  if (!types) return types.error();
  const std::size_t limit = std::min(query.limit, limits::kRecordsPerPage);
  const std::string sql =
      "SELECT number, record" + clausesOf(query) +
      (isOldestFirst(query) ? " ORDER BY number LIMIT ?5" : " ORDER BY number DESC LIMIT ?5");
  std::vector<std::pair<std::int64_t, std::int64_t>> found;
  for (const Counts& each : *types) {
    Result<LentStatement> select = connection.lend(sql);
    if (!select) return select.error();
    bindQuery(**select, programme, each.type, query);
    (*select)->bindInteger(5, static_cast<std::int64_t>(limit));
    while (true) {
      const Result<Step> stepped = (*select)->step();
      if (!stepped) return stepped.error();
      if (*stepped == Step::kDone) break;
      found.emplace_back((*select)->integer(0), (*select)->integer(1));
    }
  }
  std::ranges::sort(found);
  if (!isOldestFirst(query)) std::ranges::reverse(found);
  std::vector<std::int64_t> records;
  for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) {
    records.push_back(found[i].second);
  }
  return records;
}

Result<std::size_t> countInListing(Connection& connection, std::int64_t programme,
                                   const RecordQuery& query) {
  const Result<std::vector<Counts>> types = countsFor(connection, programme, query);
  if (!types) return types.error();
  std::int64_t total = 0;
  for (const Counts& each : *types) {
    if (query.text.empty() && !query.beyond) {
      total += countFor(each, query.wanted);
      continue;
    }
    Result<LentStatement> select = connection.lend("SELECT count(*)" + clausesOf(query));
    if (!select) return select.error();
    bindQuery(**select, programme, each.type, query);
    if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
    total += (*select)->integer(0);
  }
  return static_cast<std::size_t>(total);
}

Result<std::vector<TypeCount>> countTypes(Connection& connection, std::int64_t programme) {
  const Result<std::vector<Counts>> counts = countsOf(connection, programme);
  if (!counts) return counts.error();
  std::vector<TypeCount> types;
  for (const Counts& each : *counts) {
    types.push_back({each.type, static_cast<std::size_t>(each.living),
                     static_cast<std::size_t>(each.needingPerson),
                     static_cast<std::size_t>(each.waiting)});
  }
  return types;
}

}  // namespace rapport
