#include "shared/sync/attachment_facts.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/apply.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/sync/logged_change.h"

namespace rapport {
namespace {

// What the change that wrote the hash wrote into this field; else what the field shows.
std::optional<Value> besides(const RecordType& type, const RecordState& record, const Dot& dot,
                             std::string_view name) {
  const FieldDeclaration* declared = type.field(name);
  const FieldState* field = declared != nullptr ? record.field(declared->number) : nullptr;
  if (field == nullptr) return std::nullopt;
  const auto own = std::ranges::find(field->heads, dot, &Head::dot);
  if (own != field->heads.end()) return own->value;
  return readField(*declared, *field).value;
}

std::string textIn(const std::optional<Value>& value) {
  const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
  return text != nullptr ? *text : std::string{};
}

// A number may have been written with a fraction of nothing.
std::uint64_t countIn(const std::optional<Value>& value) {
  if (!value) return 0;
  if (const auto* whole = std::get_if<std::int64_t>(&*value)) {
    return *whole > 0 ? static_cast<std::uint64_t>(*whole) : 0;
  }
  constexpr double kMost = 1e15;
  const auto* real = std::get_if<double>(&*value);
  return real != nullptr && *real >= 1 && *real < kMost ? static_cast<std::uint64_t>(*real) : 0;
}

}  // namespace

std::optional<Digest> digestFromHex(std::string_view hex) {
  Digest digest{};
  if (hex.size() != 2 * digest.size()) return std::nullopt;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    const std::size_t digit = kDigits.find(hex[i]);
    if (digit == std::string_view::npos) return std::nullopt;
    digest[i / 2] = static_cast<std::uint8_t>(digest[i / 2] << 4U | digit);
  }
  return digest;
}

std::vector<AttachmentFacts> attachmentFacts(const Catalogue& types, const RecordState& record) {
  std::vector<AttachmentFacts> all;
  const RecordType* type = types.type(kAttachmentTypeName);
  if (type == nullptr || record.type != type->number) return all;
  const FieldState* hashes = record.field(type->field("sha256")->number);
  if (hashes == nullptr) return all;
  for (const Head& head : hashes->heads) {
    const auto sha256 = digestFromHex(textIn(head.value));
    AttachmentFacts facts;
    facts.sizeBytes = countIn(besides(*type, record, head.dot, "size_bytes"));
    if (!sha256 || facts.sizeBytes == 0) continue;
    facts.sha256 = *sha256;
    facts.mediaType = textIn(besides(*type, record, head.dot, "media_type"));
    facts.fileName = textIn(besides(*type, record, head.dot, "file_name"));
    if (const auto id = Uuid::parse(textIn(besides(*type, record, head.dot, "about")))) {
      facts.about = RecordId{*id};
    }
    all.push_back(std::move(facts));
  }
  return all;
}

Result<std::vector<AttachmentFacts>> readableAttachment(ServerReader& reader,
                                                        const Catalogue& types, Role role,
                                                        RecordId attachment) {
  std::vector<AttachmentFacts> readable;
  auto record = reader.record(attachment);
  if (!record) return record.error();
  if (!*record) return readable;
  const RecordType* type = types.type((*record)->type);
  const auto visible = filterFor(role, type, **std::move(record));
  if (!visible) return readable;
  for (AttachmentFacts& facts : attachmentFacts(types, *visible)) {
    if (facts.about) {
      auto parent = reader.record(*facts.about);
      if (!parent) return parent.error();
      // One that is not here, or not yet, hides nothing.
      const bool hidden =
          *parent && !filterFor(role, types.type((*parent)->type), **std::move(parent));
      if (hidden) continue;
    }
    readable.push_back(std::move(facts));
  }
  return readable;
}

Result<std::vector<AttachmentFacts>> setAsideAttachment(ServerReader& reader,
                                                        const Catalogue& types, ReplicaId replica,
                                                        RecordId attachment) {
  const auto entries = reader.history(attachment, std::nullopt, limits::kRecordsPerPage);
  if (!entries) return entries.error();
  std::vector<AttachmentFacts> all;
  for (const LogEntry& entry : *entries) {
    const bool aside = entry.verdict.stage == ReceiptStage::kQuarantined;
    if (!aside || entry.dot.replica != replica || entry.change.empty()) continue;
    const auto change = loggedChange(entry);
    if (!change) return change.error();
    RecordState state;
    state.id = change->record;
    state.type = change->type;
    apply(state, *change,
          {Numbers(Number{{}, 1}), entry.verdict.effective, Author::kTablet, nullptr, nullptr});
    for (AttachmentFacts& facts : attachmentFacts(types, state)) all.push_back(std::move(facts));
  }
  return all;
}

}  // namespace rapport
