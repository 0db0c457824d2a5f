#pragma once

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/local_store.h"

namespace rapport {

// What a role hands in and does not read back: its own changes of such records are kept sealed to
// the office from the moment they are saved (DESIGN.md "Handed in, and not read back").

// A type that this app does not know is none.
bool isHandedIn(const RecordType* type, Role role);

// Puts the change's bytes into a box for the office; hash and chain stay those of what is in it,
// and what stood where it wrote is dropped. kInvalid where the key cannot be sealed to.
Status sealOwn(OwnChange& own, ByteView officeKey, Random& random);

// Seals what lies in the open in this store of types that this person's role does not read: saved
// under another role, or before the office gave its key. Inside a transaction; how many there were.
// What they said is left in the log until forgetPast.
Result<std::size_t> sealHandedIn(LocalStore& store, const Catalogue& types, const Enrolment& who,
                                 Random& random);

}  // namespace rapport
