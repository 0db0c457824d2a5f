#include "server/app/writer.h"

#include <algorithm>
#include <future>
#include <utility>

namespace rapport {
namespace {

Error stoppingError() {
  return {ErrorCode::kUnavailable,
          "The server is stopping. Nothing was written; try again in a moment."};
}

Error fullError() {
  return {ErrorCode::kUnavailable,
          "The server has more to write than it can take. Nothing was written; try again in a "
          "moment."};
}

// The disk's or the database's, not a job's own.
bool isOfStore(const Error& error) {
  return error.code == ErrorCode::kStorageFull || error.code == ErrorCode::kStorageFailed ||
         error.code == ErrorCode::kUnavailable || error.code == ErrorCode::kInternal;
}

// A disk that is full fails a job first; the commit after it only finds nothing left to commit.
Status causeOf(const std::vector<Status>& outcomes, const Status& committed) {
  for (const Status& each : outcomes) {
    if (!each && each.error().code == ErrorCode::kStorageFull) return each;
  }
  return committed;
}

}  // namespace

Writer::Writer(ServerStore& store, std::function<void(const Mark&)> onMark, Meters& meters,
               WriterOptions options)
    : store_(store),
      onMark_(std::move(onMark)),
      meters_(meters),
      options_(std::move(options)),
      thread_([this] { loop(); }) {}

Writer::~Writer() { stop(); }

Status Writer::submit(WriteJob job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_) return stoppingError();
    if (urgent_.size() + lazy_.size() >= options_.queueLimit) return fullError();
    if (job.haste == Haste::kLazy && lazy_.empty()) lazySince_ = std::chrono::steady_clock::now();
    (job.haste == Haste::kNow ? urgent_ : lazy_).push_back(std::move(job));
    meters_.writerQueue.set(urgent_.size() + lazy_.size());
  }
  wake_.notify_one();
  return {};
}

Status Writer::run(WriteJob job) {
  std::promise<Status> outcome;
  std::future<Status> told = outcome.get_future();
  job.done = [&outcome](const Status& status) { outcome.set_value(status); };
  const Status taken = submit(std::move(job));
  return taken ? told.get() : taken;
}

void Writer::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Writer::loop() {
  while (true) {
    Group group = nextGroup();
    if (group.empty()) return;
    write(group);
  }
}

bool Writer::mustWait(std::chrono::steady_clock::time_point now) const {
  if (stopping_ || !urgent_.empty()) return false;
  return lazy_.empty() || now < lazySince_ + options_.lazyWait;
}

Writer::Group Writer::nextGroup() {
  std::unique_lock lock(mutex_);
  while (mustWait(std::chrono::steady_clock::now())) {
    if (lazy_.empty()) {
      wake_.wait(lock);
    } else {
      wake_.wait_until(lock, lazySince_ + options_.lazyWait);
    }
  }
  Group group;
  std::size_t sizeBytes = 0;
  const auto full = [&] {
    return group.size() >= options_.jobsPerCommit || sizeBytes >= options_.bytesPerCommit;
  };
  for (std::deque<WriteJob>* queue : {&urgent_, &lazy_}) {
    while (!queue->empty() && !full()) {
      sizeBytes += queue->front().sizeBytes;
      group.push_back(std::move(queue->front()));
      queue->pop_front();
    }
  }
  meters_.writerQueue.set(urgent_.size() + lazy_.size());
  return group;
}

Status Writer::runJob(ServerStore::Transaction& transaction, const WriteJob& job, Company company) {
  const Result<ServerWriter*> programme = transaction.programme(job.programme);
  if (!programme) return programme.error();
  ServerWriter& writer = **programme;
  if (company == Company::kAlone) return job.work(writer);
  return writer.inSavepoint([&job, &writer] { return job.work(writer); });
}

void Writer::counted(const Group& group, std::chrono::steady_clock::duration took) {
  std::size_t changes = 0;
  for (const WriteJob& job : group) {
    if (job.haste == Haste::kNow) changes += job.changes;
  }
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  meters_.commits.observe(static_cast<std::uint64_t>(micros));
  if (changes > 0) meters_.changesPerCommit.observe(changes);
}

void Writer::write(Group& group) {
  const auto begun = std::chrono::steady_clock::now();
  std::vector<Status> outcomes(group.size());
  std::map<std::string, Number> changed;
  const Status committed = store_.inTransaction([&](ServerStore::Transaction& transaction) {
    // What a job alone fails to do is undone with the transaction, without keeping each page twice.
    const Company company = group.size() == 1 ? Company::kAlone : Company::kAmongOthers;
    for (std::size_t i = 0; i < group.size(); ++i) {
      outcomes[i] = runJob(transaction, group[i], company);
      if (!outcomes[i] && company == Company::kAlone) return outcomes[i];
      if (outcomes[i] && group[i].haste == Haste::kNow) changed[group[i].programme] = {};
    }
    for (auto& [name, number] : changed) {
      const Result<ServerWriter*> programme = transaction.programme(name);
      if (!programme) return Status{programme.error()};
      const Result<ProgrammeRow> row = (*programme)->programme();
      if (!row) return Status{row.error()};
      number = {row->epoch, row->lastNumber};
    }
    return Status{};
  });
  if (committed) counted(group, std::chrono::steady_clock::now() - begun);
  const Status failure = committed ? Status{} : causeOf(outcomes, committed);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (group[i].done) group[i].done(committed ? outcomes[i] : failure);
  }
  if (!committed) {
    if (isOfStore(failure.error())) {
      meters_.commitsFailed.add();
      if (options_.failed) options_.failed(failure.error());
    }
    return;
  }
  for (const auto& [name, number] : changed) onMark_({name, number});
}

}  // namespace rapport
