#include "mobile/viewmodels/file_words.h"

#include "mobile/viewmodels/files_model.h"
#include "mobile/viewmodels/tongue.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

bool isRecordingType(const std::string& mediaType) { return mediaType.starts_with("audio/"); }

QString kindOfFile(const RecordFile& file) {
  if (isPicture(file.mediaType)) return FilesModel::tr("Photo");
  if (isRecordingType(file.mediaType)) return FilesModel::tr("Recording");
  if (file.mediaType == "application/pdf") return QStringLiteral("PDF");
  if (file.mediaType == "text/plain") return FilesModel::tr("Text");
  return FilesModel::tr("Photo or file");
}

}  // namespace

bool isPicture(const std::string& mediaType) { return mediaType.starts_with("image/"); }

QString nameOfFile(const RecordFile& file) {
  if (!file.caption.empty()) return toQt(file.caption);
  return file.fileName.empty() ? kindOfFile(file) : toQt(file.fileName);
}

QString detailOfFile(const RecordFile& file) {
  const QString size = FilesModel::tr("%1 MB").arg(megabytes(file.sizeBytes));
  return file.handedIn ? size : kindOfFile(file) + QStringLiteral(" · ") + size;
}

QString iconOfFile(const RecordFile& file) {
  if (file.handedIn) return QStringLiteral("lock");
  if (isPicture(file.mediaType)) return QStringLiteral("photo");
  return isRecordingType(file.mediaType) ? QStringLiteral("microphone")
                                         : QStringLiteral("file-text");
}

QString iconOfStanding(const RecordFile& file) {
  if (!file.blob || !file.blob->whole) return QStringLiteral("cloud-up");
  return file.blob->stage < ReceiptStage::kApplied ? QStringLiteral("device-tablet-check")
                                                   : QStringLiteral("cloud-check");
}

QString whyNotAttached(const Error& error) {
  switch (error.code) {
    case ErrorCode::kStorageFull:
      return FilesModel::tr(
          "The file was not saved: the tablet has no space left. What you saved before is safe. "
          "Make room in the settings, then add it again.");
    case ErrorCode::kStorageFailed:
      return FilesModel::tr(
          "The file was not saved: this tablet could not write it. What you saved before is safe. "
          "Try again; if it stays so, tell your coordinator.");
    default:
      return wordsOf(error);
  }
}

}  // namespace rapport
