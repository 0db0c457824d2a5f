#pragma once

#include <string>
#include <string_view>

#include "mobile/sync/office.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/enrol_link.h"
#include "shared/sync/local_store.h"

namespace rapport {

class SigningKey;

// What the server said to a redeemed code.
struct EnrolAnswer {
  Enrolment enrolment;
  ReplicaId replica;
  bool confirmed = false;  // else a coordinator still has to compare the words
  std::string words;       // three words; the coordinator sees the same if nobody stands between
};

// Redeems an enrolment link: one HTTPS exchange, blocking, at most limits::kHandshake for each
// step. kUnavailable when the office cannot be reached, kRefused in its own words.
Result<EnrolAnswer> redeem(const EnrolLink& link, const SigningKey& key,
                           std::string_view deviceName);
// Asks again whether the coordinator has confirmed.
Result<EnrolAnswer> pollEnrolment(const EnrolLink& link, const SigningKey& key,
                                  std::string_view deviceName);

}  // namespace rapport
