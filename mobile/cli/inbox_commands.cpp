#include <iostream>

#include <nlohmann/json.hpp>

#include "mobile/app/follow_bell.h"
#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/sent_back.h"

// What a person does about the changes that the office sent back.

namespace rapport::cli {
namespace {

ExitCode told(Context& context, const Result<Kept>& kept) {
  if (!kept) return complain(kept.error());
  printLine(keptLine(*kept));
  FollowBell::ring(context.profile().folder());
  return ExitCode::kDone;
}

// The kind of the record that the change was about.
Result<const RecordType*> typeOf(Notebook& notebook, std::uint64_t counter) {
  const auto inbox = notebook.inbox();
  if (!inbox) return inbox.error();
  for (const HistoryLine& line : *inbox) {
    const RecordType* type = notebook.catalogue().type(line.change.type);
    if (line.change.dot.counter == counter && type != nullptr) return type;
  }
  return Error{ErrorCode::kNotFound,
               "No change " + std::to_string(counter) + " waits in this tablet's inbox."};
}

Result<std::vector<FieldEdit>> fieldsFrom(std::istream& in, const RecordType& type) {
  std::string line;
  std::getline(in, line);
  if (line.empty()) return std::vector<FieldEdit>{};
  const auto parsed = parseBoundedJson(line, limits::kChangeBytes);
  if (!parsed) return parsed.error();
  return fieldsFromJson(type, *parsed);
}

}  // namespace

ExitCode sendAgain(const Place& place, std::uint64_t counter) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  Notebook& notebook = (*context)->notebook();
  const auto type = typeOf(notebook, counter);
  if (!type) return complain(type.error());
  auto instead = fieldsFrom(std::cin, **type);
  if (!instead) return complain(instead.error());
  return told(**context, rapport::sendAgain(notebook, counter, *std::move(instead)));
}

ExitCode handOver(const Place& place, std::uint64_t counter, const std::string& words) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  return told(**context, rapport::handOver((*context)->notebook(), counter, words, "en"));
}

ExitCode discard(const Place& place, std::uint64_t counter) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  Notebook& notebook = (*context)->notebook();
  if (const auto there = typeOf(notebook, counter); !there) return complain(there.error());
  const Status gone = notebook.dismiss(counter);
  return gone ? ExitCode::kDone : complain(gone.error());
}

ExitCode putAway(const Place& place, const std::string& id) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto record = Uuid::parse(id);
  if (!record) return complain({ErrorCode::kInvalid, id + " is no record's id."});
  const Status gone = (*context)->notebook().putAwayErased(RecordId{*record});
  return gone ? ExitCode::kDone : complain(gone.error());
}

}  // namespace rapport::cli
