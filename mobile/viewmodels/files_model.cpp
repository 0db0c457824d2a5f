#include "mobile/viewmodels/files_model.h"

#include <QFileInfo>
#include <QPointer>

#include "mobile/viewmodels/file_source.h"
#include "mobile/viewmodels/file_words.h"
#include "mobile/viewmodels/receipt_words.h"

namespace rapport {
namespace {

std::optional<RecordId> idOf(const QString& text) {
  const auto id = Uuid::parse(text.toStdString());
  return id ? std::optional(RecordId{*id}) : std::nullopt;
}

Result<std::vector<std::vector<Kept>>> removeAll(Notebook& notebook,
                                                 const std::vector<RecordId>& attachments) {
  std::vector<std::vector<Kept>> removed;
  for (const RecordId& each : attachments) {
    auto kept = removeFile(notebook, each);
    if (!kept.ok()) return kept.error();
    removed.push_back(*std::move(kept));
  }
  return removed;
}

}  // namespace

FilesModel::FilesModel(QObject* parent)
    : ViewModel(parent),
      files_({"key", "title", "detail", "iconName", "picture", "standing", "bytes", "bytesDetail",
              "share", "sentBack", "standingIcon", "fetchable", "removable"}),
      places_({"field", "label"}) {
  connect(this, &ViewModel::deskChanged, this, [this] {
    if (desk() != nullptr) connect(desk(), &FrontDesk::linkChanged, this, &FilesModel::showFiles);
  });
}

void FilesModel::setRecordId(const QString& id) {
  if (id == recordId_) return;
  recordId_ = id;
  emit recordIdChanged();
  refresh();
}

void FilesModel::setPlace(const QString& field) {
  if (field == place_) return;
  place_ = field;
  emit changed();
}

bool FilesModel::canChoose() const {
  const FileSource* source = desk() != nullptr ? desk()->fileSource() : nullptr;
  return source != nullptr && source->canChoose();
}

bool FilesModel::hasCamera() const {
  const FileSource* source = desk() != nullptr ? desk()->fileSource() : nullptr;
  return source != nullptr && source->hasCamera();
}

void FilesModel::readAgain() {
  const auto about = idOf(recordId_);
  if (!about) return readingShown();
  desk()->read(
      this,
      [about = *about](Notebook& notebook, Drafts&, Files& files) {
        return readRecordFiles(notebook, files, about);
      },
      [this](const Result<RecordFiles>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          QList<QVariantList> places;
          for (const FilePlace& place : reading_.places)
            places.append({toQt(place.field), toQt(labelIn(place.label, codeOf(spoken())))});
          places_.show(places);
          if (place_.isEmpty() && !reading_.places.empty())
            place_ = toQt(reading_.places.front().field);
          showFiles();
          emit changed();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

void FilesModel::showFiles() {
  QList<QVariantList> rows;
  for (const RecordFile& file : reading_.files) {
    const bool whole = file.blob && file.blob->whole;
    const FileWords words = file.blob ? fileWords(*file.blob, desk()->link().stage) : FileWords{};
    rows.append({toQt(file.attachment.toString()), nameOfFile(file), detailOfFile(file),
                 iconOfFile(file), whole && !file.handedIn && isPicture(file.mediaType),
                 fileStanding(file.blob), words.bytes, words.detail, words.share, words.sentBack,
                 iconOfStanding(file), !file.blob && !file.handedIn,
                 !file.handedIn && reading_.takesFiles});
  }
  files_.show(rows);
}

void FilesModel::choose() {
  if (!canChoose()) return;
  desk()->fileSource()->choose(tr("Which photo or file?"),
                               [self = QPointer<FilesModel>(this)](const QString& path) {
                                 if (self && !path.isEmpty()) self->addPaths({path});
                               });
}

void FilesModel::takePhoto() {
  if (!hasCamera()) return;
  desk()->fileSource()->takePhoto([self = QPointer<FilesModel>(this)](const QString& path) {
    if (self && !path.isEmpty()) self->addPaths({path});
  });
}

void FilesModel::add(const QList<QUrl>& urls) {
  QStringList paths;
  for (const QUrl& url : urls)
    if (url.isLocalFile()) paths.append(url.toLocalFile());
  if (paths.size() < urls.size())
    say(tr("Only files on this device can be added. Save it here first, then add it."));
  if (!paths.isEmpty()) addPaths(paths);
}

FilesModel::Added FilesModel::attachAll(Notebook& notebook, Files& files,
                                        const std::vector<ChosenFile>& chosen) {
  Added added;
  for (const ChosenFile& each : chosen) {
    auto kept = files.attach(notebook, each);
    if (kept.ok()) {
      added.kept.push_back(*std::move(kept));
    } else if (!added.failed) {
      added.failed = kept.error();
      added.which = QFileInfo(toQt(each.path)).fileName();
    }
  }
  return added;
}

void FilesModel::addPaths(const QStringList& paths) {
  std::vector<ChosenFile> chosen;
  for (const QString& path : paths) chosen.push_back({.about = {}, .path = path.toStdString()});
  addAll(std::move(chosen), {});
}

void FilesModel::addSignature(const QByteArray& png) {
  if (png.isEmpty()) return;
  addAll({{.about = {},
           .path = "signature.png",
           .made = Bytes(png.constData(), static_cast<std::size_t>(png.size())),
           .caption = tr("Signature").toStdString()}},
         tr("Signature saved here"));
}

void FilesModel::addAll(std::vector<ChosenFile> chosen, const QString& done) {
  const auto about = idOf(recordId_);
  if (!about) return;
  for (ChosenFile& each : chosen) {
    each.about = *about;
    if (reading_.places.size() > 1) each.field = place_.toStdString();
  }
  ++saving_;
  caution_.clear();
  emit changed();
  const bool several = chosen.size() > 1;
  desk()->write(
      this,
      [chosen = std::move(chosen)](Notebook& notebook, Drafts&, Files& files) {
        return attachAll(notebook, files, chosen);
      },
      [this, several, done](const Added& added) { told(added, several, done); });
}

void FilesModel::told(const Added& added, bool several, const QString& done) {
  --saving_;
  for (const Attached& each : added.kept)
    if (!each.caution.empty()) caution_ = sentenceOf(each.caution);
  emit changed();
  if (!added.kept.empty()) offerToRemove(added.kept, done);
  if (!added.failed) {
    desk()->setFull(false);
    return say(QString());
  }
  if (added.failed->code == ErrorCode::kStorageFull) desk()->setFull(true);
  const QString why = whyNotAttached(*added.failed);
  say(several ? tr("%1: %2").arg(added.which, why) : why);
}

// The way back outlives the screen.
void FilesModel::offerToRemove(const std::vector<Attached>& kept, const QString& done) {
  std::vector<RecordId> ids;
  for (const Attached& each : kept) ids.push_back(each.attachment);
  const QString counted = ids.size() == 1 && isPicture(kept.front().mediaType)
                              ? tr("Photo saved here")
                              : tr("%n files saved here", nullptr, static_cast<int>(ids.size()));
  desk()->toast()->show(done.isEmpty() ? counted : done, [desk = desk(), ids] {
    desk->write(
        desk, [ids](Notebook& notebook, Drafts&) { return removeAll(notebook, ids); },
        [desk](const Result<std::vector<std::vector<Kept>>>& removed) {
          if (removed.ok()) desk->toast()->show(tr("Taken out again, saved here"));
        });
  });
}

void FilesModel::fetch(const QString& key) {
  const auto id = idOf(key);
  if (!id) return;
  desk()->write(
      this,
      [id = *id](Notebook& notebook, Drafts&, Files& files) { return files.fetch(notebook, id); },
      [this](const Status& wanted) { saved(wanted); });
}

void FilesModel::remove(const QString& key) {
  const auto id = idOf(key);
  if (!id) return;
  desk()->write(
      this, [id = *id](Notebook& notebook, Drafts&) { return removeFile(notebook, id); },
      [this](const Result<std::vector<Kept>>& removed) {
        if (!saved(removed)) return;
        desk()->toast()->show(tr("File removed, saved here"), [desk = desk(), kept = *removed] {
          desk->write(
              desk, [kept](Notebook& notebook, Drafts&) { return undoRemoval(notebook, kept); },
              [desk](const Status& undone) {
                if (undone.ok()) desk->toast()->show(tr("It is back, saved here"));
              });
        });
      });
}

void FilesModel::putAway() {
  caution_.clear();
  emit changed();
}

}  // namespace rapport
