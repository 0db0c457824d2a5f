#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/result.h"
#include "shared/protocol/frame_codec.h"

namespace rapport {

// Parts that several frames are made of. Private to the codec. Readers fail the ByteReader on
// anything malformed.

inline constexpr std::size_t kMacBytes = 64;  // at most; version 1 writes 16
inline constexpr std::size_t kSignatureBytes = 64;

void writeNumber(ByteWriter& out, const Number& number);
Number readNumber(ByteReader& in);

void writeOptionalNumber(ByteWriter& out, const std::optional<Number>& number);
std::optional<Number> readOptionalNumber(ByteReader& in);

void writeCursor(ByteWriter& out, const Cursor& cursor);
Cursor readCursor(ByteReader& in);

void writeTime(ByteWriter& out, const HybridTime& time);
HybridTime readTime(ByteReader& in);

void writeDot(ByteWriter& out, const Dot& dot);
Dot readDot(ByteReader& in);

void writeDigest(ByteWriter& out, const Digest& digest);
Digest readDigest(ByteReader& in);

void writeIds(ByteWriter& out, const std::vector<RecordId>& ids);
std::vector<RecordId> readIds(ByteReader& in);

VerdictStage readStage(ByteReader& in);

void writeVerdicts(ByteWriter& out, const Verdicts& verdicts);
Verdicts readVerdicts(ByteReader& in);

// Of one record.
void writeReceipts(ByteWriter& out, const std::vector<StateReceipt>& receipts);
std::vector<StateReceipt> readReceipts(ByteReader& in);

// A sentence for people, as long as the other end takes it: cut between characters, and left out
// if it is no text at all.
std::string sentenceToSend(std::string_view sentence);
std::string readSentence(ByteReader& in);

Error malformedFrame();

template <typename T>
Result<Frame> wholeOrMalformed(const ByteReader& in, T frame) {
  if (in.finished()) return Frame{std::move(frame)};
  return malformedFrame();
}

}  // namespace rapport
