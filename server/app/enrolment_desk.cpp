#include "server/app/enrolment_desk.h"

#include <algorithm>

#include "server/app/account_names.h"
#include "server/app/directory.h"
#include "server/app/invitation.h"
#include "shared/base/limits.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/crypto/signing.h"
#include "shared/protocol/enrol_link.h"

namespace rapport {
namespace {

Error unknownCode() {
  return {ErrorCode::kNotFound,
          "This code is not known here. Check it, or ask the coordinator for a new one."};
}

// Why a device that claimed a code need not ask again.
Status judgeWait(const EnrolmentRow& row, WallTime now) {
  if (row.state == EnrolmentState::kRefused) {
    return Error{ErrorCode::kRefused,
                 "Your coordinator saw other words, so this tablet was not let in. Ask for a new "
                 "code."};
  }
  if (row.state == EnrolmentState::kClaimed && row.expiresAt <= now) {
    return Error{ErrorCode::kRefused, "Nobody confirmed the words in time. Ask for a new code."};
  }
  return {};
}

bool provesKey(const Redemption& redemption, ByteView proof) {
  const auto key = PublicKey::fromBytes(redemption.publicKey);
  const auto signature = Signature::fromBytes(redemption.signature);
  return key && signature && verify(*key, proof, *signature);
}

ReplicaRow replicaOf(const EnrolmentRow& enrolment, WallTime now) {
  ReplicaRow row;
  row.replica = enrolment.claim->replica;
  row.person = enrolment.person;
  row.personName = enrolment.personName;
  row.deviceName = enrolment.claim->deviceName;
  row.role = enrolment.role;
  row.publicKey = enrolment.claim->publicKey;
  row.enrolledAt = now;
  return row;
}

}  // namespace

EnrolmentDesk::EnrolmentDesk(AccountStore& accounts, Writer& writer, const Arbiter& arbiter,
                             const Catalogue& catalogue, const Clock& clock, Random& random,
                             EnrolmentLedger* ledger)
    : accounts_(accounts),
      writer_(writer),
      arbiter_(arbiter),
      catalogue_(catalogue),
      clock_(clock),
      random_(random),
      ledger_(ledger) {}

Result<OfficeProof> EnrolmentDesk::proveOffice(const OfficeQuestion& question,
                                               const std::vector<std::string>& pins) {
  Digest lookup{};
  const bool shaped = question.lookup.size() == lookup.size() &&
                      question.nonce.size() == limits::kEnrolmentNonceBytes;
  if (!shaped) return unknownCode();
  std::ranges::copy(question.lookup, reinterpret_cast<char*>(lookup.data()));
  const auto row = accounts_.enrolmentOfLookup(lookup);
  if (!row) return row.error();
  if (!*row) return unknownCode();
  OfficeProof proof;
  proof.statement = {(*row)->programme, pins};
  proof.mac = officeMac((*row)->codeHash, question.nonce, proof.statement);
  return proof;
}

Result<EnrolmentRow> EnrolmentDesk::redeem(const Redemption& redemption) {
  const auto code = EnrolmentCode::parse(redemption.code);
  if (!code) return unknownCode();
  const Status named = checkName("A device's name", redemption.deviceName);
  if (!named) return named.error();
  const Bytes proof = enrolmentProof(code->toString(), redemption.publicKey, redemption.deviceName);
  if (!provesKey(redemption, proof)) {
    return Error{ErrorCode::kUnauthenticated, "The device did not prove that it holds its key."};
  }
  const WallTime now = clock_.wallNow();
  const EnrolmentClaim claim{redemption.publicKey, redemption.deviceName,
                             ReplicaId{makeUuidV7(clock_, random_)}, enrolmentWords(proof),
                             now + limits::kEnrolmentLife};
  Result<EnrolmentRow> row = accounts_.claimEnrolment(enrolmentCodeHash(code->view()), claim, now);
  if (!row) return row.error().code == ErrorCode::kNotFound ? unknownCode() : row.error();
  if (const Status worth = judgeWait(*row, now); !worth) return worth.error();
  if (row->state == EnrolmentState::kConfirmed) {
    if (const Status admitted = admit(*row); !admitted) return admitted.error();
  }
  return row;
}

Result<EnrolmentRow> EnrolmentDesk::confirm(Uuid enrolment) {
  Result<EnrolmentRow> row = accounts_.confirmEnrolment(enrolment, clock_.wallNow());
  if (!row) return row;
  if (const Status admitted = admit(*row); !admitted) return admitted.error();
  return row;
}

Result<EnrolmentRow> EnrolmentDesk::refuse(Uuid enrolment) {
  return accounts_.refuseEnrolment(enrolment);
}

// Told to be done only when it is: a crash before leaves it to the device's next question.
Status EnrolmentDesk::admit(const EnrolmentRow& row) {
  const auto write = [&](ServerWriter& programme) -> Status {
    const auto known = programme.replica(row.claim->replica);
    if (!known) return known.error();
    if (*known) return {};
    const ReplicaRow replica = replicaOf(row, clock_.wallNow());
    if (const Status kept = programme.putReplica(replica); !kept) return kept;
    if (ledger_ != nullptr) {
      if (const Status noted = ledger_->note(row.programme, replica); !noted) return noted;
    }
    const Status listed =
        listPerson(programme, arbiter_, catalogue_, row.person, row.personName, row.role);
    if (!listed) return listed;
    return listDevice(programme, arbiter_, catalogue_,
                      {replica.replica, replica.person, replica.deviceName, replica.publicKey});
  };
  return writer_.run({row.programme, Haste::kNow, write, nullptr});
}

}  // namespace rapport
