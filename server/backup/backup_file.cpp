#include "server/backup/backup_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "server/backup/backup_reader.h"
#include "shared/base/byte_writer.h"

namespace rapport {
namespace {

constexpr const char* kUnfinished = ".part";

}  // namespace

Result<std::unique_ptr<BackupWriter>> BackupWriter::begin(const std::string& path,
                                                          const SealingPublicKey& reader,
                                                          Random& random) {
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) {
    return Error{ErrorCode::kConflict,
                 path + " is there already. Nothing was changed; choose another name."};
  }
  Result<NewFile> file = NewFile::open(path + kUnfinished);
  if (!file) return file.error();
  std::unique_ptr<BackupWriter> writer(new BackupWriter(path, *std::move(file)));
  auto stream = SealedStreamWriter::begin(reader, random, [to = writer.get()](ByteView bytes) {
    to->sizeBytes_ += bytes.size();
    return to->file_.write(bytes);
  });
  if (!stream) return stream.error();
  writer->stream_ = std::make_unique<SealedStreamWriter>(*std::move(stream));
  return writer;
}

Status BackupWriter::addPlain(ByteView plain) {
  plainHash_.add(plain);
  plainBytes_ += plain.size();
  return stream_->add(plain);
}

Status BackupWriter::beginEntry(const std::string& name, std::uint64_t sizeBytes) {
  ByteWriter out;
  out.byte(static_cast<std::uint8_t>(name.size()));
  out.raw(name);
  out.fixed64(sizeBytes);
  return addPlain(out.bytes());
}

Status BackupWriter::add(const std::string& name, ByteView contents) {
  if (Status begun = beginEntry(name, contents.size()); !begun) return begun;
  return addPlain(contents);
}

Status BackupWriter::addFile(const std::string& name, const std::string& path) {
  const Error unreadable{ErrorCode::kStorageFailed, path + " could not be read to its end."};
  std::error_code failure;
  std::uint64_t left = std::filesystem::file_size(path, failure);
  std::ifstream file(path, std::ios::binary);
  if (failure || !file) return unreadable;
  if (Status begun = beginEntry(name, left); !begun) return begun;
  Bytes block(kSealedBlockBytes, '\0');
  while (left > 0) {
    const std::size_t next = std::min<std::uint64_t>(left, block.size());
    if (!file.read(block.data(), static_cast<std::streamsize>(next))) return unreadable;
    if (Status added = addPlain(ByteView(block).substr(0, next)); !added) return added;
    left -= next;
  }
  return {};
}

Status BackupWriter::readBack() {
  auto stream = SealedStreamReader::begin(stream_->key(), readFrom(file_.path()));
  if (!stream) return stream.error();
  Sha256Stream hash;
  for (std::uint64_t left = plainBytes_; left > 0;) {
    const std::size_t next = std::min<std::uint64_t>(left, kSealedBlockBytes);
    const Result<Bytes> plain = stream->take(next);
    if (!plain) return plain.error();
    hash.add(*plain);
    left -= next;
  }
  if (Status whole = stream->finish(); !whole) return whole;
  if (hash.finish() == plainHash_.finish()) return {};
  return Error{ErrorCode::kStorageFailed, "it is not what was written."};
}

Status BackupWriter::finish() {
  ByteWriter end;
  end.byte(0);
  if (Status ended = addPlain(end.bytes()); !ended) return ended;
  if (Status sealed = stream_->finish(); !sealed) return sealed;
  if (Status synced = file_.sync(); !synced) return synced;
  if (const Status same = readBack(); !same) {
    return Error{ErrorCode::kStorageFailed,
                 "The backup was written, and could not be read back: " + same.error().message +
                     " The disk it is on is not to be trusted; choose another."};
  }
  return file_.placeAs(path_);
}

}  // namespace rapport
