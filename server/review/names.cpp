#include "server/review/names.h"

#include "shared/merge/read.h"

namespace rapport {
namespace {
constexpr std::size_t kShortId = 8;
}

Names::Names(ServerReader& reader, const Catalogue& catalogue)
    : reader_(reader), catalogue_(catalogue) {
  const Result<ProgrammeRow> programme = reader.programme();
  if (programme) devices_[programme->serverReplica] = "office";
  const Result<std::vector<RestoreRow>> restores = reader.restores();
  if (!restores) return;
  for (const RestoreRow& each : *restores) devices_[each.serverReplica] = "office";
}

std::string Names::lookUp(Uuid id, std::string_view typeName) {
  const std::string unknown = id.toString().substr(0, kShortId);
  const RecordType* type = catalogue_.type(typeName);
  const FieldDeclaration* name = type != nullptr ? type->field("name") : nullptr;
  if (name == nullptr) return unknown;
  const Result<std::optional<RecordState>> record = reader_.record(RecordId{id});
  if (!record || !*record || (*record)->type != type->number) return unknown;
  const FieldState* state = (*record)->field(name->number);
  if (state == nullptr) return unknown;
  const FieldReading reading = readField(*name, *state);
  const auto* text = std::get_if<std::string>(&reading.value);
  return text != nullptr ? *text : unknown;
}

const std::string& Names::person(PersonId id) {
  const auto [found, isNew] = people_.try_emplace(id);
  // What no person wrote, the office did.
  if (isNew) found->second = id.uuid.isNil() ? "office" : lookUp(id.uuid, "user");
  return found->second;
}

const std::string& Names::device(ReplicaId id) {
  const auto [found, isNew] = devices_.try_emplace(id);
  if (isNew) found->second = lookUp(id.uuid, "device");
  return found->second;
}

DirectoryNames Names::directory() {
  return {[this](PersonId id) { return person(id); }, [this](ReplicaId id) { return device(id); }};
}

}  // namespace rapport
