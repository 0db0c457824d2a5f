#include "shared/protocol/frame_codec.h"
#include "shared/protocol/packing.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {
namespace {

bool speaksCbor(const Frame& frame) {
  return std::holds_alternative<Welcome>(frame) || std::holds_alternative<Accepted>(frame) ||
         std::holds_alternative<Refusal>(frame) || std::holds_alternative<Pull>(frame) ||
         std::holds_alternative<Fork>(frame);
}

}  // namespace

void tryBytes(ByteView bytes) {
  const auto frame = decodeFrame(bytes);
  if (!frame) return;
  const Bytes again = std::visit([](const auto& each) { return encodeFrame(each); }, *frame);
  const auto reread = decodeFrame(again);
  demand(reread.ok(), "what was read can be written and read again");
  demand(*reread == *frame, "what was read reads the same when it is written again");
  if (speaksCbor(*frame)) return;
  demand(unpackFrame(again)->body == unpackFrame(bytes)->body, "a message has one spelling");
}

}  // namespace rapport::fuzz
