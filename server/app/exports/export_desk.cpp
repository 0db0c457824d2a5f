#include "server/app/exports/export_desk.h"

#include <algorithm>
#include <set>

#include "server/app/exports/export_entry.h"
#include "server/app/exports/export_run.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

SecretKey freshKey(Random& random) {
  SecretKey key;
  random.fill(key.span());
  return key;
}

Error noExport() {
  return {ErrorCode::kNotFound, "There is no such export of yours any more. Make it anew."};
}

bool isOf(const ExportRequest& request, const std::string& programme, PersonId person) {
  return request.programme == programme && request.person == person;
}

bool isOver(const ExportStatus& status) {
  return status.state == ExportState::kReady || status.state == ExportState::kFailed;
}

}  // namespace

ExportDesk::ExportDesk(const ExportPlaces& places, const ExportBounds& bounds)
    : places_(places),
      bounds_(bounds),
      key_(freshKey(places.random)),
      space_(bounds.sizeBytes),
      pool_(1, meters_) {
  // Of a server that stopped: nobody has the key any more.
  for (const Disk::Entry& left : places_.disk.filesBelow(places_.folder)) {
    static_cast<void>(places_.disk.remove(left.path));
  }
}

ExportDesk::~ExportDesk() { stop(); }

void ExportDesk::stop() {
  stopping_ = true;
  pool_.stop();
}

Status ExportDesk::readable(const ExportRequest& request) {
  const std::set<std::string> distinct(request.types.begin(), request.types.end());
  if (request.types.empty() || request.types.size() > bounds_.types ||
      distinct.size() != request.types.size()) {
    return Error{ErrorCode::kInvalid,
                 "\"types\" must name kinds of records, each once and not too many."};
  }
  return places_.store.reading(request.programme, [&](ServerReader& reader) -> Status {
    const auto types = places_.types.of(reader);
    if (!types) return types.error();
    for (const std::string& name : request.types) {
      const RecordType* type = (*types)->type(std::string_view{name});
      if (type == nullptr || !mayRead(*type, request.role)) {
        return Error{ErrorCode::kNotFound,
                     "There is no kind of record \"" + name + "\" for your role."};
      }
    }
    return {};
  });
}

void ExportDesk::dropOld() {
  const WallTime now = places_.clock.wallNow();
  jobs_.remove_if([&](const std::shared_ptr<Job>& job) {
    return isOver(job->status) && job->status.begunAt + bounds_.life <= now;
  });
}

// The oldest of this person's goes, if it is over.
void ExportDesk::makeRoom(const ExportRequest& request) {
  const auto theirs = [&](const std::shared_ptr<Job>& job) {
    return isOf(job->status.request, request.programme, request.person);
  };
  while (static_cast<std::size_t>(std::ranges::count_if(jobs_, theirs)) >= bounds_.ofPerson) {
    const auto oldest = std::ranges::find_if(
        jobs_, [&](const auto& job) { return theirs(job) && isOver(job->status); });
    if (oldest == jobs_.end()) return;
    jobs_.erase(oldest);
  }
}

Result<ExportStatus> ExportDesk::begin(ExportRequest request) {
  if (const Status may = readable(request); !may) return may.error();
  const auto job = std::make_shared<Job>();
  job->status.id = makeUuidV7(places_.clock, places_.random);
  job->status.request = std::move(request);
  job->status.begunAt = places_.clock.wallNow();
  const std::lock_guard lock(mutex_);
  dropOld();
  makeRoom(job->status.request);
  const auto waiting =
      std::ranges::count_if(jobs_, [](const auto& each) { return !isOver(each->status); });
  const auto theirs = std::ranges::count_if(jobs_, [&](const auto& each) {
    return isOf(each->status.request, job->status.request.programme, job->status.request.person);
  });
  const bool full = static_cast<std::size_t>(waiting) >= bounds_.waiting ||
                    static_cast<std::size_t>(theirs) >= bounds_.ofPerson;
  if (full || !pool_.post([this, job] { run(job); })) {
    return Error{ErrorCode::kUnavailable,
                 "Too many exports are being made. Try again when one is ready."};
  }
  jobs_.push_back(job);
  return job->status;
}

std::vector<ExportStatus> ExportDesk::of(const std::string& programme, PersonId person) {
  const std::lock_guard lock(mutex_);
  dropOld();
  std::vector<ExportStatus> out;
  for (const auto& job : jobs_) {
    if (isOf(job->status.request, programme, person)) out.push_back(job->status);
  }
  std::ranges::reverse(out);
  return out;
}

Result<ExportDesk::Handed> ExportDesk::file(const std::string& programme, PersonId person, Uuid id,
                                            const std::string& name) {
  const std::lock_guard lock(mutex_);
  dropOld();
  for (const auto& job : jobs_) {
    if (job->status.id != id || !isOf(job->status.request, programme, person)) continue;
    if (job->status.state != ExportState::kReady) continue;
    for (const auto& file : job->files) {
      if (file->named().name == name) return Handed{file->named(), file};
    }
  }
  return noExport();
}

void ExportDesk::run(const std::shared_ptr<Job>& job) {
  {
    const std::lock_guard lock(mutex_);
    job->status.state = ExportState::kRunning;
  }
  settle(*job, make(*job));
  if (places_.settled) places_.settled();
}

Status ExportDesk::rowDone(Job& job) {
  if (stopping_) return Error{ErrorCode::kUnavailable, "The server is stopping. Make it anew."};
  const std::lock_guard lock(mutex_);
  ++job.status.rowsDone;
  return {};
}

Result<std::shared_ptr<ExportFile>> ExportDesk::newFile(const Job& job, const ExportedFile& named) {
  if (const Status made = places_.disk.makeFolders(places_.folder); !made) return made.error();
  const std::string path = places_.folder + "/" + job.status.id.toString() + "-" +
                           std::to_string(filesMade_.fetch_add(1));
  return ExportFile::make({path, key_, places_.disk, space_}, named);
}

Status ExportDesk::make(Job& job) {
  const ExportRequest& request = job.status.request;
  const ExportTools tools{[&](const ExportedFile& named) { return newFile(job, named); },
                          [&] { return rowDone(job); }};
  ExportOutcome outcome;
  const Status read = places_.store.reading(request.programme, [&](ServerReader& reader) -> Status {
    const auto types = places_.types.of(reader);
    if (!types) return types.error();
    std::size_t rows = 0;
    for (const std::string& name : request.types) {
      RecordQuery query;
      const RecordType* type = (*types)->type(std::string_view{name});
      if (type != nullptr) query.type = type->number;
      const auto count = reader.count(query);
      if (!count) return count.error();
      rows += *count;
    }
    {
      const std::lock_guard lock(mutex_);
      job.status.rowsTotal = rows * walksOf(request.format);
    }
    auto written = writeExport({reader, **types, request.role, request.person}, request, tools);
    if (!written) return written.error();
    outcome = std::move(*written);
    return {};
  });
  if (!read) return read;
  auto manifest = newFile(job, {"manifest.json", "application/vnd.rapport.manifest+json"});
  if (!manifest) return manifest.error();
  Status told = (*manifest)->write(manifestOf(request, outcome, job.status.begunAt));
  if (told) told = (*manifest)->finish();
  if (!told) return told;
  outcome.files.push_back(std::move(*manifest));
  {
    const std::lock_guard lock(mutex_);
    job.status.tables = std::move(outcome.tables);
    for (const auto& file : outcome.files) job.status.files.push_back(file->named());
    job.files = std::move(outcome.files);
  }
  return entered(job);
}

// Before anybody may fetch it.
Status ExportDesk::entered(Job& job) {
  ExportStatus made;
  {
    const std::lock_guard lock(mutex_);
    made = job.status;
  }
  const auto work = [&](ServerWriter& programme) -> Status {
    const auto types = places_.types.of(programme);
    if (!types) return types.error();
    return writeExportEntry(programme, places_.arbiter, **types, made);
  };
  return places_.writer.run({made.request.programme, Haste::kNow, work, nullptr});
}

void ExportDesk::settle(Job& job, const Status& made) {
  const std::lock_guard lock(mutex_);
  if (made) {
    job.status.rowsDone = job.status.rowsTotal;
    job.status.state = ExportState::kReady;
    return;
  }
  job.status.state = ExportState::kFailed;
  job.status.why = made.error().message;
  job.status.files.clear();
  job.files.clear();
}

}  // namespace rapport
