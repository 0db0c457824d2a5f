#pragma once

#include <string>
#include <vector>

#include "server/app/account_store.h"
#include "server/app/enrolment_ledger.h"
#include "server/app/writer.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/enrol_office.h"
#include "shared/sync/arbiter.h"

namespace rapport {

// What a tablet sends to be let in.
struct Redemption {
  std::string code;
  Bytes publicKey;  // Ed25519, 32 bytes
  std::string deviceName;
  Bytes signature;  // over enrolmentProof (shared/protocol/enrol_link.h)
};

// What a tablet asks that knows a code and an address, and does not trust this server yet.
struct OfficeQuestion {
  Bytes lookup;  // enrolmentLookup (shared/protocol/enrol_office.h)
  Bytes nonce;
};

struct OfficeProof {
  OfficeStatement statement;
  Digest mac{};
};

// Lets devices in: redeems codes, waits for a coordinator where one must confirm, and then writes
// the device into its programme. Any thread but the writer's; blocks.
class EnrolmentDesk {
 public:
  EnrolmentDesk(AccountStore& accounts, Writer& writer, const Arbiter& arbiter,
                const Catalogue& catalogue, const Clock& clock, Random& random,
                EnrolmentLedger* ledger = nullptr);

  // Proves to a tablet that this is the office of its code, and which keys serve it. Spends
  // nothing. kNotFound for whatever names no code here, malformed or not.
  Result<OfficeProof> proveOffice(const OfficeQuestion& question,
                                  const std::vector<std::string>& pins);
  // Idempotent for the same device: a lost answer is asked for again, and so is "confirmed yet?".
  // When the row says kConfirmed the device may connect. kUnauthenticated: the signature is not of
  // this key; kNotFound, kRefused as AccountStore::claimEnrolment, and kRefused also when nobody
  // confirmed in time or somebody saw other words.
  Result<EnrolmentRow> redeem(const Redemption& redemption);
  Result<EnrolmentRow> confirm(Uuid enrolment);
  // The words differ: the device stays out, and its code is good for nothing.
  Result<EnrolmentRow> refuse(Uuid enrolment);

 private:
  Status admit(const EnrolmentRow& row);

  AccountStore& accounts_;
  Writer& writer_;
  const Arbiter& arbiter_;
  const Catalogue& catalogue_;
  const Clock& clock_;
  Random& random_;
  EnrolmentLedger* const ledger_;
};

}  // namespace rapport
