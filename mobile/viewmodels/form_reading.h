#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mobile/viewmodels/partners_reading.h"
#include "shared/base/clock.h"
#include "shared/merge/change.h"
#include "shared/model/access.h"
#include "shared/sync/notebook.h"

namespace rapport {

// What a declared form is made for.
struct FormAim {
  std::string record{};           // its id; empty: a new one
  std::string type{};             // of a new one
  std::string about{};            // a record that the new one is about, or empty
  std::uint32_t formVersion = 0;  // of a new one that was begun under it; 0: the newest
  std::uint64_t sentBack = 0;     // the counter of the change to put right; 0: none
  bool operator==(const FormAim&) const = default;
};

// What such a form shows and writes to, as it stood when it was opened.
struct FormReading {
  std::shared_ptr<const RecordSheet> sheet{};  // as it was shown; null: the record is new
  const RecordType* type = nullptr;
  std::optional<Change> sentBack{};
  bool sealed = false;  // what was sent back cannot be read here any more: it is written again
  std::string reason{};
  NameOf names{};                           // of every record that a field may name
  std::map<std::string, NameOf> offered{};  // the same by type
  std::vector<std::string> languages{};     // the programme's, the main one first
  Role role = Role::kWorker;
  std::string aboutType{};  // of the record that this one is about; empty: of none

  // As it was written, each field of it.
  bool isPutRight() const { return sentBack && !sealed; }
  // May this person give the field another value here?
  bool mayEdit(const FieldDeclaration& field) const;
  const Operation* sentBackOf(const FieldDeclaration& field) const;
  // What stands, as the form spells it: of a register its text, of a set its elements.
  QString presentOf(const FieldDeclaration& field, const Clock& clock) const;
  QStringList elementsOf(const FieldDeclaration& field) const;
};

// kNotFound: the record is no longer on this tablet, or nobody here knows such a type.
Result<FormReading> readForm(Notebook& notebook, const FormAim& aim);

}  // namespace rapport
