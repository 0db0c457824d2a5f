#include "mobile/viewmodels/conflict_model.h"

#include <QRegularExpression>
#include <algorithm>
#include <set>

#include "mobile/viewmodels/conflict_marks.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/text_merge.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"
#include "shared/merge/cell_address.h"

namespace rapport {
namespace {

constexpr qsizetype kShortWords = 12;  // as many letters stand large in a field

QString firstName(const std::string& name) { return toQt(name).section(QLatin1Char(' '), 0, 0); }

// Text as words, each with whether it differs, so that the screen may wrap and mark them.
QVariantList markedWords(const std::string& text, const std::string& other) {
  QVariantList words;
  for (const TextPart& part : markDifferences(text, other)) {
    for (const QString& word :
         toQt(part.text).split(QRegularExpression("\\s+"), Qt::SkipEmptyParts))
      words.append(QVariantMap{{"text", word}, {"differs", part.differs}});
  }
  return words;
}

}  // namespace

ConflictModel::ConflictModel(QObject* parent)
    : ViewModel(parent),
      sides_({"side", "mine", "name", "initial", "tone", "detail", "sent"}),
      fields_({"field", "label", "hint", "versions", "choice", "mergeable", "mergedText"}) {}

void ConflictModel::setRecordId(const QString& id) {
  if (id == recordId_) return;
  recordId_ = id;
  emit recordIdChanged();
  refresh();
}

void ConflictModel::readAgain() {
  desk()->read(
      this,
      [id = recordId_.toStdString()](Notebook& notebook,
                                     Drafts& drafts) -> Result<std::optional<RecordInDoubt>> {
        std::string wanted = id;
        if (wanted.empty()) {
          const auto asking = conflictsThatAsk(notebook, drafts, 1);
          if (!asking.ok()) return asking.error();
          if (asking->empty()) return std::optional<RecordInDoubt>();
          wanted = asking->front().state.id.toString();
        }
        auto record = readVersions(notebook, wanted);
        if (!record.ok()) return record.error();
        return std::optional(std::move(*record));
      },
      [this](const Result<std::optional<RecordInDoubt>>& record) {
        if (!record.ok()) {
          say(record.error());
        } else if (record->has_value()) {
          showRecord(**record);
        } else {
          settled_ = true;
          emit changed();
        }
        readingShown();
      });
}

void ConflictModel::showRecord(const RecordInDoubt& record) {
  record_ = record;
  settled_ = record.fields.empty() && !record.sheet->deleteContested;
  showFields();
  showSides();
  emit changed();
}

QString ConflictModel::title() const {
  if (!record_) return tr("Two versions");
  return tr("Two versions of one %1").arg(typeWord(*record_->sheet->type).toLower());
}

QString ConflictModel::subtitle() const { return record_ ? toQt(record_->title) : QString(); }

QString ConflictModel::intro() const {
  if (!record_) return {};
  if (settled_) return tr("Nobody needs to choose here any more.");
  if (deleteContested() && record_->fields.empty())
    return tr(
        "Somebody removed this while somebody else changed it. It is still here. Choose what is "
        "true now.");
  std::set<QString> others;
  bool mine = false;
  for (const FieldInDoubt& doubt : record_->fields)
    for (const VersionFacts& version : doubt.versions)
      version.mine ? static_cast<void>(mine = true)
                   : static_cast<void>(others.insert(firstName(version.person)));
  const QStringList names(others.begin(), others.end());
  const QString who =
      mine ? tr("You and %1").arg(names.join(tr(" and "))) : names.join(tr(" and "));
  return tr("%1 both changed this while apart. Nothing is lost. Choose what is true now. Both "
            "versions stay in the history.")
      .arg(who);
}

bool ConflictModel::deleteContested() const { return record_ && record_->sheet->deleteContested; }

int ConflictModel::total() const { return record_ ? static_cast<int>(record_->fields.size()) : 0; }

int ConflictModel::decided() const {
  if (!record_) return 0;
  return static_cast<int>(std::ranges::count_if(record_->fields, [this](const FieldInDoubt& doubt) {
    return choices_.value(toQt(doubt.address), Undecided) != Undecided;
  }));
}

QVariantList ConflictModel::rowOf(const FieldInDoubt& doubt) const {
  const QString field = toQt(doubt.address);
  const bool prose = !doubt.merged.empty();
  QVariantList versions;
  for (std::size_t at = 0; at < doubt.versions.size(); ++at) {
    const VersionFacts& version = doubt.versions[at];
    const VersionFacts& other = doubt.versions[at == 0 ? 1 : 0];
    const QString words = wordsOf(*doubt.field, version.value, record_->names, desk()->clock());
    const bool large = !prose || words.size() <= kShortWords;
    versions.append(QVariantMap{
        {"words", words},
        {"large", large},
        {"parts", large ? QVariantList() : markedWords(textOf(version.value), textOf(other.value))},
        {"act", version.mine                ? tr("Keep mine")
                : doubt.versions.size() > 2 ? tr("Keep %1’s").arg(firstName(version.person))
                                            : tr("Keep theirs")}});
  }
  return {field,
          nameOfField(*doubt.field),
          prose ? tr("text can be merged")
                : tr("%n versions", nullptr, static_cast<int>(doubt.versions.size())),
          versions,
          choices_.value(field, Undecided),
          prose,
          merged_.value(field, toQt(doubt.merged))};
}

void ConflictModel::showFields() {
  QList<QVariantList> rows;
  for (const FieldInDoubt& doubt : record_->fields) rows.append(rowOf(doubt));
  fields_.show(rows);
}

// The two columns' heads, from the first field in doubt.
void ConflictModel::showSides() {
  QList<QVariantList> rows;
  if (!record_->fields.empty()) {
    const auto& versions = record_->fields.front().versions;
    for (std::size_t at = 0; at < versions.size() && at < 2; ++at) {
      const VersionFacts& version = versions[at];
      const QString name = firstName(version.person);
      const QString when =
          dayWord(localTime(version.at, desk()->clock()), localToday(desk()->clock()));
      const QString where = version.mine ? tr("this tablet") : toQt(version.device);
      rows.append({static_cast<int>(at), version.mine,
                   version.mine ? tr("Yours")
                   : at == 0    ? name
                                : tr("Theirs"),
                   name.left(1), version.mine ? 0 : static_cast<int>(1 + at % 2),
                   QStringLiteral("%1, %2 · %3").arg(name, where, when), version.sent});
    }
  }
  sides_.show(rows);
}

void ConflictModel::choose(const QString& field, int choice) {
  if (!record_) return;
  choices_[field] = choice;
  fields_.set(field, "choice", choice);
  emit changed();
}

void ConflictModel::setMerged(const QString& field, const QString& text) {
  if (!record_) return;
  merged_[field] = text;
  fields_.set(field, "mergedText", text);
  choose(field, Merged);
}

void ConflictModel::save() {
  if (!record_ || decided() < total() || total() == 0) return;
  std::vector<FieldEdit> edits;
  for (const FieldInDoubt& doubt : record_->fields) {
    const QString field = toQt(doubt.address);
    const int choice = choices_.value(field);
    const Value value = choice == Merged
                            ? Value(merged_.value(field, toQt(doubt.merged)).toStdString())
                            : doubt.versions.at(static_cast<std::size_t>(choice)).value;
    if (!saved(addEditAt(doubt.address, value, edits))) return;
  }
  desk()->write(
      this,
      [sheet = record_->sheet, edits](Notebook& notebook, Drafts&) {
        return notebook.put({.id = sheet->state.id, .fields = edits, .shown = sheet.get()});
      },
      [this](const Result<Kept>& kept) {
        if (saved(kept)) finish(tr("Your answer is saved here"));
      });
}

void ConflictModel::askCoordinator() {
  if (!record_) return;
  desk()->write(
      this,
      [sheet = record_->sheet](Notebook&, Drafts& drafts) {
        return leaveToCoordinator(drafts, *sheet);
      },
      [this](const Status& left) {
        if (saved(left)) finish(tr("The coordinator will choose. Both versions are kept."));
      });
}

void ConflictModel::settleDelete(Deletion deletion) {
  if (!record_) return;
  desk()->write(
      this,
      [sheet = record_->sheet, deletion](Notebook& notebook, Drafts&) {
        return notebook.put({.id = sheet->state.id, .deletion = deletion, .shown = sheet.get()});
      },
      [this](const Result<Kept>& kept) {
        if (saved(kept)) finish(tr("Your answer is saved here"));
      });
}

void ConflictModel::finish(const QString& word) {
  desk()->toast()->show(word);
  emit done();
}

}  // namespace rapport
