#include <iostream>

#include <nlohmann/json.hpp>

#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "shared/base/bytes.h"
#include "shared/crypto/digest.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/record_json.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kConflictsShown = 10'000;
constexpr std::size_t kChangesRead = 200;

Error noRecord(const std::string& id) {
  return {ErrorCode::kNotFound, "There is no record " + id + " on this tablet."};
}

ExitCode withRecord(const Place& place, const std::string& id,
                    const std::function<Status(Context&, RecordId)>& work) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto uuid = Uuid::parse(id);
  if (!uuid) return complain({ErrorCode::kInvalid, "\"" + id + "\" is not a record's id."});
  const Status done = work(**context, RecordId{*uuid});
  return done ? ExitCode::kDone : complain(done.error());
}

}  // namespace

ExitCode get(const Place& place, const std::string& id) {
  return withRecord(place, id, [&](Context& context, RecordId record) -> Status {
    const auto sheet = context.notebook().get(record);
    if (!sheet) return sheet.error();
    if (!*sheet) return noRecord(id);
    nlohmann::json line = recordLine(context.notebook(), **sheet);
    const Status added = addAttachments(line, context.notebook(), context.attachments(), **sheet);
    if (!added) return added;
    const auto review = context.notebook().reviewOf(record);
    if (!review) return review.error();
    if (*review) line["review"] = reviewLine(context.notebook(), **review);
    printLine(line);
    return {};
  });
}

ExitCode list(const Place& place, const std::string& type) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  Notebook& notebook = (*context)->notebook();
  const Status listed = notebook.each(type, [&](const RecordSheet& sheet) {
    printLine(recordLine(notebook, sheet));
    return true;
  });
  return listed ? ExitCode::kDone : complain(listed.error());
}

ExitCode history(const Place& place, const std::string& id, const std::string& field) {
  return withRecord(place, id, [&](Context& context, RecordId record) -> Status {
    const auto lines = context.notebook().past(record);
    if (!lines) return lines.error();
    if (lines->empty()) {
      const auto sheet = context.notebook().get(record);
      if (!sheet) return sheet.error();
      if (!*sheet) return noRecord(id);
    }
    for (const PastLine& line : *lines) {
      const nlohmann::json object = pastLine(context.notebook(), line, field);
      const bool told = !object["operations"].empty() || (line.line.sealed && field.empty());
      if (told) printLine(object);
    }
    std::cerr << "rapport-cli: This is what this tablet knows: its own changes, and what others "
                 "wrote that still stands. The office has the whole history.\n";
    return {};
  });
}

ExitCode handedIn(const Place& place) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  for (std::uint64_t after = 0;;) {
    const auto page = (*context)->store().changesAfter(after, kChangesRead);
    if (!page) return complain(page.error());
    for (const OwnChange& own : *page) {
      after = own.change.dot.counter;
      if (isSealedChange(own.encoded)) printLine(handedInLine((*context)->notebook(), own));
    }
    if (page->size() < kChangesRead) return ExitCode::kDone;
  }
}

ExitCode conflicts(const Place& place) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  Notebook& notebook = (*context)->notebook();
  const auto open = notebook.conflicts(kConflictsShown);
  if (!open) return complain(open.error());
  for (const RecordSheet& sheet : *open) printLine(recordLine(notebook, sheet));
  return ExitCode::kDone;
}

ExitCode inbox(const Place& place) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  Notebook& notebook = (*context)->notebook();
  const auto sentBack = notebook.inbox();
  if (!sentBack) return complain(sentBack.error());
  for (const HistoryLine& line : *sentBack) printLine(historyLine(notebook, line));
  const auto erased = notebook.erased();
  if (!erased) return complain(erased.error());
  for (const ErasedRecord& each : *erased) printLine(erasedLine(notebook, each));
  return ExitCode::kDone;
}

ExitCode status(const Place& place) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto now = (*context)->notebook().status();
  if (!now) return complain(now.error());
  const auto who = (*context)->store().enrolment();
  if (!who) return complain(who.error());
  const auto standing = (*context)->store().standing();
  if (!standing) return complain(standing.error());
  const auto files = (*context)->attachments().counts();
  if (!files) return complain(files.error());
  const auto answers = (*context)->answers().count();
  if (!answers) return complain(answers.error());
  const auto officers = (*context)->notebook().officers();
  if (!officers) return complain(officers.error());
  nlohmann::json line = {{"programme", who->programme},
                         {"person", who->personName},
                         {"role", nameOf(who->role)},
                         {"device", standing->replica.toString()},
                         {"server", who->server},
                         {"waiting", now->waiting},
                         {"sent_back", now->refused},
                         {"conflicts", now->conflicts},
                         {"records", now->records},
                         {"files_waiting", files->waiting},
                         {"files_sent_back", files->sentBack},
                         {"files_wanted", files->wanted},
                         {"answers_waiting", *answers},
                         {"officers", *officers},
                         {"last_success", nullptr},
                         {"key", "a file that only its owner may read"}};
  if (now->lastSuccess)
    line["last_success"] = timeToJson(now->lastSuccess->time_since_epoch().count());
  printLine(line);
  return ExitCode::kDone;
}

ExitCode stateHash(const Place& place) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto digest = (*context)->notebook().stateHash();
  if (!digest) return complain(digest.error());
  std::cout << toHex(viewOf(*digest)) << std::endl;
  return ExitCode::kDone;
}

}  // namespace rapport::cli
