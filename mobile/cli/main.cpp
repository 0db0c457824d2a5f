#include <filesystem>
#include <functional>
#include <iostream>

#include <CLI/CLI.hpp>
#include <sys/stat.h>

#include "mobile/cli/commands.h"

// rapport-cli: the headless tablet, for scripts, tests and repairs.

namespace {

namespace cli = rapport::cli;
using rapport::ExitCode;

constexpr char kFooter[] =
    "put reads one record a line: {\"id\": …, \"fields\": {…}, \"deleted\": true}. Without an id "
    "it\n"
    "is a new record; any of its fields may be left out. A count takes {\"add\": n}, a set\n"
    "{\"add\": […], \"remove\": […]}. send-again reads one line or none: {field: value, …}, to be\n"
    "entered in place of what was sent back.\n\n"
    "Everything is saved on this machine before a command returns; nothing waits for a network.\n"
    "Nothing ever asks a question.\n\n"
    "Exit codes:\n"
    "  0  done\n"
    "  1  failed in a way that nobody foresaw\n"
    "  2  the command line makes no sense\n"
    "  3  input that breaks its declaration; what was right beside it is saved\n"
    "  4  no such record, kind, programme or file\n"
    "  5  refused: by the office, or because it is not the office; the wrong key\n"
    "  6  the office or the database is away or busy; try again later\n"
    "  7  the disk or the database failed, is full, is damaged, or is newer than this program";

struct Arguments {
  cli::Place place;
  std::string keyFile, programme;
  std::string word;  // a type, an id, a link or a code
  std::string office;
  std::string deviceName;
  cli::Resolution resolution;
  cli::Undoing undoing;
  cli::AttachedFile attached;
  std::string out;
  std::string keep, value;
  std::uint64_t counter = 0;
  std::uint64_t bytes = UINT64_MAX;
  bool valueGiven = false;
  bool follow = false;
  bool everything = false;
};

using Command = std::function<ExitCode()>;

CLI::App* addCommand(CLI::App& app, const char* name, const char* help, Command& chosen,
                     Command command) {
  CLI::App* sub = app.add_subcommand(name, help);
  sub->callback([&chosen, command = std::move(command)] { chosen = command; });
  return sub;
}

void addReading(CLI::App& app, Arguments& given, Command& chosen) {
  addCommand(app, "get", "Print one record", chosen,
             [&] { return cli::get(given.place, given.word); })
      ->add_option("ID", given.word, "The record's id")
      ->required();
  addCommand(app, "list", "Print every record of a kind", chosen,
             [&] { return cli::list(given.place, given.word); })
      ->add_option("TYPE", given.word, "A kind of record, such as feedback or listening_session")
      ->required();
  CLI::App* history = addCommand(
      app, "history", "Print what this tablet knows of who changed a record, newest first", chosen,
      [&] { return cli::history(given.place, given.word, given.undoing.field); });
  history->add_option("ID", given.word, "The record's id")->required();
  history->add_option("FIELD", given.undoing.field, "One field's alone, or FIELD/ROW/CELL");
  addCommand(app, "handed-in", "Print what was handed in for the office alone to read, and when",
             chosen, [&] { return cli::handedIn(given.place); });
  addCommand(app, "conflicts", "Print records of which two versions stand", chosen,
             [&] { return cli::conflicts(given.place); });
  addCommand(app, "inbox", "Print what was sent back, with the reasons", chosen,
             [&] { return cli::inbox(given.place); });
  addCommand(app, "status", "Print who this tablet is and what waits", chosen,
             [&] { return cli::status(given.place); });
  addCommand(app, "state-hash",
             "Print one line that is the same on every replica in the same scope", chosen,
             [&] { return cli::stateHash(given.place); });
}

void addFiles(CLI::App& app, Arguments& given, Command& chosen) {
  CLI::App* attach = addCommand(app, "attach", "Attach a photo or file to a record", chosen,
                                [&] { return cli::attach(given.place, given.attached); });
  attach->add_option("ID", given.attached.record, "The record's id")->required();
  attach->add_option("FILE", given.attached.path, "JPEG, PNG, WebP, Ogg, WAV, MP3, PDF or text")
      ->required();
  attach->add_option("--field", given.attached.field,
                     "The field it belongs to, where the record has several for files");
  attach->add_option("--caption", given.attached.caption, "What it shows");
  CLI::App* letGo = addCommand(
      app, "let-go", "Remove files from this tablet that the office has, the oldest first", chosen,
      [&] { return cli::letGo(given.place, given.bytes); });
  letGo->footer(
      "What the office has not said it has stays. What went is fetched again when somebody asks.");
  letGo->add_option("--bytes", given.bytes, "As many bytes as are to be free; all of them without");
  CLI::App* fetch = addCommand(app, "fetch", "Get an attachment's file from the office", chosen,
                               [&] { return cli::fetch(given.place, given.word, given.out); });
  fetch->add_option("ID", given.word, "The attachment's id")->required();
  fetch->add_option("--out", given.out, "Where to write it; nothing may be there yet")
      ->type_name("FILE");
}

void addCarryOut(CLI::App& app, Arguments& given, Command& chosen) {
  using rapport::Carry;
  CLI::App* carry = addCommand(
      app, "carry-out", "Write what the office does not have into a file for it alone to read",
      chosen, [&] {
        return cli::carryOut(given.place, given.out,
                             given.everything ? Carry::kEverything : Carry::kUnsent);
      });
  carry->footer(
      "For a tablet that reaches no network any more. Bring the file to the office, which takes it "
      "with\n"
      "rapport-server carry-in. Nothing changes here; what was carried and is sent later enters "
      "once.");
  carry->add_option("FILE", given.out, "Where to write it; nothing may be there yet")->required();
  carry->add_flag(
      "--everything", given.everything,
      "Every change that is still kept here, for an office that was restored from a backup");
}

void addInbox(CLI::App& app, Arguments& given, Command& chosen) {
  const auto ofChange = [&given](CLI::App* command) {
    command->add_option("NUMBER", given.counter, "The number after the colon of its dot")
        ->required();
    return command;
  };
  ofChange(addCommand(app, "send-again",
                      "Enter anew what was sent back, with other fields from standard input",
                      chosen, [&] { return cli::sendAgain(given.place, given.counter); }));
  ofChange(addCommand(app, "hand-over", "Ask the coordinator to see to what was sent back", chosen,
                      [&] { return cli::handOver(given.place, given.counter, given.value); }))
      ->add_option("--words", given.value, "What the coordinator should know");
  ofChange(addCommand(app, "discard", "Let go what was sent back; it stays in the history", chosen,
                      [&] { return cli::discard(given.place, given.counter); }));
  addCommand(app, "put-away", "Put away the news that a record was erased", chosen,
             [&] { return cli::putAway(given.place, given.word); })
      ->add_option("ID", given.word, "The record's id")
      ->required();
}

void addWriting(CLI::App& app, Arguments& given, Command& chosen) {
  CLI::App* enrol = addCommand(
      app, "enrol", "Enrol this tablet with a link or code from the office", chosen, [&] {
        if (given.deviceName.empty()) {
          given.deviceName =
              std::filesystem::path(given.place.folder + "/").parent_path().filename().string();
        }
        return cli::enrol(given.place, {given.word, given.office}, given.deviceName);
      });
  enrol->add_option("LINK_OR_CODE", given.word, "rapport://…, or the 26 signs of a code")
      ->required();
  enrol->add_option("--office", given.office, "Where the office of the code is: HOST or HOST:PORT");
  enrol->add_option("--device-name", given.deviceName,
                    "What others see beside its edits (default: the folder's name)");

  addCommand(app, "put", "Save records from JSON lines on standard input", chosen,
             [&] { return cli::put(given.place, given.word); })
      ->add_option("TYPE", given.word, "A kind of record")
      ->required();

  addFiles(app, given, chosen);

  CLI::App* resolve =
      addCommand(app, "resolve", "Choose between two versions of a field", chosen, [&] {
        if (given.keep.empty() && !given.valueGiven) {
          std::cerr << "rapport-cli: Say which version stands: --keep mine, --keep theirs, or "
                       "--value with one of your own. Nothing was changed.\n";
          return ExitCode::kUsage;
        }
        if (!given.keep.empty()) {
          given.resolution.keep =
              given.keep == "mine" ? rapport::Keep::kMine : rapport::Keep::kTheirs;
        } else {
          given.resolution.value = given.value;
        }
        return cli::resolve(given.place, given.resolution);
      });
  resolve->add_option("ID", given.resolution.id, "The record's id")->required();
  resolve->add_option("FIELD", given.resolution.field, "The field's name, or FIELD/ROW/CELL")
      ->required();
  CLI::Option* keep = resolve->add_option("--keep", given.keep, "mine or theirs")
                          ->check(CLI::IsMember({"mine", "theirs"}));
  CLI::Option* value =
      resolve->add_option("--value", given.value, "A value of your own")->excludes(keep);
  keep->excludes(value);
  value->each([&given](const std::string&) { given.valueGiven = true; });

  CLI::App* undo = addCommand(app, "undo", "Take back a change; that is a change like any other",
                              chosen, [&] { return cli::undo(given.place, given.undoing); });
  undo->add_option("ID", given.undoing.id, "The record's id")->required();
  undo->add_option("CHANGE", given.undoing.change, "Its dot, as history prints it")->required();
  undo->add_option("--field", given.undoing.field, "Only what it did to this field or cell");

  addInbox(app, given, chosen);
  addCarryOut(app, given, chosen);

  addCommand(app, "sync", "Exchange everything with the office and print receipts", chosen, [&] {
    return cli::sync(given.place, given.follow ? cli::SyncMode::kFollow : cli::SyncMode::kOnce);
  })->add_flag("--follow", given.follow, "Stay connected until interrupted");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("A Rapport tablet without a screen, for scripts, tests and repairs.", "rapport-cli");
  app.footer(kFooter);
  app.set_version_flag("--version", "rapport-cli " RAPPORT_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  Arguments given;
  Command chosen;
  app.add_option("--profile", given.place.folder,
                 "The folder with this person's data; made if it is not there")
      ->required()
      ->type_name("DIR");
  app.add_option("--key-file", given.keyFile,
                 "The database's key (default: a file of mode 0600 in the profile)")
      ->type_name("FILE");
  app.add_option("--programme", given.programme,
                 "Which programme, where the tablet works for several")
      ->type_name("NAME");
  addReading(app, given, chosen);
  addWriting(app, given, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::kUsage);
  }
  umask(S_IRWXG | S_IRWXO);  // whatever is written is its owner's alone
  if (!given.keyFile.empty()) given.place.keyFile = given.keyFile;
  if (!given.programme.empty()) given.place.programme = given.programme;
  return static_cast<int>(chosen());
}
