#include <cstdio>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "server/commands/commands.h"
#include "server/review/page_edit.h"
#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"
#include "shared/sync/forms.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<std::string> contentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{ErrorCode::kNotFound, "There is no file " + path + " to read."};
  std::string content;
  for (std::istreambuf_iterator<char> at(file), end; at != end; ++at) {
    if (content.size() > limits::kDeclarationBytes) {
      return Error{ErrorCode::kTooLarge, path + " is larger than a questionnaire may be."};
    }
    content += *at;
  }
  return content;
}

// The same JSON without spaces, as it is kept; so that one questionnaire has one spelling.
Result<DeclarationFile> declarationIn(const std::string& path) {
  const auto content = contentOf(path);
  if (!content) return content.error();
  const auto parsed = parseBoundedJson(*content, limits::kDeclarationBytes);
  if (!parsed) return Error{parsed.error().code, path + ": " + parsed.error().message};
  DeclarationFile file{path, parsed->dump()};
  if (file.json.size() <= limits::kTextBytes) return file;
  return Error{ErrorCode::kTooLarge, path + " has " + std::to_string(file.json.size() / 1024) +
                                         " KiB; a questionnaire may have " +
                                         std::to_string(limits::kTextBytes / 1024) +
                                         ". Make two of it."};
}

struct Added {
  std::string name;
  std::uint32_t version = 0;
  bool already = false;
};

Result<Added> addTo(Home& home, ServerWriter& programme, const DeclarationFile& file) {
  const auto before = home.types().of(programme);
  if (!before) return before.error();
  Catalogue after = **before;
  if (const Status fits = after.adopt(file); !fits) {
    return Error{fits.error().code, fits.error().message + " Nothing was added."};
  }
  const Json declared = Json::parse(file.json);
  Added added{declared.at("name"), declared.at("form_version"), false};
  const RecordId id = formRecordId(added.name, added.version);
  const auto there = programme.record(id);
  if (!there) return there.error();
  added.already = there->has_value();
  if (added.already) return added;
  const Json body{
      {"type", kFormTypeName},
      {"fields", {{"name", added.name}, {"version", added.version}, {"declaration", file.json}}}};
  auto write = newRecordFrom(home.catalogue(),
                             {PersonId{}, Role::kAdmin, home.clock(), home.random()}, id, body);
  if (!write) return write.error();
  write->authority = Authority::kServer;
  const auto written = home.arbiter().write(programme, *write);
  return written ? Result<Added>(added) : written.error();
}

}  // namespace

Status addForm(const Place& place, const std::string& programme, const std::string& path) {
  const auto file = declarationIn(path);
  if (!file) return file.error();
  auto home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  if (const Status there = (*home)->mustHaveProgramme(programme); !there) return there;
  Added added;
  const Status done =
      (*home)->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        const auto writer = transaction.programme(programme);
        if (!writer) return writer.error();
        auto outcome = addTo(**home, **writer, *file);
        if (!outcome) return outcome.error();
        added = *std::move(outcome);
        return {};
      });
  if (!done) return done;
  std::fprintf(stderr,
               added.already ? "Version %u of %s was there already.\n"
                             : "Version %u of %s is there; tablets learn of it at their next "
                               "exchange.\n",
               added.version, added.name.c_str());
  return {};
}

Status listForms(const Place& place, const std::string& programme) {
  auto home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  if (const Status there = (*home)->mustHaveProgramme(programme); !there) return there;
  return (*home)->store().reading(programme, [&](ServerReader& reader) -> Status {
    const auto types = (*home)->types().of(reader);
    if (!types) return types.error();
    for (const RecordType& type : (*types)->types()) {
      if (type.number < limits::kFirstQuestionnaire) continue;
      std::printf("%s\t%u\t%s\n", type.name.c_str(), type.formVersion, type.label.at("en").c_str());
    }
    return {};
  });
}

}  // namespace rapport
