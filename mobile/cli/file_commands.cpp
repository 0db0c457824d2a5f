#include <nlohmann/json.hpp>

#include "mobile/app/chosen_file.h"
#include "mobile/app/follow_bell.h"
#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "mobile/cli/out_file.h"
#include "shared/sync/attach.h"
#include "shared/sync/fetch_attachment.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1024} * 1024;

Result<RecordId> idOf(const std::string& text) {
  if (const auto id = Uuid::parse(text)) return RecordId{*id};
  return Error{ErrorCode::kInvalid, "\"" + text + "\" is not a record's id."};
}

Status writeOut(Context& context, const LocalBlob& blob, const std::string& path) {
  auto file = OutFile::make(path);
  if (!file) return file.error();
  for (std::uint64_t at = 0; at < blob.sizeBytes; at += kPieceBytes) {
    const auto piece = context.attachments().read(blob, at, kPieceBytes);
    if (!piece) return piece.error();
    if (const Status written = file->write(*piece); !written) return written;
  }
  return file->finish();
}

}  // namespace

ExitCode attach(const Place& place, const AttachedFile& given) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto about = idOf(given.record);
  if (!about) return complain(about.error());
  const auto content = contentOfChosen(given.path);
  if (!content)
    return complain({content.error().code, given.path + ": " + content.error().message});
  const auto attached = rapport::attach((*context)->notebook(), (*context)->attachments(),
                                        {*about, given.field, given.path, *content, given.caption},
                                        (*context)->clock(), (*context)->random());
  if (!attached) return complain(attached.error());
  const ByteView hash{reinterpret_cast<const char*>(attached->sha256.data()),
                      attached->sha256.size()};
  nlohmann::json line{{"id", attached->attachment.toString()},
                      {"about", about->toString()},
                      {"media_type", attached->mediaType},
                      {"size_bytes", attached->sizeBytes},
                      {"sha256", toHex(hash)}};
  if (!attached->caution.empty()) line["caution"] = attached->caution;
  printLine(line);
  FollowBell::ring((*context)->profile().folder());
  return ExitCode::kDone;
}

ExitCode letGo(const Place& place, std::uint64_t wantedBytes) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto gone = (*context)->profile().letGoOfAttachments(wantedBytes);
  if (!gone) return complain(gone.error());
  printLine({{"files", gone->files}, {"size_bytes", gone->sizeBytes}});
  return ExitCode::kDone;
}

ExitCode fetch(const Place& place, const std::string& attachment, const std::string& path) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto id = idOf(attachment);
  if (!id) return complain(id.error());
  auto blob = wantAttachment((*context)->notebook(), (*context)->attachments(), *id);
  if (!blob) return complain(blob.error());
  Error why{ErrorCode::kUnavailable, "The file did not arrive. It is asked for with every sync."};
  if (!blob->whole) {
    const ExitCode synced = exchangeOnce(**context, [&](const AttachmentNews& news) {
      if (news.blob.attachment == *id && news.failed) why = {*news.failed, news.blob.reason};
    });
    if (synced != ExitCode::kDone) return synced;
    blob = wantAttachment((*context)->notebook(), (*context)->attachments(), *id);
    if (!blob) return complain(blob.error());
  }
  if (!blob->whole) return complain(why);
  if (!path.empty()) {
    if (const Status written = writeOut(**context, *blob, path); !written) {
      return complain(written.error());
    }
  }
  printLine(blobLine(*blob));
  return ExitCode::kDone;
}

}  // namespace rapport::cli
