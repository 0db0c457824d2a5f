#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include "shared/base/byte_writer.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/change_codec.h"
#include "tests/shared/media/made_photos.h"
#include "tests/shared/media/made_recordings.h"
#include "tests/shared/protocol/examples.h"
#include "tests/shared/protocol/golden.h"
#include "tests/support/pact_type.h"

// Writes what each target starts from: the protocol's examples and the record types, as raw files
// under one folder a target.

namespace {

using namespace rapport;           // NOLINT: a program of its own
using namespace rapport::test;     // NOLINT
using namespace rapport::testing;  // NOLINT

void write(const std::filesystem::path& path, ByteView bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// What a coordinator's page asks (requests.cpp).
void writeRequests(const std::filesystem::path& folder) {
  const std::string at = "/api/programmes/{p}/";
  const std::string bare[] = {"session",
                              "programmes/{p}/types",
                              "programmes/{p}/overview",
                              "programmes/{p}/records?type=partner&limit=5&search=reading",
                              "programmes/{p}/records/{id}",
                              "programmes/{p}/records/{id}/history",
                              "programmes/{p}/records/{id}/answers",
                              "programmes/{p}/conflicts",
                              "programmes/{p}/officer-keys",
                              "programmes/{p}/devices",
                              "programmes/{p}/attachments/{id}"};
  int count = 0;
  for (const std::string& path : bare) {
    write(folder / ("get" + std::to_string(++count)), "GET /api/" + path);
  }
  const std::pair<std::string, std::string> posts[] = {
      {at + "records",
       R"({"type": "partner", "fields": {"name": "A", "languages": {"add": ["es"]}}})"},
      {at + "records/{id}/edit", R"({"seen": {"epoch": "1", "n": 1}, "fields": {"name": "B"}})"},
      {at + "records/{id}/edit", R"({"seen": {"epoch": "1", "n": 1}, "deleted": true})"},
      {at + "records/{id}/review",
       R"({"seen": {"epoch": "1", "n": 1}, "outcome": "has_issues", "comment": "When?"})"},
      {at + "enrolments", R"({"role": "worker", "name": "Ana"})"},
      {at + "enrolments/{id}/confirm", "{}"},
      {at + "devices/{id}/revoke", "{}"},
      {at + "officer-keys",
       R"({"public_key": "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg", "wrapped": "{}"})"},
      {"/api/sign-in", R"({"name": "Noor", "password": "wrong"})"},
      {"/api/sign-out", "{}"},
      {"/api/enrol",
       R"({"code": "04WC2K", "public_key": "AA", "device_name": "T", "signature": "AA"})"},
      {"/api/enrol/office", R"({"lookup": "AA", "nonce": "AA"})"}};
  for (const auto& [path, body] : posts) {
    std::string text = "POST ";
    text += path;
    text += '\n';
    write(folder / ("post" + std::to_string(++count)), text + body);
  }
}

// Deeds of somebody who speaks to either end of attachments (blobs.cpp): an end, then for each its
// kind, two files, and what it says of them.
void writeBlobs(const std::filesystem::path& folder) {
  const std::string brings = {0, 1, 1, 1};
  const std::string whole = {1, 1, 1, 1, '\xff', 1};
  write(folder / "office_brought", Bytes("\0", 1) + brings + whole + whole);
  const std::string wrongKind = {0, 2, 2, 1, 1, 2, 2, 1, 2, 1};
  write(folder / "office_wrong_kind", Bytes("\0", 1) + wrongKind);
  const std::string asks = {2, 0, 0, 1, 3, 0, 0, 1, 3, 0, 0, 1};
  write(folder / "office_asked", Bytes("\0", 1) + asks);
  const std::string forbidden = {10, 0, 0, 1, 8, 1, 1, 1, 9, 1, 1, 1, 9, 1};
  write(folder / "office_asked_by_a_volunteer", Bytes("\0", 1) + forbidden);
  const std::string sends = {4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 1, 4, 0, 0, 1, 1};
  write(folder / "tablet_sends", Bytes("\1", 1) + sends);
  const std::string fetches = {4, 0, 1, 2, 1, 2, 1, 4, 0, 1, 3, 1, 0, 1};
  write(folder / "tablet_fetches", Bytes("\1", 1) + fetches);
}

Bytes asInPush(ByteView first, ByteView second) {
  ByteWriter out;
  out.blob(first);
  out.blob(second);
  return out.take();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "Usage: fuzz_seeds FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  for (const std::string& name : goldensNamed("frame_")) {
    write(folder / "frames" / name, golden(name));
  }
  for (const std::string& name : goldensNamed("change")) {
    write(folder / "changes" / name, golden(name));
    write(folder / "merging" / name, asInPush(golden("change"), golden(name)));
  }
  write(folder / "changes" / "sealed_change", golden("sealed_change"));
  Change rows = exampleRowsChange();
  rows.type = kPactType;
  Change later = rows;
  ++later.dot.counter;
  write(folder / "merging" / "rows", asInPush(encodeChange(rows), encodeChange(later)));
  for (const std::string name : {"state", "state_everything", "state_rows"}) {
    write(folder / "states" / name, golden(name));
  }
  for (const DeclarationFile& file : builtInDeclarations()) {
    write(folder / "declarations" / std::filesystem::path(file.name).filename(), file.json);
  }
  for (const std::string name : {"entries.json", "record.json", "enrol_request.json"}) {
    write(folder / "entries" / name, goldenText(name));
  }
  write(folder / "entries" / "edit",
        R"({"fields": {"text": "a", "people": {"add": 2}, "codes": {"add": ["b"]}}})");
  write(folder / "entries" / "rows",
        R"({"fields": {"clauses": {"add": [{"wording": "a"}], "edit": [{"id": )"
        R"("01930000-0000-7000-8000-00000000d001", "signatures": {"add": 1}}], "remove": []}, )"
        R"("clauses/01930000-0000-7000-8000-00000000d001/wording": "b"}})");
  write(folder / "entries" / "sealed",
        R"({"fields": {"sensitive": true, "sealed": {"add": [{"body": ")" + std::string(55, 'A') +
            R"("}]}, "sealed_keys": {"add": [{"key": ")" + std::string(192, 'A') + R"("}]}}})");
  writeRequests(folder / "requests");
  writeBlobs(folder / "blobs");
  write(folder / "links" / "tls",
        "rapport://office.example.org:8443/enrol?programme=quillan&code=04WC2K&tls=1&pin=abc");
  write(folder / "links" / "plain", "rapport://[::1]:80/enrol?programme=q&code=c&tls=0");
  write(folder / "recordings" / "mp3", mp3WithNames());
  write(folder / "recordings" / "opus", opusWithNames());
  write(folder / "recordings" / "vorbis", vorbisWithNames());
  write(folder / "recordings" / "wav", wavWithNames());
  write(folder / "photos" / "jpeg", jpegWithPlace(6));
  write(folder / "photos" / "jpeg_little_endian", jpegWithPlace(3, ByteOrder::kLittle));
  write(folder / "photos" / "png", pngWithPlace(6));
  write(folder / "photos" / "webp", webpWithPlace(6));
  return 0;
}
