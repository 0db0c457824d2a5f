#pragma once

#include <string>

#include "server/review/records_view.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// The keys that sensitive words are sealed to (shared/sync/DESIGN.md "Sealed to the officers"):
// records of the type `officer_key`, which the server alone writes, and which go to every tablet.

struct NewOfficerKey {
  PersonId person;
  std::string name;       // of the person, for lists
  std::string publicKey;  // base64url of 32 bytes
  std::string wrapped;    // the private half as the browser locked it; nothing to the server
};

// Who writes, with what.
struct KeyDesk {
  const Arbiter& arbiter;
  const Catalogue& catalogue;
  const Clock& clock;
  Random& random;
};

// Keeps the key as the person's one, and retires their earlier ones; inside the writer's
// transaction. The same key again changes nothing. kInvalid: no key, or more around it than
// limits::kWrappedKeyBytes. kTooLarge: limits::kSealedReaders others have keys, or the programme
// has limits::kOfficerKeys.
Status addOfficerKey(const KeyDesk& desk, ServerWriter& programme, const NewOfficerKey& key);

// Nobody seals to them from now on: the person is no safeguarding officer here any more.
Status retireOfficerKeys(const KeyDesk& desk, ServerWriter& programme, PersonId person,
                         PersonId by);

}  // namespace rapport
