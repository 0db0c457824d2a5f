#include "shared/merge/value_codec.h"

#include <limits>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"

namespace rapport {
namespace {

enum Tag : std::uint8_t {
  kCleared = 0,
  kFalse = 1,
  kTrue = 2,
  kInteger = 3,
  kDecimal = 4,
  kText = 5,
  kStatus = 6,
  kConsent = 7,
  kRow = 8
};

constexpr auto kMax32 = std::numeric_limits<std::uint32_t>::max();

struct Encode {
  ByteWriter& out;

  void operator()(std::monostate) { out.byte(kCleared); }
  void operator()(bool value) { out.byte(value ? kTrue : kFalse); }
  void operator()(std::int64_t value) {
    out.byte(kInteger);
    out.zigzag(value);
  }
  void operator()(double value) {
    out.byte(kDecimal);
    out.float64(value);
  }
  void operator()(const std::string& value) {
    out.byte(kText);
    out.blob(value);
  }
  void operator()(const StatusValue& value) {
    out.byte(kStatus);
    out.varint(value.generation);
    out.blob(value.state);
  }
  void operator()(const ConsentValue& value) {
    out.byte(kConsent);
    out.varint(value.generation);
    out.byte(static_cast<std::uint8_t>(value.answer));
    out.byte(value.evidence ? 1 : 0);
    if (value.evidence) out.uuid(value.evidence->uuid);
  }
  void operator()(const RowValue& value) {
    out.byte(kRow);
    out.varint(value.cells.size());
    for (const auto& [number, cell] : value.cells) {
      out.varint(number);
      std::visit(*this, cell);
    }
  }
};

std::string decodeText(ByteReader& in, std::size_t maxBytes) {
  const ByteView text = in.blob(maxBytes);
  if (!isText(text)) in.fail();
  return in.ok() ? std::string{text} : std::string{};
}

ConsentValue decodeConsent(ByteReader& in) {
  ConsentValue value;
  value.generation = static_cast<std::uint32_t>(in.upTo(kMax32));
  value.answer =
      static_cast<ConsentAnswer>(in.upTo(static_cast<std::uint64_t>(ConsentAnswer::kWithdrawn)));
  if (in.upTo(1) == 1) value.evidence = RecordId{in.uuid()};
  return value;
}

RowValue::Cell decodeCell(ByteReader& in) {
  switch (in.byte()) {
    case kFalse:
      return false;
    case kTrue:
      return true;
    case kInteger:
      return in.zigzag();
    case kDecimal:
      return in.float64();
    case kText:
      return decodeText(in, limits::kTextBytes);
    default:
      in.fail();
      return false;
  }
}

RowValue decodeRow(ByteReader& in) {
  RowValue row;
  const std::size_t cells = in.count(limits::kRowCells);
  for (std::size_t i = 0; i < cells && in.ok(); ++i) {
    const auto number = static_cast<FieldNumber>(in.upTo(kMax32));
    if (!row.cells.empty() && number <= row.cells.back().first) in.fail();
    row.cells.emplace_back(number, decodeCell(in));
  }
  return row;
}

}  // namespace

void encodeValue(ByteWriter& out, const Value& value) { std::visit(Encode{out}, value); }

Value decodeValue(ByteReader& in) {
  switch (in.byte()) {
    case kCleared:
      return {};
    case kFalse:
      return false;
    case kTrue:
      return true;
    case kInteger:
      return in.zigzag();
    case kDecimal:
      return in.float64();
    case kText:
      return decodeText(in, limits::kTextBytes);
    case kStatus: {
      const auto generation = static_cast<std::uint32_t>(in.upTo(kMax32));
      return StatusValue{generation, decodeText(in, limits::kNameBytes)};
    }
    case kConsent:
      return decodeConsent(in);
    case kRow:
      return decodeRow(in);
    default:
      in.fail();
      return {};
  }
}

}  // namespace rapport
