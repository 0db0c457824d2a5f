#include "mobile/viewmodels/form_fields.h"

#include <algorithm>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/form_rows.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/label_text.h"

namespace rapport {
namespace {

constexpr int kRatingSteps = 10;

QString inSpoken(const Label& label) {
  return label.empty() ? QString() : toQt(labelIn(label, codeOf(spoken())));
}

QVariantMap choice(const QString& name, const QString& label) {
  return {{"name", name}, {"label", label}};
}

// A number between two near bounds is chosen, not typed.
bool isRating(const FieldDeclaration& field) {
  return field.kind == FieldKind::kNumber && field.least && field.most &&
         *field.most - *field.least < kRatingSteps;
}

bool isSet(const FieldDeclaration& field) {
  return field.rule == MergeRule::kUnion && field.kind != FieldKind::kRow;
}

const char* shapeOf(const FieldDeclaration& field) {
  return isPlain(field) ? "plain" : isSet(field) ? "set" : "rows";
}

bool fulfilled(const FormReading& reading, const Entered& entered, const Condition& condition,
               const Clock& clock) {
  if (condition.field.empty()) return true;
  const FieldDeclaration* field = reading.type->field(condition.field);
  if (field == nullptr) return true;
  const QString now = entered.text(toQt(field->name), reading.presentOf(*field, clock));
  return std::ranges::any_of(condition.values,
                             [&now](const std::string& value) { return toQt(value) == now; });
}

// Editors, in the order of the form: what has no group first, then group by group.
std::vector<const FieldDeclaration*> inOrder(const RecordType& type) {
  std::vector<const FieldDeclaration*> fields;
  const auto take = [&](const std::string& group) {
    for (const FieldDeclaration& field : type.fields)
      if (field.group == group) fields.push_back(&field);
  };
  take({});
  for (const FieldGroup& group : type.groups) take(group.name);
  return fields;
}

class FormWriter {
 public:
  FormWriter(const FormReading& reading, const Entered& entered, const Clock& clock)
      : reading_(reading), entered_(entered), clock_(clock) {}

  bool isShown(const FieldDeclaration& field) const {
    if (field.widget == "sealed" || field.widget == "seal") return false;
    if (reading_.isPutRight()) return reading_.sentBackOf(field) != nullptr;
    if (entered_.holds(toQt(field.name))) return true;
    if (!fulfilled(reading_, entered_, field.shownWhen, clock_)) return false;
    return reading_.mayEdit(field) ||
           (mayRead(*reading_.type, &field, reading_.role) && says(field));
  }

  bool isMissing(const FieldDeclaration& field) const {
    const bool needed =
        field.required || (!field.requiredWhen.field.empty() &&
                           fulfilled(reading_, entered_, field.requiredWhen, clock_));
    return needed && !reading_.isPutRight() && reading_.mayEdit(field) && isShown(field) &&
           !says(field);
  }

  QVariantList row(const FieldDeclaration& field, const QString& heading) const {
    const QString name = toQt(field.name);
    const QString entered = entered_.text(name, reading_.presentOf(field, clock_));
    const auto value = valueOf(field, entered, clock_);
    const bool plain = isPlain(field);
    const bool editable = reading_.mayEdit(field);
    QString words =
        plain && value.ok() ? wordsOf(field, *value, reading_.names, clock_) : QString();
    if (const Operation* back = reading_.sentBackOf(field); back != nullptr && !plain)
      words = wordsOfDeed(field, back->deed, reading_.names, clock_);
    return editor(field, heading, entered, words, editable,
                  plain && !value.ok() ? wordsOf(value.error()) : QString(), isMissing(field));
  }

  QVariantList cell(const FieldDeclaration& cell, const QString& entered) const {
    const auto value = valueOf(cell, entered, clock_);
    return editor(cell, {}, entered,
                  value.ok() ? wordsOf(cell, *value, reading_.names, clock_) : QString(),
                  isPlain(cell), value.ok() ? QString() : wordsOf(value.error()), false);
  }

 private:
  bool says(const FieldDeclaration& field) const {
    const QString name = toQt(field.name);
    if (isPlain(field)) return !entered_.text(name, reading_.presentOf(field, clock_)).isEmpty();
    if (isSet(field)) return !entered_.elements(name, reading_.elementsOf(field)).isEmpty();
    return !rowItems(reading_, field, entered_, clock_).isEmpty();
  }

  QVariantList items(const FieldDeclaration& field) const {
    if (isPlain(field) || reading_.isPutRight()) return {};
    if (!isSet(field)) return rowItems(reading_, field, entered_, clock_);
    QVariantList items;
    for (const QString& each : entered_.elements(toQt(field.name), reading_.elementsOf(field)))
      items.append(choice(each, wordsOf(field, Value(each.toStdString()), reading_.names, clock_)));
    return items;
  }

  QVariantList editor(const FieldDeclaration& field, const QString& heading, const QString& entered,
                      const QString& words, bool editable, const QString& error,
                      bool missing) const {
    QVariantList options = choicesOf(reading_, field);
    const bool many = options.size() > kChoicesOnForm;
    // A language that the programme does not name, and somebody entered.
    const auto isEntered = [&entered](const QVariant& each) {
      return each.toMap().value(QStringLiteral("name")) == entered;
    };
    if (field.kind == FieldKind::kLanguage && isPlain(field) && !entered.isEmpty() &&
        std::ranges::none_of(options, isEntered))
      options.append(choice(entered, words));
    // Among many only our own side has a place on the form.
    if (many) options = field.widget == "party" ? options.mid(0, 1) : QVariantList();
    // What is being typed stays as it is, a space at its end too.
    const QString typed = words == entered.trimmed() ? entered : words;
    const std::string_view kind = nameOf(field.kind);
    return {toQt(field.name),
            heading,
            nameOfField(field),
            inSpoken(field.hint),
            QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())),
            QLatin1String(shapeOf(field)),
            entered,
            typed,
            options,
            many,
            items(field),
            editable,
            missing,
            error};
  }

  const FormReading& reading_;
  const Entered& entered_;
  const Clock& clock_;
};

}  // namespace

QByteArrayList formFieldRoles() {
  return {"field", "heading", "label", "hint",  "kind",     "shape",   "entered",
          "words", "options", "many",  "items", "editable", "missing", "error"};
}

QList<QVariantList> formFields(const FormReading& reading, const Entered& entered,
                               const Clock& clock) {
  const FormWriter writer(reading, entered, clock);
  QList<QVariantList> rows;
  std::string group;
  for (const FieldDeclaration* field : inOrder(*reading.type)) {
    if (!writer.isShown(*field)) continue;
    QString heading;
    for (const FieldGroup& each : reading.type->groups)
      if (field->group != group && each.name == field->group) heading = inSpoken(each.label);
    group = field->group;
    rows.append(writer.row(*field, heading));
  }
  return rows;
}

QList<QVariantList> formCells(const FormReading& reading, const FieldDeclaration& field,
                              const EnteredRow& row, const Clock& clock) {
  const Entered nothing;
  const FormWriter writer(reading, nothing, clock);
  QList<QVariantList> rows;
  for (const FieldDeclaration& cell : field.cells) {
    const QString present = presentCell(reading, field, row.key, cell, clock);
    const QString entered = row.cells.value(toQt(cell.name), present);
    rows.append(writer.cell(cell, entered));
  }
  return rows;
}

QVariantList choicesOf(const FormReading& reading, const FieldDeclaration& field) {
  QVariantList choices;
  for (const Enumerator& each : field.values)
    choices.append(choice(toQt(each.name), toQt(labelIn(each.label, codeOf(spoken())))));
  if (isRating(field))
    for (int each = static_cast<int>(*field.least); each <= *field.most; ++each)
      choices.append(choice(QString::number(each), QString::number(each)));
  if (field.kind == FieldKind::kLanguage)
    for (const std::string& each : reading.languages)
      choices.append(choice(toQt(each), languageWord(each)));
  const bool party = field.widget == "party";
  if (party)
    choices.append(choice(
        QString::fromUtf8(kOurSide.data(), static_cast<qsizetype>(kOurSide.size())), ourSide()));
  // In a set of parties the partners are chosen too; one party is written, or is ours.
  const auto named = reading.offered.find(party && isSet(field) ? "partner"
                                          : field.reference     ? *field.reference
                                                                : std::string());
  if (named == reading.offered.end()) return choices;
  std::vector<std::pair<std::string, std::string>> byName;
  for (const auto& [id, name] : named->second) byName.emplace_back(name, id);
  std::ranges::sort(byName);
  for (const auto& [name, id] : byName) choices.append(choice(toQt(id), toQt(name)));
  return choices;
}

QStringList missingFields(const FormReading& reading, const Entered& entered, const Clock& clock) {
  const FormWriter writer(reading, entered, clock);
  QStringList missing;
  for (const FieldDeclaration* field : inOrder(*reading.type))
    if (writer.isMissing(*field)) missing.append(nameOfField(*field));
  return missing;
}

}  // namespace rapport
