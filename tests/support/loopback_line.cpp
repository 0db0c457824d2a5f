#include <gtest/gtest.h>

#include "tests/support/loopback.h"

namespace rapport::testing {

LoopbackLine::LoopbackLine(LoopbackOffice& office, LoopbackTablet& tablet)
    : LoopbackLine(office, tablet.newSession()) {}

LoopbackLine::LoopbackLine(LoopbackOffice& office, std::unique_ptr<ClientSession> client)
    : office_(office),
      client_(std::move(client)),
      server_(office.types(), office.clock(), office.random(), &office.arbiter(), office.opens()) {
  serverDid(server_.opened());
}

void LoopbackLine::serverDid(ServerStep step) {
  for (Bytes& frame : step.frames) down_.push_back(std::move(frame));
  closed_ = closed_ || step.close;
  if (step.unknownCursor) office_.noticeRestore(*step.unknownCursor);
  if (step.offered) {
    const Status joined = office_.join(*step.offered);
    using Told = Result<std::vector<FrameVerdict>>;
    serverDid(server_.pushed(joined ? Told{std::vector<FrameVerdict>{}} : Told{joined.error()}));
  }
  if (step.push) serverDid(server_.pushed(office_.take(*step.push)));
  if (step.fork) {
    const Status forked = office_.fork(*server_.replica(), *step.fork);
    office_.read([&](ServerReader& reader) { serverDid(server_.forked(forked, reader)); });
  }
  if (step.drop) serverDid(server_.kept(office_.keep(*step.drop)));
  if (step.begun) {
    serverDid(server_.keptDrafts(office_.keep(*server_.replica(), *step.begun)));
  }
}

void LoopbackLine::clientDid(ClientStep step) {
  for (Bytes& frame : step.frames) up_.push_back(std::move(frame));
  for (AttachmentNews& news : step.attachments) attachmentNews_.push_back(std::move(news));
  for (ReceiptNews& news : step.receipts) receipts_.push_back(std::move(news));
  if (step.refusal) refusal_ = std::move(step.refusal);
  closed_ = closed_ || step.close;
  cleared_ = cleared_ || step.clear;
}

bool LoopbackLine::carryUp() {
  if (up_.empty()) return false;
  const Bytes frame = std::move(up_.front());
  up_.pop_front();
  bytesUp_ += frame.size();
  if (server_.replica() && ServerAttachments::isFor(frame)) {
    blobsDid(frame);
    return true;
  }
  office_.read([&](ServerReader& reader) { serverDid(server_.receive(frame, &reader)); });
  return true;
}

void LoopbackLine::blobsDid(const Bytes& frame) {
  if (kindOf(frame) == FrameKind::kAttachmentChunk) {
    blobBytesUp_ += std::get<AttachmentChunk>(*decodeFrame(frame)).bytes.size();
  }
  if (!blobs_) blobs_.emplace(office_.attachments(), server_.programme(), *server_.replica());
  ServerAttachmentStep step = blobs_->receive(frame);
  if (step.frame && kindOf(*step.frame) == FrameKind::kAttachmentChunk) {
    blobBytesDown_ += std::get<AttachmentChunk>(*decodeFrame(*step.frame)).bytes.size();
  }
  if (step.frame) down_.push_back(*std::move(step.frame));
  if (step.refusal) serverDid(server_.end(step.refusal->code, step.refusal->message));
}

std::optional<FrameKind> LoopbackLine::nextUp() const {
  return up_.empty() ? std::nullopt : kindOf(up_.front());
}

bool LoopbackLine::carryDown() {
  if (down_.empty()) return false;
  const Bytes frame = std::move(down_.front());
  down_.pop_front();
  bytesDown_ += frame.size();
  ++framesDown_;
  clientDid(client_->receive(frame));
  return true;
}

bool LoopbackLine::step() {
  if (carryDown() || carryUp()) return true;
  if (server_.wantsPull()) {
    office_.read([&](ServerReader& reader) { serverDid(server_.pull(reader)); });
    return true;
  }
  return rest();
}

bool LoopbackLine::rest() {
  if (client_->progress().folded) return false;
  clientDid(client_->rest());
  return true;
}

void LoopbackLine::exchange() {
  constexpr int kSteps = 1'000'000;
  for (int steps = 0; step(); ++steps) {
    if (steps == kSteps) {
      ADD_FAILURE() << "the exchange never ends";
      return;
    }
  }
}

void LoopbackLine::wrote() { clientDid(client_->changed()); }

void LoopbackLine::marked() { server_.mark(); }

void syncOnce(LoopbackOffice& office, LoopbackTablet& tablet) {
  LoopbackLine line(office, tablet);
  line.exchange();
  EXPECT_FALSE(line.refusal()) << line.refusal()->message;
  EXPECT_TRUE(line.progress().caughtUp);
}

}  // namespace rapport::testing
