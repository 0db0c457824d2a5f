#include "mobile/viewmodels/record_files.h"

#include <algorithm>
#include <ranges>

#include "mobile/viewmodels/record_view.h"
#include "shared/model/access.h"
#include "shared/sync/attachment_facts.h"

namespace rapport {
namespace {

RecordFile fileOf(const Catalogue& types, const RecordSheet& sheet) {
  const RecordView view(sheet);
  RecordFile file;
  file.attachment = sheet.state.id;
  file.caption = view.text("caption");
  file.fileName = view.text("file_name");
  const auto facts = attachmentFacts(types, sheet.state);
  if (!facts.empty()) {
    file.mediaType = facts.front().mediaType;
    file.sizeBytes = facts.front().sizeBytes;
  }
  return file;
}

// What was handed in here and is not to be read back: its blob is all that is known of it.
Status addHandedIn(Notebook& notebook, const std::vector<LocalBlob>& kept,
                   std::vector<RecordFile>& files) {
  for (const LocalBlob& blob : kept) {
    const auto known = std::ranges::find(files, blob.attachment, &RecordFile::attachment);
    if (known != files.end()) continue;
    const auto sheet = notebook.get(blob.attachment);
    if (!sheet) return sheet.error();
    if (!*sheet || !(*sheet)->handedIn || (*sheet)->deleted) continue;
    files.push_back({.attachment = blob.attachment,
                     .sizeBytes = blob.sizeBytes,
                     .handedIn = true,
                     .blob = blob});
  }
  return {};
}

bool names(const RecordView& view, const FieldDeclaration& field, const std::string& id) {
  if (field.rule != MergeRule::kUnion) return view.text(field.name) == id;
  return std::ranges::count(view.elements(field.name), id) > 0;
}

}  // namespace

Result<RecordFiles> readRecordFiles(Notebook& notebook, Files& files, RecordId about) {
  RecordFiles reading;
  const auto who = notebook.store().enrolment();
  if (!who) return who.error();
  const auto sheet = notebook.get(about);
  if (!sheet) return sheet.error();
  const RecordType* attachments = notebook.catalogue().type(kAttachmentTypeName);
  if (!*sheet || (*sheet)->type == nullptr || (*sheet)->deleted || attachments == nullptr)
    return reading;
  reading.title = RecordView(**sheet).title();
  // A file is not attached to a file.
  reading.takesFiles = (*sheet)->type != attachments && mayWrite(*attachments, who->role);
  for (const FieldDeclaration& field : (*sheet)->type->fields)
    if (field.reference == kAttachmentTypeName)
      reading.places.push_back({.field = field.name, .label = field.label});
  const auto kept = files.of(about);
  if (!kept) return kept.error();
  const std::string id = about.toString();
  const Status read = notebook.each(kAttachmentTypeName, [&](const RecordSheet& each) {
    if (!each.handedIn && RecordView(each).text("about") == id)
      reading.files.push_back(fileOf(notebook.catalogue(), each));
    return true;
  });
  if (!read) return read.error();
  for (RecordFile& file : reading.files) {
    const auto blob = std::ranges::find(*kept, file.attachment, &LocalBlob::attachment);
    if (blob != kept->end()) file.blob = *blob;
  }
  if (const Status added = addHandedIn(notebook, *kept, reading.files); !added)
    return added.error();
  std::ranges::sort(reading.files, std::greater{}, &RecordFile::attachment);
  return reading;
}

Result<std::vector<Kept>> removeFile(Notebook& notebook, RecordId attachment) {
  const auto sheet = notebook.get(attachment);
  if (!sheet) return sheet.error();
  if (!*sheet || (*sheet)->deleted)
    return Error{ErrorCode::kNotFound, "This file is not on this tablet any more."};
  std::vector<Entry> act{{.id = attachment, .deletion = Deletion::kDelete}};
  const std::string id = attachment.toString();
  if (const auto about = Uuid::parse(RecordView(**sheet).text("about"))) {
    const auto record = notebook.get(RecordId{*about});
    if (!record) return record.error();
    if (*record && (*record)->type != nullptr && !(*record)->deleted) {
      Entry entry{.id = RecordId{*about}};
      for (const FieldDeclaration& field : (*record)->type->fields) {
        if (field.reference != kAttachmentTypeName || !names(RecordView(**record), field, id))
          continue;
        entry.fields.push_back(field.rule == MergeRule::kUnion
                                   ? FieldEdit{field.name, EditElements{{}, {Value{id}}}}
                                   : FieldEdit{field.name, Value()});
      }
      if (!entry.fields.empty()) act.push_back(std::move(entry));
    }
  }
  return notebook.putAct(act);
}

Status undoRemoval(Notebook& notebook, const std::vector<Kept>& removed) {
  for (const Kept& each : removed | std::views::reverse) {
    const auto undone = notebook.undo(each.id, each.dot);
    if (!undone) return undone.error();
  }
  return {};
}

}  // namespace rapport
