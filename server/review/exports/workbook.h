#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/review/exports/table_cell.h"
#include "server/review/exports/zip_store.h"
#include "shared/base/result.h"

namespace rapport {

// A spreadsheet as ECMA-376 has it ("XLSX"), as little of it as a table needs: one sheet a table,
// every cell a number or an inline text, nothing that computes. Why no library: DESIGN.md.
//
// Its sheets are walked twice, because a ZIP says how long a file is before it: once measured, then
// written. Both walks must tell the same.

// The rows of one sheet as XML, handed on row by row.
class SheetXml {
 public:
  explicit SheetXml(ByteSink sink) : sink_(std::move(sink)) {}

  Status begin();
  // kTooLarge: more rows than a sheet may have.
  Status row(const std::vector<TableCell>& cells);
  Status end();

  static constexpr std::size_t kMostRows = 1'048'576;
  static constexpr std::size_t kMostUnits = 32'767;  // UTF-16 units of one cell's text

 private:
  ByteSink sink_;
  std::size_t rows_ = 0;
};

class Workbook {
 public:
  // `sheets` are their names, in order; what may not stand in a name is left out, and names that
  // are the same then get a number.
  Workbook(ByteSink sink, const std::vector<std::string>& sheets);

  Status begin();
  // The next sheet; then what was measured goes through sheet().
  Status beginSheet(const Measured& measured);
  Status sheet(std::string_view xml) { return zip_.write(xml); }
  Status finish() { return zip_.finish(); }

 private:
  ZipStore zip_;
  std::vector<std::string> names_;
  std::size_t begun_ = 0;
};

// Text as XML 1.0 may hold it: signs that it may not become U+FFFD.
std::string xmlText(std::string_view text);

}  // namespace rapport
