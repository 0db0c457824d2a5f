#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// What lists, searches and the overview walk (DESIGN.md). `programme` is its key in this database.

// Where a record stands in the lists of its programme.
struct ListingPlace {
  std::int64_t record = 0;  // its key in this database
  TypeNumber type = 0;
  std::int64_t number = 0;
  bool deleted = false;
  bool needsPerson = false;
  bool waits = false;
};

// What a transaction changes about how many of each type there are: added up, and written once.
class CountChanges {
 public:
  void move(const std::optional<ListingPlace>& from, const ListingPlace& to);
  void remove(const ListingPlace& from) { add(from, -1); }
  // Nothing is left to write afterwards.
  Status write(Connection& connection, std::int64_t programme);

 private:
  struct Change {
    std::int64_t living = 0, deleted = 0, needingPerson = 0, waiting = 0;
    bool operator==(const Change&) const = default;
  };
  void add(const ListingPlace& place, std::int64_t by);
  std::map<TypeNumber, Change> changes_;
};

// Moves a record from its old place (nothing: it is new).
Status moveInListing(Connection& connection, std::int64_t programme,
                     const std::optional<ListingPlace>& from, const ListingPlace& to,
                     std::string_view searchText);

// Where it stands nobody waits for it to be read any more.
Status noteReadInListing(Connection& connection, std::int64_t programme, const ListingPlace& place);

Status removeFromListing(Connection& connection, std::int64_t programme, const ListingPlace& from);

// Keys of the records that a query finds, in its order, at most limits::kRecordsPerPage.
Result<std::vector<std::int64_t>> findInListing(Connection& connection, std::int64_t programme,
                                                const RecordQuery& query);
Result<std::size_t> countInListing(Connection& connection, std::int64_t programme,
                                   const RecordQuery& query);
// Ascending by type; types that never had a record are not among them.
Result<std::vector<TypeCount>> countTypes(Connection& connection, std::int64_t programme);

}  // namespace rapport
