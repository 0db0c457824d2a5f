#pragma once

#include <cstdint>

#include "shared/base/result.h"
#include "shared/sync/local_store.h"

namespace rapport {

class Connection;

// The two rows that a programme always has. `programme` is its key in this database.

Result<std::int64_t> addEnrolmentRow(Connection& connection, const Enrolment& enrolment);
Status updateEnrolmentRow(Connection& connection, std::int64_t programme,
                          const Enrolment& enrolment);
Result<Enrolment> readEnrolmentRow(Connection& connection, std::int64_t programme);

Status writeStandingRow(Connection& connection, std::int64_t programme, const Standing& standing);
Result<Standing> readStandingRow(Connection& connection, std::int64_t programme);

}  // namespace rapport
