#include "server/review/exports/workbook.h"

#include <algorithm>

namespace rapport {
namespace {

constexpr const char* kXml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                             "\n";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kOffice =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* kPackage = "http://schemas.openxmlformats.org/package/2006";
constexpr const char* kReplacement = "\xEF\xBF\xBD";
constexpr const char* kCut = " […]";
constexpr std::size_t kNameSigns = 31;

std::string sheetName(const std::string& name) {
  std::string out;
  for (const char c : name) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) out += c;
  }
  return out.substr(0, kNameSigns);
}

std::vector<std::string> sheetNames(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const std::string& name : names) {
    std::string next = sheetName(name);
    for (int n = 2; next.empty() || std::ranges::find(out, next) != out.end(); ++n) {
      const std::string number = " " + std::to_string(n);
      next = sheetName(name).substr(0, kNameSigns - number.size()) + number;
    }
    out.push_back(std::move(next));
  }
  return out;
}

// How many bytes a sign has, by its first one; the text is UTF-8 that was checked where it came in.
std::size_t signBytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// As much of it as a cell may hold, and a mark where that is not all.
std::string cellText(const std::string& text) {
  std::size_t units = 0, at = 0, kept = 0;
  const std::size_t room = SheetXml::kMostUnits - 4;
  while (at < text.size()) {
    const std::size_t bytes = signBytes(text[at]);
    units += bytes == 4 ? 2 : 1;
    at += bytes;
    if (units <= room) kept = at;
  }
  return units <= SheetXml::kMostUnits ? text : text.substr(0, kept) + kCut;
}

}  // namespace

std::string xmlText(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool allowed = static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n';
    const std::string_view rest = text.substr(i);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\r') {
      out += "&#13;";
    } else if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      out += kReplacement;
      i += 2;
    } else if (allowed) {
      out += c;
    } else {
      out += kReplacement;
    }
  }
  return out;
}

Status SheetXml::begin() {
  return sink_(std::string(kXml) + "<worksheet xmlns=\"" + kMain + "\"><sheetData>");
}

Status SheetXml::row(const std::vector<TableCell>& cells) {
  if (++rows_ > kMostRows) {
    return Error{ErrorCode::kTooLarge,
                 "A spreadsheet has no room for so many rows. Choose CSV instead."};
  }
  std::string xml = "<row>";
  for (const TableCell& cell : cells) {
    if (cell.text.empty()) {
      xml += "<c/>";
    } else if (cell.isNumber) {
      xml += "<c><v>" + xmlText(cell.text) + "</v></c>";
    } else {
      xml += R"(<c t="inlineStr"><is><t xml:space="preserve">)" + xmlText(cellText(cell.text)) +
             "</t></is></c>";
    }
  }
  return sink_(xml + "</row>");
}

Status SheetXml::end() { return sink_("</sheetData></worksheet>"); }

Workbook::Workbook(ByteSink sink, const std::vector<std::string>& sheets)
    : zip_(std::move(sink)), names_(sheetNames(sheets)) {}

Status Workbook::begin() {
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  std::string parts = std::string(kXml) + "<Types xmlns=\"" + kPackage + "/content-types\">" +
                      R"(<Default Extension="rels" ContentType=")" +
                      "application/vnd.openxmlformats-package.relationships+xml\"/>" +
                      R"(<Override PartName="/xl/workbook.xml" ContentType=")" + type +
                      "sheet.main+xml\"/>";
  std::string sheets =
      std::string(kXml) + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"" + kOffice + "\"><sheets>";
  std::string links =
      std::string(kXml) + "<Relationships xmlns=\"" + kPackage + "/relationships\">";
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string part = "worksheets/sheet" + number + ".xml";
    parts += "<Override PartName=\"/xl/" + part + "\" ContentType=\"" + type + "worksheet+xml\"/>";
    sheets += "<sheet name=\"" + xmlText(names_[i]) + "\" sheetId=\"" + number + "\" r:id=\"rId" +
              number + "\"/>";
    links += "<Relationship Id=\"rId" + number + "\" Type=\"" + kOffice + "/worksheet\" Target=\"" +
             part + "\"/>";
  }
  const std::string root = std::string(kXml) + "<Relationships xmlns=\"" + kPackage +
                           "/relationships\"><Relationship Id=\"rId1\" Type=\"" + kOffice +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
  for (const Status& written :
       {zip_.add("[Content_Types].xml", parts + "</Types>"), zip_.add("_rels/.rels", root),
        zip_.add("xl/workbook.xml", sheets + "</sheets></workbook>"),
        zip_.add("xl/_rels/workbook.xml.rels", links + "</Relationships>")}) {
    if (!written) return written;
  }
  return {};
}

Status Workbook::beginSheet(const Measured& measured) {
  return zip_.begin("xl/worksheets/sheet" + std::to_string(++begun_) + ".xml", measured);
}

}  // namespace rapport
