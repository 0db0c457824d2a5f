#include "server/app/directory.h"

#include <algorithm>
#include <variant>

#include "shared/crypto/base64url.h"
#include "shared/merge/author.h"
#include "shared/merge/read.h"

namespace rapport {
namespace {

// The directory is written by nobody's leave, on everything that stands in it.
constexpr Role kReads = Role::kAdmin;

// One record of the directory, being brought up to date.
class Listing {
 public:
  static Result<Listing> of(ServerWriter& programme, const Catalogue& catalogue,
                            std::string_view typeName, Uuid id) {
    const RecordType* type = catalogue.type(typeName);
    if (type == nullptr) {
      return Error{ErrorCode::kInternal, "The record types lack " + std::string(typeName) + "."};
    }
    auto known = programme.record(RecordId{id});
    if (!known) return known.error();
    RecordState shown;
    shown.id = RecordId{id};
    shown.type = type->number;
    shown.formVersion = type->formVersion;
    return Listing(*type, known->value_or(std::move(shown)));
  }

  Status set(std::string_view name, const Value& value) {
    const FieldDeclaration* field = type_.field(name);
    if (field == nullptr) return missing(name);
    const FieldState* state = shown_.field(field->number);
    if (state != nullptr && readField(*field, *state).value == value) return {};
    return take(authorWrite(type_, kReads, *field, shown_, value));
  }

  Status add(std::string_view name, const Value& element) {
    const FieldDeclaration* field = type_.field(name);
    if (field == nullptr) return missing(name);
    const FieldState* state = shown_.field(field->number);
    const auto standing =
        state != nullptr ? readField(*field, *state).elements : std::vector<Value>{};
    if (std::ranges::find(standing, element) != standing.end()) return {};
    return take(authorElements(type_, kReads, *field, shown_, EditElements{{element}, {}}));
  }

  Status write(ServerWriter& programme, const Arbiter& arbiter, PersonId by) {
    if (operations_.empty()) return {};
    ServerWrite edit;
    edit.authority = Authority::kServer;
    edit.person = by;
    edit.record = shown_.id;
    edit.type = type_.number;
    edit.operations = std::move(operations_);
    const Result<RecordState> written = arbiter.write(programme, edit);
    return written ? Status{} : Status{written.error()};
  }

 private:
  Listing(const RecordType& type, RecordState shown) : type_(type), shown_(std::move(shown)) {}

  Status missing(std::string_view name) const {
    return Error{ErrorCode::kInternal,
                 "The record type " + type_.name + " lacks " + std::string(name) + "."};
  }

  Status take(Result<Operation> operation) {
    if (!operation) return operation.error();
    operations_.push_back(std::move(*operation));
    return {};
  }

  const RecordType& type_;
  const RecordState shown_;
  std::vector<Operation> operations_;
};

Status firstFailure(std::initializer_list<Status> each) {
  for (const Status& status : each) {
    if (!status) return status;
  }
  return {};
}

}  // namespace

Status listPerson(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                  PersonId person, const std::string& name, Role role) {
  Result<Listing> listing = Listing::of(programme, catalogue, "user", person.uuid);
  if (!listing) return listing.error();
  const Status filled =
      firstFailure({listing->set("name", name), listing->add("roles", std::string(nameOf(role)))});
  return filled ? listing->write(programme, arbiter, person) : filled;
}

Status listDevice(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                  const DirectoryDevice& device) {
  Result<Listing> listing = Listing::of(programme, catalogue, "device", device.replica.uuid);
  if (!listing) return listing.error();
  const Status filled = firstFailure({listing->set("name", device.name),
                                      listing->set("person", device.person.toString()),
                                      listing->set("public_key", toBase64Url(device.publicKey))});
  return filled ? listing->write(programme, arbiter, device.person) : filled;
}

Result<std::vector<ReplicaRow>> namesOfDevice(ServerReader& programme, ReplicaId replica) {
  const auto row = programme.replica(replica);
  if (!row) return row.error();
  if (!row->has_value()) {
    return Error{ErrorCode::kNotFound, "There is no such device in this programme."};
  }
  auto names = programme.replicas();
  if (!names) return names.error();
  std::erase_if(*names, [&device = **row](const ReplicaRow& each) {
    return each.replica != device.replica && each.publicKey != device.publicKey;
  });
  return names;
}

Status revokeDevice(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                    ReplicaId replica, PersonId by) {
  const auto names = namesOfDevice(programme, replica);
  if (!names) return names.error();
  for (ReplicaRow row : *names) {
    row.revoke(arbiter.clock().wallNow());
    if (const Status kept = programme.putReplica(row); !kept) return kept;
    Result<Listing> listing = Listing::of(programme, catalogue, "device", row.replica.uuid);
    if (!listing) return listing.error();
    if (const Status filled = listing->set("revoked", true); !filled) return filled;
    if (const Status told = listing->write(programme, arbiter, by); !told) return told;
  }
  return {};
}

}  // namespace rapport
