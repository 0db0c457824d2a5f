#include <filesystem>
#include <fstream>
#include <iostream>

#include "shared/base/byte_writer.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/change_codec.h"
#include "tests/shared/media/made_photos.h"
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
  write(folder / "links" / "tls",
        "rapport://office.example.org:8443/enrol?programme=quillan&code=04WC2K&tls=1&pin=abc");
  write(folder / "links" / "plain", "rapport://[::1]:80/enrol?programme=q&code=c&tls=0");
  write(folder / "photos" / "jpeg", jpegWithPlace(6));
  write(folder / "photos" / "jpeg_little_endian", jpegWithPlace(3, ByteOrder::kLittle));
  write(folder / "photos" / "png", pngWithPlace(6));
  write(folder / "photos" / "webp", webpWithPlace(6));
  return 0;
}
