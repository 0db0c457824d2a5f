#include "shared/sync/attach.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/sha256.h"
#include "shared/media/photo.h"
#include "shared/media/recording.h"
#include "shared/sync/attachment_facts.h"

namespace rapport {
namespace {

constexpr std::size_t kFileNameBytes = 200;

constexpr char kPdfCaution[] =
    "A PDF keeps what it says of itself beside its pages: the name of who made it, when and with "
    "what, and whatever its pictures tell; nothing of that was removed. Where it names somebody, "
    "save it anew without, then attach it.";

constexpr std::size_t kMebibyte = std::size_t{1024} * 1024;
static_assert(limits::kPhotoBytes == 16 * kMebibyte && limits::kRecordingBytes == 64 * kMebibyte &&
                  limits::kPaperBytes == 32 * kMebibyte,
              "the sentences say so");

Error tooLarge(MediaKind kind) {
  if (isPhoto(kind)) {
    return {ErrorCode::kTooLarge,
            "This photo is larger than 16 MiB, the most that is kept of one. Nothing was saved; "
            "take it with less detail, or make it smaller, then attach it again."};
  }
  if (isRecording(kind)) {
    return {ErrorCode::kTooLarge,
            "This recording is larger than 64 MiB, the most that is kept of one. Nothing was "
            "saved; attach it in shorter parts."};
  }
  return {ErrorCode::kTooLarge,
          "This file is larger than 32 MiB, the most that is kept of its kind. Nothing was saved; "
          "make it smaller, then attach it again."};
}

Error noSuchKind() {
  return {ErrorCode::kInvalid,
          "This kind of file is not kept, only " + std::string(kKindsKept) +
              ". Nothing was saved; save it as one of those, then attach it again."};
}

struct Content {
  MediaKind kind;
  Bytes bytes;
};

// What is kept of the file: of a photo the picture alone, of a recording the sound.
Result<Content> contentOf(ByteView file) {
  const auto kind = mediaKindOf(file);
  if (!kind) return noSuchKind();
  if (file.size() > mostBytesOf(*kind)) return tooLarge(*kind);
  if (!isPhoto(*kind) && !isRecording(*kind)) return Content{*kind, Bytes(file)};
  auto alone = isPhoto(*kind) ? withoutMetadata(*kind, file) : soundAlone(*kind, file);
  if (!alone) return alone.error();
  return Content{*kind, *std::move(alone)};
}

// The last part, without what no file name has, cut between two characters.
std::string plainName(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string plain;
  for (const char sign : name) {
    if (static_cast<unsigned char>(sign) >= 0x20 && sign != 0x7F) plain += sign;
  }
  if (plain.size() > kFileNameBytes) {
    std::size_t length = kFileNameBytes;
    while (length > 0 && (static_cast<unsigned char>(plain[length]) & 0xC0U) == 0x80U) --length;
    plain.resize(length);
  }
  return plain;
}

// The field of the record that shall name the attachment; null where none does.
Result<const FieldDeclaration*> fieldFor(const RecordType& type, const std::string& wanted) {
  const FieldDeclaration* only = nullptr;
  std::size_t howMany = 0;
  for (const FieldDeclaration& field : type.fields) {
    if (field.reference != kAttachmentTypeName) continue;
    ++howMany;
    only = &field;
    if (field.name == wanted) return only;
  }
  if (!wanted.empty()) {
    return Error{ErrorCode::kInvalid, "The field " + wanted + " of " + type.name +
                                          " takes no files. Nothing was saved."};
  }
  if (howMany > 1) {
    return Error{ErrorCode::kInvalid,
                 "A " + type.name + " has several places for files. Say which field it is for."};
  }
  return only;
}

Entry attachmentEntry(const Attached& attached, const RecordType& about,
                      const AttachRequest& request) {
  Entry entry;
  entry.id = attached.attachment;
  entry.type = kAttachmentTypeName;
  const Digest& sha = attached.sha256;
  const ByteView hash{reinterpret_cast<const char*>(sha.data()), sha.size()};
  entry.fields = {{"sha256", Value{toHex(hash)}},
                  {"media_type", Value{attached.mediaType}},
                  {"size_bytes", Value{static_cast<std::int64_t>(attached.sizeBytes)}},
                  {"about", Value{request.about.toString()}},
                  {"about_type", Value{about.name}}};
  const std::string name = plainName(request.fileName);
  if (!name.empty()) entry.fields.push_back({"file_name", Value{name}});
  if (!request.caption.empty()) entry.fields.push_back({"caption", Value{request.caption}});
  return entry;
}

Entry namingEntry(const Attached& attached, const AttachRequest& request,
                  const FieldDeclaration& field) {
  const Value id{attached.attachment.toString()};
  const bool isSet = field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
  Entry entry;
  entry.id = request.about;
  entry.fields.push_back(isSet ? FieldEdit{field.name, EditElements{{id}, {}}}
                               : FieldEdit{field.name, id});
  return entry;
}

}  // namespace

Result<Attached> attach(Notebook& notebook, LocalAttachments& files, const AttachRequest& request,
                        const Clock& clock, Random& random) {
  const auto sheet = notebook.get(request.about);
  if (!sheet) return sheet.error();
  if (!*sheet || (*sheet)->type == nullptr || (*sheet)->deleted) {
    return Error{ErrorCode::kNotFound,
                 "This record is not on this tablet, or was deleted. Nothing was saved."};
  }
  const auto others = files.of(request.about);
  if (!others) return others.error();
  if (others->size() >= limits::kAttachmentsPerRecord) {
    return Error{ErrorCode::kTooLarge,
                 "This record has as many files as it may have. Nothing was saved; attach it to "
                 "another record."};
  }
  const auto field = fieldFor(*(*sheet)->type, request.field);
  if (!field) return field.error();
  const auto content = contentOf(request.content);
  if (!content) return content.error();
  Attached attached;
  attached.attachment = RecordId{makeUuidV7(clock, random)};
  attached.sha256 = sha256Of(content->bytes);
  attached.mediaType = mediaTypeOf(content->kind);
  attached.sizeBytes = content->bytes.size();
  if (content->kind == MediaKind::kPdf) attached.caution = kPdfCaution;
  std::vector<Entry> act{attachmentEntry(attached, *(*sheet)->type, request)};
  if (*field != nullptr) act.push_back(namingEntry(attached, request, **field));
  if (const Status kept = files.keepContent(attached.sha256, content->bytes); !kept) {
    return kept.error();
  }
  LocalBlob blob;
  blob.attachment = attached.attachment;
  blob.about = request.about;
  blob.sha256 = attached.sha256;
  blob.sizeBytes = blob.hereBytes = attached.sizeBytes;
  const auto kept = notebook.putAct(act, [&]() -> Status {
    if (const Status pinned = files.pin(blob); !pinned) return pinned;
    const auto row = files.find(blob.attachment);
    if (!row) return row.error();
    if (*row && (*row)->whole) return {};
    // Whoever let go of the same file meanwhile took this one along. Nobody does any more before
    // this is committed.
    if (const Status again = files.keepContent(attached.sha256, content->bytes); !again) {
      return again;
    }
    return files.pin(blob);
  });
  if (!kept) return kept.error();
  return attached;
}

}  // namespace rapport
