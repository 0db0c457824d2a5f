#include "shared/sync/erasure.h"

#include <algorithm>

namespace rapport {
namespace {

void addOwner(const Value& value, std::vector<RecordId>& owners) {
  const auto* text = std::get_if<std::string>(&value);
  const auto id = text != nullptr ? Uuid::parse(*text) : std::nullopt;
  if (id) owners.push_back(RecordId{*id});
}

bool anyBelongs(const RecordType& type) {
  return std::ranges::any_of(type.fields, &FieldDeclaration::belongs);
}

// A correction, or what one corrects.
bool isSameThing(const RecordType& type, const FieldDeclaration& field) {
  return field.reference == type.name;
}

// One step further: what belongs to these and is not among them yet. True: something did.
class Gathering {
 public:
  Gathering(const Catalogue& types, std::set<RecordId>& found) : types_(types), found_(found) {}

  Result<bool> walk(ServerReader& programme) {
    const std::size_t before = found_.size();
    Status looked;
    const Status read = programme.statesAfter(0, [&](const StoredState& stored) {
      looked = look(stored);
      return looked.ok();
    });
    if (!read) return read.error();
    if (!looked) return looked.error();
    return found_.size() > before;
  }

 private:
  Status look(const StoredState& stored) {
    const RecordType* type = types_.type(stored.type);
    if (type == nullptr || !anyBelongs(*type)) return {};
    const auto record = stored.unpack();
    if (!record) return record.error();
    for (const RecordId& owner : ownersOf(*type, *record)) {
      if (found_.contains(owner)) found_.insert(record->id);
    }
    if (found_.contains(record->id)) addCorrected(*type, *record);
    return {};
  }

  void addCorrected(const RecordType& type, const RecordState& record) {
    std::vector<RecordId> corrected;
    for (const FieldState& field : record.fields) {
      const FieldDeclaration* declared = type.field(field.field);
      if (declared == nullptr || !declared->belongs || !isSameThing(type, *declared)) continue;
      for (const Head& head : field.heads) addOwner(head.value, corrected);
    }
    found_.insert(corrected.begin(), corrected.end());
  }

  const Catalogue& types_;
  std::set<RecordId>& found_;
};

}  // namespace

std::vector<RecordId> ownersOf(const RecordType& type, const RecordState& record) {
  std::vector<RecordId> owners;
  for (const FieldState& field : record.fields) {
    const FieldDeclaration* declared = type.field(field.field);
    if (declared == nullptr || !declared->belongs) continue;
    for (const Head& head : field.heads) addOwner(head.value, owners);
  }
  return owners;
}

std::vector<RecordId> ownersOf(const RecordType& type, const Change& change) {
  std::vector<RecordId> owners;
  for (const Operation& operation : change.operations) {
    const FieldDeclaration* declared = type.field(operation.field);
    const auto* write = std::get_if<WriteValue>(&operation.deed);
    if (declared == nullptr || !declared->belongs || write == nullptr) continue;
    addOwner(write->value, owners);
  }
  return owners;
}

Result<std::set<RecordId>> belongingTo(ServerReader& programme, const Catalogue& types,
                                       RecordId record) {
  std::set<RecordId> found{record};
  Gathering gathering(types, found);
  while (true) {
    const auto more = gathering.walk(programme);
    if (!more) return more.error();
    if (!*more) return found;
  }
}

}  // namespace rapport
