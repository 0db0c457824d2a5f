#include "server/storage/loose_ends.h"

#include "server/storage/server_database.h"

namespace rapport {
namespace {

struct Question {
  const char* found;  // follows the number of them
  const char* sql;    // counts what should not be
};

constexpr Question kQuestions[] = {
    {"rows refer to rows that are not there", "SELECT count(*) FROM pragma_foreign_key_check"},
    {"records stand in no list, or not as what they are",
     "SELECT count(*) FROM record r WHERE NOT EXISTS (SELECT 1 FROM listing l WHERE"
     " l.programme = r.programme AND l.type = r.type AND l.number = r.number AND l.record = r.key"
     " AND l.deleted = r.deleted AND l.needs_person = r.needs_person AND l.waits = r.waits)"},
    {"places in the lists lead to no record",
     "SELECT count(*) FROM listing l WHERE NOT EXISTS (SELECT 1 FROM record r WHERE"
     " r.key = l.record AND r.programme = l.programme AND r.type = l.type AND"
     " r.number = l.number)"},
    {"kinds of record are counted wrongly",
     "WITH kept AS (SELECT programme, type, living, deleted, needing_person, waiting FROM "
     "type_count"
     " WHERE living <> 0 OR deleted <> 0 OR needing_person <> 0 OR waiting <> 0),"
     " counted AS (SELECT programme, type, sum(deleted = 0), sum(deleted <> 0),"
     " sum(needs_person <> 0), sum(waits <> 0 AND deleted = 0) FROM record"
     " GROUP BY programme, type)"
     " SELECT count(*) FROM (SELECT programme, type FROM (SELECT * FROM kept EXCEPT"
     " SELECT * FROM counted) UNION SELECT programme, type FROM (SELECT * FROM counted EXCEPT"
     " SELECT * FROM kept))"},
    {"changes came from devices that are not known, or lie beyond their last one",
     "SELECT count(*) FROM log l WHERE NOT EXISTS (SELECT 1 FROM replica d WHERE"
     " d.programme = l.programme AND d.id = l.replica AND l.counter <= d.applied_through) AND NOT"
     " EXISTS (SELECT 1 FROM programme p WHERE p.key = l.programme AND p.server_replica = l.replica"
     " AND l.counter <= p.server_counter) AND NOT EXISTS (SELECT 1 FROM restore b WHERE"
     " b.programme = l.programme AND b.server_replica = l.replica AND l.counter <= "
     "b.server_counter)"},
    {"changes bear a number of no record",
     "SELECT count(*) FROM log l WHERE l.after_n IS NOT NULL AND NOT EXISTS (SELECT 1 FROM record r"
     " WHERE r.programme = l.programme AND r.id = l.record AND r.number >= l.after_n) AND NOT "
     "EXISTS"
     " (SELECT 1 FROM erased e WHERE e.programme = l.programme AND e.record = l.record)"},
    {"records were erased, and something of them is there",
     "SELECT count(*) FROM erased e WHERE EXISTS (SELECT 1 FROM record r WHERE"
     " r.programme = e.programme AND r.id = e.record) OR EXISTS (SELECT 1 FROM log l WHERE"
     " l.programme = e.programme AND l.record = e.record AND l.change <> x'') OR EXISTS (SELECT 1"
     " FROM joined j WHERE j.programme = e.programme AND j.record = e.record AND j.copy <> x'') OR"
     " EXISTS (SELECT 1 FROM blob_pin b WHERE b.programme = e.programme AND"
     " (b.attachment = e.record OR b.about = e.record))"},
    {"copies were joined into no record, or came from a device that is not known",
     "SELECT count(*) FROM joined j WHERE NOT EXISTS (SELECT 1 FROM record r WHERE"
     " r.programme = j.programme AND r.id = j.record AND r.number >= j.number) AND NOT EXISTS"
     " (SELECT 1 FROM erased e WHERE e.programme = j.programme AND e.record = j.record) OR NOT "
     "EXISTS"
     " (SELECT 1 FROM replica d WHERE d.programme = j.programme AND d.id = j.replica)"},
    {"roles belong to nobody, or to no programme",
     "SELECT count(*) FROM user_role g WHERE NOT EXISTS (SELECT 1 FROM user u WHERE"
     " u.id = g.person) OR NOT EXISTS (SELECT 1 FROM programme p WHERE p.name = g.programme)"},
    {"sign-ins belong to nobody",
     "SELECT count(*) FROM browser_session s WHERE NOT EXISTS (SELECT 1 FROM user u WHERE"
     " u.id = s.person)"},
    {"invitations belong to nobody, or to no programme",
     "SELECT count(*) FROM enrolment e WHERE NOT EXISTS (SELECT 1 FROM user u WHERE"
     " u.id = e.person) OR NOT EXISTS (SELECT 1 FROM programme p WHERE p.name = e.programme)"},
};

}  // namespace

Result<std::vector<std::string>> findLooseEnds(ServerDatabase& database) {
  std::vector<std::string> found;
  const Status read = database.read([&found](Connection& connection) -> Status {
    const Result<Database*> opened = connection.database();
    if (!opened) return opened.error();
    for (const Question& question : kQuestions) {
      const Result<std::int64_t> count = (*opened)->integer(question.sql);
      if (!count) return count.error();
      if (*count != 0) found.push_back(std::to_string(*count) + " " + question.found + ".");
    }
    return {};
  });
  if (!read) return read.error();
  return found;
}

}  // namespace rapport
