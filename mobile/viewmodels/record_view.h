#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/merge/read.h"
#include "shared/model/iso_time.h"
#include "shared/model/label_text.h"
#include "shared/model/value_text.h"
#include "shared/sync/notebook.h"

namespace rapport {

// A record sheet read by field names. A field that nobody wrote, or that this form does not have,
// reads as empty. Borrows the sheet.
class RecordView {
 public:
  explicit RecordView(const RecordSheet& sheet) : sheet_(sheet) {}

  std::string id() const { return sheet_.state.id.toString(); }
  // Registers as text: the provisional winner of a conflict; a status by its state, a consent by
  // its answer.
  std::string text(std::string_view field) const;
  bool yes(std::string_view field) const;
  std::int64_t count(std::string_view field) const;
  std::int64_t countOf(std::string_view field, ReplicaId replica) const;
  // Of a set its elements; of rows that merge cell by cell the text of each.
  std::vector<std::string> elements(std::string_view field) const;
  std::vector<RowValue> rows(std::string_view field) const;
  std::optional<ZonedTime> time(std::string_view field) const;
  std::optional<std::chrono::year_month_day> date(std::string_view field) const;
  bool conflicted(std::string_view field) const;
  // Who wrote what stands in a register, where and when; null if nobody did.
  const Head* writer(std::string_view field) const;
  bool needsPerson() const { return rapport::needsPerson(*sheet_.type, sheet_.state); }
  // The first filled of the type's title fields.
  std::string title() const;
  // The same, but a title that is kept in several languages ("name_en") in this one ("name_es"),
  // where it has been written.
  std::string titleIn(const std::string& language) const;

 private:
  std::optional<FieldReading> reading(std::string_view field) const;

  const RecordSheet& sheet_;
};

// The label of an enumerator in this language, English if it has none; the name itself if unknown.
std::string labelOf(const RecordType& type, std::string_view field, std::string_view name,
                    const std::string& language);

}  // namespace rapport
