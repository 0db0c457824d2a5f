#include "mobile/viewmodels/record_form.h"

#include <QJsonDocument>
#include <QPointer>
#include <algorithm>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/form_fields.h"
#include "mobile/viewmodels/form_rows.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

// Which copy somebody began to edit, for a draft that is opened again.
QString copyOf(const FormReading& reading) {
  if (!reading.sheet || !reading.sheet->state.number) return {};
  const Number& number = *reading.sheet->state.number;
  return QString::number(number.epoch.value) + QLatin1Char(':') + QString::number(number.n);
}

}  // namespace

RecordForm::RecordForm(QObject* parent)
    : ViewModel(parent),
      fields_(formFieldRoles()),
      cells_(formFieldRoles()),
      choices_({"choiceId", "name", "detail", "chosen"}),
      keeper_(this) {}

void RecordForm::setRecordId(const QString& id) {
  FormAim aim = aim_;
  aim.record = id.toStdString();
  aimAt(aim);
}

void RecordForm::setTypeName(const QString& type) {
  FormAim aim = aim_;
  aim.type = type.toStdString();
  aimAt(aim);
}

void RecordForm::setAboutId(const QString& id) {
  FormAim aim = aim_;
  aim.about = id.toStdString();
  aimAt(aim);
}

void RecordForm::setCounter(const QString& counter) {
  FormAim aim = aim_;
  aim.sentBack = counter.toULongLong();
  aimAt(aim);
}

void RecordForm::aimAt(const FormAim& aim) {
  if (aim == aim_) return;
  aim_ = aim;
  emit aimChanged();
  refresh();
}

void RecordForm::readAgain() {
  // What the person sees is what their edit has seen; it does not change under their hands.
  const bool aimed = !aim_.record.empty() || !aim_.type.empty();
  if (!aimed || (reading_.type != nullptr && !entered_.isEmpty())) return readingShown();
  desk()->read(
      this, [aim = aim_](Notebook& notebook, Drafts&) { return readForm(notebook, aim); },
      [this](const Result<FormReading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          show();
          openDraft();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

QString RecordForm::draftKey() const {
  const QString key = aim_.record.empty() ? typeName() + QLatin1Char('/') + aboutId()
                                          : recordId() + QLatin1Char('/') + counter();
  return QStringLiteral("form/") + key;
}

void RecordForm::openDraft() {
  if (keeper_.isOpen()) return;
  // What only the office may read, or officers alone, lies in the open nowhere but here.
  const RecordType& type = *reading_.type;
  if (aim_.record.empty()) newId_ = toQt(desk()->newRecordId().toString());
  const bool staysHere = !mayRead(type, reading_.role) || type.sealedWhen.has_value();
  reach_ = staysHere ? Drafts::Reach::kTablet : Drafts::Reach::kOffice;
  keeper_.stayHere(staysHere);
  keeper_.open(desk(), draftKey(), [this](const QJsonObject& draft) { takeDraft(draft); });
}

// A questionnaire that was changed since is gone on with as it was begun.
void RecordForm::takeDraft(const QJsonObject& draft) {
  const auto begunUnder = static_cast<std::uint32_t>(draft[QStringLiteral("form")].toInt());
  if (aim_.record.empty() && begunUnder != 0 && begunUnder != reading_.type->formVersion) {
    FormAim aim = aim_;
    aim.formVersion = begunUnder;
    desk()->read(
        this, [aim](Notebook& notebook, Drafts&) { return readForm(notebook, aim); },
        [this, draft](const Result<FormReading>& reading) {
          if (!reading.ok()) return say(reading.error());
          reading_ = *reading;
          goOnWith(draft);
        });
    return;
  }
  goOnWith(draft);
}

void RecordForm::goOnWith(const QJsonObject& draft) {
  const Entered kept = Entered::fromJson(draft[QStringLiteral("entered")].toObject());
  // Taps that came before the draft win over it.
  if (entered_.isEmpty() && !kept.isEmpty()) {
    entered_ = kept;
    newId_ = draft[QStringLiteral("id")].toString(newId_);
    changedMeanwhile_ = draft[QStringLiteral("copy")].toString() != copyOf(reading_);
  }
  if (entered_.isEmpty()) fillInAbout();
  show();
}

QJsonObject RecordForm::draft() const {
  QJsonObject draft{{"entered", entered_.json()},
                    {"copy", copyOf(reading_)},
                    {"form", static_cast<int>(reading_.type->formVersion)}};
  if (!newId_.isEmpty()) draft[QStringLiteral("id")] = newId_;
  return draft;
}

void RecordForm::keep(bool soon) {
  soon ? keeper_.keepSoon(draft()) : keeper_.keep(draft());
  show();
}

void RecordForm::goBackTo(const Entered& entered) {
  entered_ = entered;
  keep(false);
}

void RecordForm::throwAway() {
  if (!begun()) return;
  const Entered thrown = entered_;
  const std::string bytes = QJsonDocument(draft()).toJson(QJsonDocument::Compact).toStdString();
  entered_ = filledIn_ = {};
  changedMeanwhile_ = false;
  openRow_.clear();
  fillInAbout();
  keeper_.drop();
  const std::string key = draftKey().toStdString();
  desk()->read(
      this, [key](Notebook&, Drafts& drafts) { return drafts.forget(key); },
      [this](const Status& forgotten) { saved(forgotten); });
  show();
  desk()->toast()->show(tr("Thrown away"), [form = QPointer(this), desk = desk(), thrown, key,
                                            bytes, reach = reach_] {
    if (form) return form->goBackTo(thrown);
    desk->read(
        desk, [=](Notebook&, Drafts& drafts) { return drafts.keep(key, bytes, reach); },
        [desk](const Status& kept) {
          if (!kept.ok() && kept.error().code == ErrorCode::kStorageFull) desk->setFull(true);
        });
  });
}

QString RecordForm::title() const {
  if (reading_.type == nullptr) return {};
  if (!mayEdit()) return typeWord(*reading_.type);
  return (aim_.record.empty() ? tr("New: %1")
          : reading_.sealed   ? tr("Write again: %1")
          : reading_.sentBack ? tr("Put right: %1")
                              : tr("Change: %1"))
      .arg(typeWord(*reading_.type).toLower());
}

QString RecordForm::reason() const {
  const QString why = sentenceOf(reading_.reason);
  if (!reading_.sealed) return why;
  return why + QLatin1Char(' ') +
         tr("What you wrote was sealed for the office and cannot be read here any more. Write it "
            "again.");
}

QString RecordForm::notice() const {
  return changedMeanwhile_ ? tr("You began this earlier, and the record has changed since. Look "
                                "through it before you save.")
                           : QString();
}

QString RecordForm::missing() const {
  if (reading_.type == nullptr || edited() == 0) return {};
  const QStringList missing = missingFields(reading_, entered_, desk()->clock());
  return missing.isEmpty() ? QString()
                           : tr("Still to ask: %1. You can save without it.")
                                 .arg(missing.join(QStringLiteral(", ")));
}

QString RecordForm::subtitle() const {
  if (reading_.sheet) return toQt(RecordView(*reading_.sheet).title());
  return toQt(nameIn(reading_.names, aim_.about));
}

void RecordForm::show() {
  if (reading_.type == nullptr) return;
  fields_.show(formFields(reading_, entered_, desk()->clock()));
  const FieldDeclaration* field = fieldNamed(openField_);
  cells_.show(field != nullptr && rowOpen()
                  ? formCells(reading_, *field, entered_.row(openField_, openRow_), desk()->clock())
                  : QList<QVariantList>());
  emit changed();
}

// The reason names a field by its English label, as the office does; a date is meant where it says
// so; otherwise it is the first that can be changed.
QString RecordForm::fieldToFix() const {
  if (!reading_.sentBack) return {};
  const QString reason = toQt(reading_.reason).toLower();
  QString dated, first;
  for (const FieldDeclaration& field : reading_.type->fields) {
    if (!isPlain(field) || reading_.sentBackOf(field) == nullptr) continue;
    if (reason.contains(toQt(labelIn(field.label, "en")).toLower())) return toQt(field.name);
    const bool day = field.kind == FieldKind::kDate || field.kind == FieldKind::kDateTime;
    if (day && dated.isEmpty() && reason.contains(QLatin1String("date"))) dated = toQt(field.name);
    if (first.isEmpty()) first = toQt(field.name);
  }
  return dated.isEmpty() ? first : dated;
}

int RecordForm::edited() const {
  if (reading_.isPutRight()) return fields_.count();
  return entered_ == filledIn_ ? 0 : entered_.count();
}

bool RecordForm::mayEdit() const {
  return reading_.type != nullptr &&
         (reading_.sentBack ||
          std::ranges::any_of(reading_.type->fields,
                              [this](const auto& field) { return reading_.mayEdit(field); }));
}

std::vector<FieldEdit> RecordForm::edits() const {
  std::vector<FieldEdit> edits = entered_.edits(*reading_.type, desk()->clock());
  if (!reading_.sentBack) return edits;
  const RecordState nothing;
  const RecordState& shown = reading_.sheet ? reading_.sheet->state : nothing;
  for (const FieldDeclaration& field : reading_.type->fields)
    if (const Operation* operation = reading_.sentBackOf(field))
      if (!entered_.holds(toQt(field.name)))
        edits.push_back(editAgain(field, operation->deed, shown));
  return edits;
}

void RecordForm::save() {
  if (reading_.type == nullptr || edited() == 0) return;
  if (const auto misfit = entered_.misfit(*reading_.type, desk()->clock()))
    return say(QStringLiteral("%1: %2").arg(nameOfField(*misfit->field), wordsOf(misfit->error)));
  const auto id = Uuid::parse(aim_.record.empty() ? newId_.toStdString() : aim_.record);
  if (!id) return;
  desk()->write(
      this,
      [id = RecordId{*id}, type = reading_.type->name, version = reading_.type->formVersion,
       sheet = reading_.sheet, edits = edits(), sentBack = reading_.sentBack,
       key = draftKey().toStdString()](Notebook& notebook, Drafts& drafts) -> Status {
        const auto kept = putAndForget(
            notebook, drafts,
            {.id = id, .type = type, .fields = edits, .shown = sheet.get(), .formVersion = version},
            key);
        if (!kept.ok()) return kept.error();
        return sentBack ? notebook.dismiss(sentBack->dot.counter) : Status();
      },
      [this](const Status& status) {
        if (!saved(status)) return;
        keeper_.drop();
        desk()->toast()->show(tr("Saved here"));
        emit done();
      });
}

}  // namespace rapport
