#include <iostream>
#include <thread>

#include <nlohmann/json.hpp>

#include "mobile/app/follow_bell.h"
#include "mobile/cli/commands.h"
#include "mobile/cli/lines.h"
#include "shared/base/limits.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/dot_text.h"
#include "shared/model/bounded_json.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/answers.h"

namespace rapport::cli {
namespace {

using Json = nlohmann::json;

Error notFound(const std::string& id) {
  return Error{ErrorCode::kNotFound, "There is no record " + id + " on this tablet."};
}

// Each line is parsed alone, and would call itself the first.
std::string withoutLine(std::string message) {
  constexpr std::string_view kFirst = "line 1, ";
  return message.starts_with(kFirst) ? message.substr(kFirst.size()) : message;
}

// Says nothing of the answer, that nobody may later name it.
Result<Json> putAnswer(Context& context, const RecordType& type, const JsonEntry& entry) {
  if (entry.id || entry.deletion) {
    return Error{ErrorCode::kInvalid,
                 "An anonymous answer has no id and is never changed or deleted."};
  }
  const auto answer = newAnswer(type, entry.fields, context.clock(), context.random());
  if (!answer) return answer.error();
  if (const Status kept = context.answers().keep(*answer); !kept) return kept.error();
  return Json{{"type", type.name}, {"receipt", nameOf(ReceiptStage::kSaved)}};
}

Result<Json> putLine(Context& context, const RecordType& type, const std::string& line) {
  const auto parsed = parseBoundedJson(line, limits::kChangeBytes);
  if (!parsed) return Error{parsed.error().code, withoutLine(parsed.error().message)};
  auto entry = entryFromJson(type, *parsed);
  if (!entry) return entry.error();
  if (type.drop) return putAnswer(context, type, *entry);
  const auto kept = context.notebook().put(
      {entry->id, type.name, std::move(entry->fields), entry->deletion, nullptr});
  if (!kept) return kept.error();
  return keptLine(*kept);
}

// The next line, or its beginning where it is longer than anything that could be saved.
bool nextLine(std::istream& in, std::string& line) {
  line.clear();
  char sign = 0;
  while (in.get(sign) && sign != '\n') {
    if (line.size() <= limits::kChangeBytes) line += sign;
  }
  return in.good() || !line.empty();
}

// A value as typed on a command line: what the field's kind takes, else the plain text.
Value typedValue(const FieldDeclaration* field, const std::string& typed) {
  const bool words =
      field != nullptr && (field->kind == FieldKind::kText || field->kind == FieldKind::kLongText);
  if (words) return typed;
  const auto parsed = parseBoundedJson(typed, limits::kTextBytes);
  if (!parsed) return typed;
  if (parsed->is_null()) return std::monostate{};
  if (parsed->is_boolean()) return parsed->get<bool>();
  if (parsed->is_number_integer()) return parsed->get<std::int64_t>();
  if (parsed->is_number_float()) return parsed->get<double>();
  if (parsed->is_string()) return parsed->get<std::string>();
  return typed;
}

}  // namespace

ExitCode enrol(const Place& place, const TypedInvitation& typed, const std::string& deviceName) {
  SystemRandom random;
  auto profile = Profile::open({place.folder, place.keyFile}, random);
  if (!profile) return complain(profile.error());
  const auto wait = [told = false](const std::string& words) mutable {
    if (!told) {
      std::cerr << "Read these words to your coordinator, who has to confirm them: " << words
                << std::endl;
    }
    told = true;
    std::this_thread::sleep_for(Profile::kBetweenQuestions);
    return true;
  };
  const auto enrolled = (*profile)->enrol(typed, deviceName, random, wait);
  if (!enrolled) return complain(enrolled.error());
  const auto store = (*profile)->programme(enrolled->programme);
  if (!store) return complain(store.error());
  const auto standing = (*store)->standing();
  if (!standing) return complain(standing.error());
  printLine({{"programme", enrolled->programme},
             {"person", enrolled->personName},
             {"role", nameOf(enrolled->role)},
             {"device", standing->replica.toString()}});
  return ExitCode::kDone;
}

ExitCode put(const Place& place, const std::string& typeName) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const RecordType* type = (*context)->catalogue().type(typeName);
  if (type == nullptr) {
    return complain(
        {ErrorCode::kNotFound, "There is no kind of record called \"" + typeName + "\"."});
  }
  ExitCode worst = ExitCode::kDone;
  std::size_t saved = 0, notSaved = 0;
  std::string line;
  for (std::size_t number = 1; nextLine(std::cin, line); ++number) {
    if (line.empty()) continue;
    const auto kept = putLine(**context, *type, line);
    if (!kept) {
      ++notSaved;
      worst = complain(
          {kept.error().code, "line " + std::to_string(number) + ": " + kept.error().message});
      continue;
    }
    ++saved;
    printLine(*kept);
    FollowBell::ring((*context)->profile().folder());
  }
  if (notSaved > 0) {
    std::cerr << "rapport-cli: " << saved << " saved, " << notSaved
              << " not; mend those lines and put them again.\n";
  }
  return worst;
}

ExitCode undo(const Place& place, const Undoing& undoing) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto id = Uuid::parse(undoing.id);
  if (!id) return complain(notFound(undoing.id));
  const auto dot = parseDot(undoing.change);
  if (!dot) {
    return complain({ErrorCode::kInvalid, "\"" + undoing.change +
                                              "\" names no change. history prints their names: the "
                                              "dot of each."});
  }
  const auto kept = (*context)->notebook().undo(RecordId{*id}, *dot, undoing.field);
  if (!kept) return complain(kept.error());
  printLine(keptLine(*kept));
  FollowBell::ring((*context)->profile().folder());
  return ExitCode::kDone;
}

ExitCode resolve(const Place& place, const Resolution& resolution) {
  const auto context = Context::open(place);
  if (!context) return complain(context.error());
  const auto id = Uuid::parse(resolution.id);
  if (!id) return complain(notFound(resolution.id));
  Notebook& notebook = (*context)->notebook();
  const auto sheet = notebook.get(RecordId{*id});
  if (!sheet) return complain(sheet.error());
  if (!*sheet || (*sheet)->type == nullptr) return complain(notFound(resolution.id));
  const auto kept =
      resolution.keep
          ? notebook.resolve(RecordId{*id}, resolution.field, *resolution.keep)
          : notebook.resolve(
                RecordId{*id}, resolution.field,
                typedValue(declarationAt(*(*sheet)->type, resolution.field), *resolution.value));
  if (!kept) return complain(kept.error());
  printLine(keptLine(*kept));
  FollowBell::ring((*context)->profile().folder());
  return ExitCode::kDone;
}

}  // namespace rapport::cli
