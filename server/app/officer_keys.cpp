#include "server/app/officer_keys.h"

#include <algorithm>
#include <set>

#include "server/review/officer_keys_view.h"
#include "shared/base/limits.h"
#include "shared/base/uuid.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sealed_box.h"
#include "shared/merge/author.h"
#include "shared/model/iso_time.h"
#include "shared/sync/sensitive.h"

namespace rapport {
namespace {

// Written by nobody's leave, on everything that stands in it.
constexpr Role kReads = Role::kSafeguarding;

Status writeFields(const KeyDesk& desk, ServerWriter& programme, const RecordType& type,
                   const RecordState& shown, PersonId by,
                   const std::vector<std::pair<std::string, Value>>& values) {
  ServerWrite edit;
  edit.authority = Authority::kServer;
  edit.person = by;
  edit.record = shown.id;
  edit.type = type.number;
  for (const auto& [name, value] : values) {
    auto operation = authorEdit(type, kReads, shown, {name, value});
    if (!operation) return operation.error();
    edit.operations.push_back(*std::move(operation));
  }
  const auto written = desk.arbiter.write(programme, edit);
  return written ? Status{} : Status{written.error()};
}

Status retire(const KeyDesk& desk, ServerWriter& programme, const RecordType& type,
              const OfficerKey& key, PersonId by) {
  const auto shown = programme.record(key.record);
  if (!shown) return shown.error();
  if (!*shown) return {};
  return writeFields(desk, programme, type, **shown, by, {{"retired", true}});
}

Status checkKey(const NewOfficerKey& key) {
  const auto bytes = fromBase64Url(key.publicKey);
  if (!bytes || !SealingPublicKey::fromBytes(*bytes)) {
    return Error{ErrorCode::kInvalid, "A public key is 32 bytes in base64url."};
  }
  if (!key.wrapped.empty() && key.wrapped.size() <= limits::kWrappedKeyBytes) return {};
  return Error{ErrorCode::kInvalid, "The locked private key is missing, or longer than it may be."};
}

Status checkRoom(const std::vector<OfficerKey>& keys, PersonId person) {
  std::set<PersonId> others;
  for (const OfficerKey& key : keys) {
    if (!key.retired && key.person != person) others.insert(key.person);
  }
  if (others.size() < limits::kSealedReaders && keys.size() < limits::kOfficerKeys) return {};
  return Error{ErrorCode::kTooLarge,
               "There are as many sealing keys as one programme may have. Ask the administrator."};
}

Result<const RecordType*> keyType(const KeyDesk& desk) {
  const RecordType* type = desk.catalogue.type(kOfficerKeyTypeName);
  if (type != nullptr) return type;
  return Error{ErrorCode::kInternal, "The record types lack officer_key."};
}

}  // namespace

Status addOfficerKey(const KeyDesk& desk, ServerWriter& programme, const NewOfficerKey& key) {
  if (const Status fits = checkKey(key); !fits) return fits;
  const auto type = keyType(desk);
  if (!type) return type.error();
  const auto keys = officerKeys(programme, desk.catalogue);
  if (!keys) return keys.error();
  bool there = false;
  for (const OfficerKey& each : *keys) {
    if (each.person != key.person || each.retired) continue;
    if (each.publicKey == key.publicKey) {
      there = true;
    } else if (const Status done = retire(desk, programme, **type, each, key.person); !done) {
      return done;
    }
  }
  if (there) return {};
  if (const Status room = checkRoom(*keys, key.person); !room) return room;
  RecordState none;
  none.id = RecordId{makeUuidV7(desk.clock, desk.random)};
  none.type = (*type)->number;
  none.formVersion = (*type)->formVersion;
  const std::string now = formatDateTime({desk.clock.wallNow(), desk.clock.utcOffset()});
  return writeFields(desk, programme, **type, none, key.person,
                     {{"person", key.person.toString()},
                      {"public_key", key.publicKey},
                      {"made_at", now},
                      {"wrapped", key.wrapped},
                      {"name", key.name}});
}

Status retireOfficerKeys(const KeyDesk& desk, ServerWriter& programme, PersonId person,
                         PersonId by) {
  const auto type = keyType(desk);
  if (!type) return type.error();
  const auto keys = officerKeys(programme, desk.catalogue);
  if (!keys) return keys.error();
  for (const OfficerKey& each : *keys) {
    if (each.person != person || each.retired) continue;
    if (const Status done = retire(desk, programme, **type, each, by); !done) return done;
  }
  return {};
}

}  // namespace rapport
