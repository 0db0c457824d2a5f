#pragma once

#include <string>

#include "mobile/sync/http_post.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/protocol/enrol_link.h"

namespace rapport {

// One question to whoever answers at an address: are you the office of this code? It tells neither
// the code nor anything that helps to guess it (PROTOCOL.md "An office found by a code").
class OfficeQuestion {
 public:
  OfficeQuestion(const EnrolmentCode& code, Random& random);

  std::string body() const;
  // The link that the office would have given, if what answered knows the code and the key that
  // answered is among those it names. `asked` is where the question went, by which transport.
  Result<EnrolLink> judge(const Office& asked, const HttpAnswer& answer) const;

 private:
  EnrolmentCode code_;
  Bytes nonce_;
};

// What was typed, as a link to go on with: read, or found by asking at the address. Blocks as
// postJson does. kInvalid when it is neither a link nor a code, or no address; kRefused when no
// office of this code answers there; kUnavailable when nobody does.
Result<EnrolLink> linkFor(const TypedInvitation& typed, Random& random);

}  // namespace rapport
