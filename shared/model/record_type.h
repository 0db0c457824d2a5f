#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/spelling.h"
#include "shared/model/value.h"

namespace rapport {

enum class FieldKind : std::uint8_t {
  kText,
  kLongText,
  kNumber,
  kDecimal,
  kBoolean,
  kDate,
  kTime,
  kDateTime,
  kEnumeration,
  kReference,
  kLanguage,
  kPlace,
  kRow
};

// What two offline edits of one field become (merge/MERGE.md).
enum class MergeRule : std::uint8_t {
  kLatest,
  kAsk,
  kImmutable,
  kUnion,
  kAppend,
  kCount,
  kMin,
  kMax,
  kOr,
  kStatus,
  kConsent,
  kRows
};

// 0 may be shared, 1 staff, 2 personal, 3 special, 4 sealed.
enum class Sensitivity : std::uint8_t { kShareable, kStaff, kPersonal, kSpecial, kSealed };

enum class Role : std::uint8_t { kVolunteer, kWorker, kCoordinator, kSafeguarding, kAdmin };

// The words that declarations, exports and the console use: "long_text", "ask", "safeguarding".
std::string_view nameOf(FieldKind kind);
std::string_view nameOf(MergeRule rule);
std::string_view nameOf(Role role);
std::optional<FieldKind> kindNamed(std::string_view name);
std::optional<MergeRule> ruleNamed(std::string_view name);
std::optional<Role> roleNamed(std::string_view name);

// A label in the languages of the screens; `en` is always there.
using Label = std::map<std::string, std::string>;

struct Enumerator {
  std::string name;  // snake case, for life
  Label label;
  std::uint32_t rank = 0;  // of a status: the larger is the more advanced
  bool final = false;      // of a status: rivals that are final are asked
};

// Fulfilled while the field, an enumeration, holds one of the values. No field: always.
struct Condition {
  std::string field;
  std::vector<std::string> values;
};

struct FieldDeclaration {
  FieldNumber number = 0;
  std::string name;
  Label label;
  Label hint;  // a sentence where a person would wonder; may be empty
  FieldKind kind = FieldKind::kText;
  MergeRule rule = MergeRule::kLatest;
  Sensitivity sensitivity = Sensitivity::kStaff;
  std::vector<Enumerator> values;          // of an enumeration or status
  std::optional<std::string> reference;    // the type that a reference names
  std::optional<double> least, most;       // of a number
  std::optional<std::uint32_t> maxLength;  // of text, in characters
  std::optional<Spelling> spelling;        // of text that programs read
  bool required = false;    // screens ask for it and review flags it; sync never refuses for it
  bool neverFalls = false;  // of an `or`: true stays true (revoked, sensitive)
  bool belongs = false;     // names the record that this one belongs to, and is erased with
  std::set<Role> readers, writers;      // who may, where narrower than the type; empty: as the type
  std::vector<FieldDeclaration> cells;  // of a row, ascending by number
  std::string inRow;                    // of a cell of `rows`: the name of the field it stands in
  std::string widget;                   // layout hint for editors; may be empty
  std::string group;                    // the type's group it is shown in; may be empty
  Condition shownWhen, requiredWhen;    // hints for editors and review; sync never refuses for them

  const Enumerator* enumerator(std::string_view value) const;
  const FieldDeclaration* cell(std::string_view cellName) const;
  const FieldDeclaration* cell(FieldNumber cellNumber) const;
};

// Fields shown together under a heading, in the order of the type's groups; what has no group comes
// first.
struct FieldGroup {
  std::string name;
  Label label;
};

struct RecordType {
  TypeNumber number = 0;
  std::string name;
  std::uint32_t formVersion = 1;
  Label label, plural;
  std::string icon;
  std::string area;       // where lists and menus keep it (menu_area.h)
  bool everyday = false;  // worth a place of its own among lists and counts
  bool reviewed = true;   // what comes from the field waits for somebody to read it
  bool drop = false;      // never a record: comes in apart, linked to nobody, and no role reads it
  std::vector<std::string>
      title;  // the fields that name a record in a list, first that is filled wins
  std::set<Role> readers, writers;
  std::optional<std::string>
      sealedWhen;  // an `or` field: while true only safeguarding reads the record
  std::vector<FieldGroup> groups;
  std::vector<FieldDeclaration> fields;  // ascending by number

  const FieldDeclaration* field(std::string_view fieldName) const;
  const FieldDeclaration* field(FieldNumber fieldNumber) const;
};

// Of a drop: the date that holds its week's Monday, the only time that is kept of an answer.
inline constexpr std::string_view kWeekField = "week";
// Of a drop: the reference that says what its answers are about; null where there is none.
const FieldDeclaration* subjectOf(const RecordType& type);

// "The field NAME of TYPE", to begin a sentence with.
std::string placeOf(const RecordType& type, const FieldDeclaration& field);

}  // namespace rapport
