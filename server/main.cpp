#include <cstdio>
#include <functional>

#include <CLI/CLI.hpp>
#include <sys/stat.h>

#include "server/commands/commands.h"
#include "shared/base/exit_code.h"

// rapport-server: takes what tablets bring, merges it, and shows it to coordinators.

namespace {

using rapport::ExitCode;
using rapport::Place;
using rapport::Status;

constexpr char kAbout[] =
    "The server of Rapport: takes what tablets bring, merges it, and shows it to coordinators.\n\n"
    "A first start:\n"
    "  rapport-server programme --data DIR add quillan --title \"Quillan County\" --demo\n"
    "  rapport-server user --data DIR add noor --programme quillan --role coordinator\n"
    "  rapport-server serve --data DIR --listen 127.0.0.1:8420\n"
    "  rapport-server enrol --data DIR --programme quillan --role worker --name Marisol";

constexpr char kFooter[] =
    "Programmes, users and enrolments may be changed while the server runs.\n"
    "Keys lie in 0600 files beside the data unless --key-file says otherwise.\n"
    "Nothing ever asks a question.\n\n"
    "Exit codes:\n"
    "  0  done\n"
    "  1  failed in a way that nobody foresaw\n"
    "  2  the command line makes no sense\n"
    "  3  input that is not right\n"
    "  4  no such data, programme, person or file\n"
    "  5  refused: the wrong key, or something that must not be done\n"
    "  6  the port or the database is busy; try again\n"
    "  7  the disk or the database failed, is full, is damaged, or is newer than this program";

struct Arguments {
  Place place;
  std::string keyFile;
  std::string metrics;
  rapport::ServeOptions serve;
  std::string address;
  rapport::NewProgramme programme;
  rapport::SettingsOptions settings;
  rapport::EnrolOptions enrol;
  rapport::UserOptions user;
  rapport::CertificateOptions certificate;
  std::string hashProgramme, hashRole;
  std::string formProgramme, formFile;
  rapport::ExportOptions exported;
  rapport::EraseOptions erased;
  std::string carried;
  std::string backupKeyFile, backupFile;
  rapport::RestoreOptions restored;
  std::function<Status()> command;
};

CLI::App* commandIn(CLI::App& app, Arguments& given, const char* name, const char* about) {
  CLI::App* command = app.add_subcommand(name, about);
  command->add_option("--data", given.place.folder, "The server's data folder")
      ->required()
      ->type_name("DIR");
  command->add_option("--key-file", given.keyFile, "The master key's file, kept elsewhere")
      ->type_name("FILE");
  return command;
}

void addServe(CLI::App& app, Arguments& given) {
  CLI::App* serve = commandIn(app, given, "serve", "Serve tablets and the console until stopped");
  serve->add_option("--listen", given.serve.listen, "Where to listen; port 0 takes a free one")
      ->type_name("HOST:PORT")
      ->capture_default_str();
  serve->add_flag("--tls", given.serve.tls, "Serve with the certificate (see: certificate make)");
  serve->add_option("--console", given.serve.console, "The console's built files")
      ->type_name("DIR");
  serve->add_option("--address", given.address, "Under which tablets reach this server")
      ->type_name("HOST:PORT");
  serve->add_option("--origin", given.serve.origins, "Where else the console is opened from")
      ->type_name("URL");
  serve->add_option("--metrics", given.metrics, "Serve GET /metrics there, for Prometheus")
      ->type_name("HOST:PORT");
  serve->add_flag("--verbose", given.serve.verbose, "Log every small thing");
  serve->callback([&given] {
    given.command = [&given] {
      if (!given.address.empty()) given.serve.address = given.address;
      if (!given.metrics.empty()) given.serve.metrics = given.metrics;
      return rapport::serve(given.place, given.serve);
    };
  });
}

void addSettings(CLI::App& programme, Arguments& given) {
  CLI::App* settings =
      programme.add_subcommand("settings", "Show a programme's settings, or change them");
  settings->footer(
      "Values are JSON, and text stands in quotes of its own:\n"
      "  --set 'time_zone=\"America/Chicago\"' --set respond_days=21\n"
      "  --set 'working_days=[\"monday\",\"tuesday\"]'\n"
      "  --set 'hotline_cards=[{\"language\":\"en\",\"name\":\"…\",\"phone\":\"…\"}]'\n"
      "Rows (holidays, consent_scripts, hotline_cards) are added; the latest about one thing "
      "stands.");
  settings->add_option("NAME", given.settings.programme, "Which programme")->required();
  settings
      ->add_option("--set", given.settings.changes,
                   "A field's new value; may be given several times")
      ->allow_extra_args(false)
      ->type_name("FIELD=JSON");
  settings->callback([&given] {
    given.command = [&given] { return rapport::changeOrShowSettings(given.place, given.settings); };
  });
}

void addProgramme(CLI::App& app, Arguments& given) {
  CLI::App* programme = commandIn(app, given, "programme", "Make and list programmes");
  programme->require_subcommand(1);
  CLI::App* add = programme->add_subcommand("add", "Make a programme, and the data folder with it");
  add->add_option("NAME", given.programme.name, "Short, for addresses and links")->required();
  add->add_option("--title", given.programme.title, "What people call it")->type_name("TEXT");
  add->add_flag("--demo", given.programme.demonstration, "Fill it with invented records");
  add->callback([&given] {
    given.command = [&given] { return rapport::addProgramme(given.place, given.programme); };
  });
  programme->add_subcommand("list", "One a line: name, title")->callback([&given] {
    given.command = [&given] { return rapport::listProgrammes(given.place); };
  });
  addSettings(*programme, given);
}

void addEnrol(CLI::App& app, Arguments& given) {
  CLI::App* enrol =
      commandIn(app, given, "enrol", "Print links that let one device in, once, each");
  enrol->add_option("--programme", given.enrol.programme, "Which programme")->required();
  enrol->add_option("--role", given.enrol.role, "volunteer, worker, coordinator …")->required();
  enrol
      ->add_option("--name", given.enrol.names, "Who carries the device; several for a whole class")
      ->required();
  enrol->add_option("--address", given.address, "Of the server; else what serve wrote down")
      ->type_name("HOST:PORT");
  enrol->callback([&given] {
    given.command = [&given] {
      if (!given.address.empty()) given.enrol.address = given.address;
      return rapport::enrol(given.place, given.enrol);
    };
  });
}

void addUser(CLI::App& app, Arguments& given) {
  CLI::App* user = commandIn(app, given, "user", "Add and list people who sign in at the console");
  user->require_subcommand(1);
  CLI::App* add =
      user->add_subcommand("add", "Give a person a role; prints a new person's password");
  add->add_option("NAME", given.user.name, "With which they sign in")->required();
  add->add_option("--programme", given.user.programme, "Which programme")->required();
  add->add_option("--role", given.user.role, "coordinator, safeguarding, admin …")->required();
  add->callback(
      [&given] { given.command = [&given] { return rapport::addUser(given.place, given.user); }; });
  CLI::App* move = user->add_subcommand(
      "move", "Give a person another role; prints how many of their tablets follow");
  move->add_option("NAME", given.user.name, "Whose")->required();
  move->add_option("--programme", given.user.programme, "Which programme")->required();
  move->add_option("--role", given.user.role, "volunteer, worker, coordinator …")->required();
  move->callback([&given] {
    given.command = [&given] { return rapport::changeRole(given.place, given.user); };
  });
  CLI::App* leave = user->add_subcommand(
      "remove", "End a person's part in a programme; their tablets hand over and are cleared");
  leave->add_option("NAME", given.user.name, "Who")->required();
  leave->add_option("--programme", given.user.programme, "Which programme")->required();
  leave->callback([&given] {
    given.command = [&given] { return rapport::removeUser(given.place, given.user); };
  });
  CLI::App* renew = user->add_subcommand("passwd", "Print a new password; ends their sessions");
  renew->add_option("NAME", given.user.name, "Whose")->required();
  renew->callback([&given] {
    given.command = [&given] { return rapport::renewPassword(given.place, given.user.name); };
  });
  user->add_subcommand("list", "One a line: name, how, roles")->callback([&given] {
    given.command = [&given] { return rapport::listUsers(given.place); };
  });
}

void addCertificate(CLI::App& app, Arguments& given) {
  CLI::App* top = commandIn(app, given, "certificate", "Make and renew what TLS serves with");
  top->require_subcommand(1);
  using Act = Status (*)(const Place&, const rapport::CertificateOptions&);
  const auto add = [&](const char* name, const char* about, Act act) {
    CLI::App* command = top->add_subcommand(name, about);
    command->add_option("--days", given.certificate.days, "How long it is valid")
        ->check(CLI::Range(1, 3650))
        ->capture_default_str();
    command->callback([&given, act] {
      given.command = [&given, act] { return act(given.place, given.certificate); };
    });
    return command;
  };
  const char* names = "A host name or IP address of this server; may be given several times";
  add("make", "New keys, a backup key, and a certificate", rapport::makeCertificate)
      ->add_option("--name", given.certificate.names, names)
      ->required();
  add("renew", "A new certificate under the same key", rapport::renewCertificate)
      ->add_option("--name", given.certificate.names, names);
  add("use-backup", "Serve with the backup key from now on", rapport::useBackupKey)
      ->add_option("--name", given.certificate.names, names);
  top->add_subcommand("show", "Names, expiry and pins")->callback([&given] {
    given.command = [&given] { return rapport::showCertificate(given.place); };
  });
}

void addForm(CLI::App& app, Arguments& given) {
  CLI::App* top = commandIn(app, given, "form", "A programme's own questionnaires");
  top->require_subcommand(1);
  top->add_option("--programme", given.formProgramme, "Which programme")->required();
  CLI::App* add = top->add_subcommand("add", "Add one, or a new version of one");
  add->add_option("FILE", given.formFile, "What it asks (assets/records/README.md)")->required();
  add->callback([&given] {
    given.command = [&given] {
      return rapport::addForm(given.place, given.formProgramme, given.formFile);
    };
  });
  top->add_subcommand("list", "Print name, version and label of each")->callback([&given] {
    given.command = [&given] { return rapport::listForms(given.place, given.formProgramme); };
  });
}

void addExport(CLI::App& app, Arguments& given) {
  CLI::App* table = commandIn(app, given, "export", "Print the records of one kind as a table");
  table->add_option("--programme", given.exported.programme, "Which programme")->required();
  table->add_option("--type", given.exported.type, "Which kind of record")->required();
  table->add_option("--role", given.exported.role, "As whom may see it")->capture_default_str();
  table->add_option("--format", given.exported.format, "csv or ndjson")
      ->check(CLI::IsMember({"csv", "ndjson"}))
      ->capture_default_str();
  table->callback([&given] {
    given.command = [&given] { return rapport::exportRecords(given.place, given.exported); };
  });
}

void addErase(CLI::App& app, Arguments& given) {
  CLI::App* erase = commandIn(app, given, "erase",
                              "Erase a record for good, here and on every tablet; prints the ids");
  erase->footer(
      "For a person who withdrew their consent. Goes with all that belongs to the record: values, "
      "history, files.\nThere is no way back. Backups keep it until they are thrown away; give "
      "restore the --ledger, and it stays erased.");
  erase->add_option("ID", given.erased.record, "The record's id")->required();
  erase->add_option("--programme", given.erased.programme, "Which programme")->required();
  erase->add_option("--confirm", given.erased.confirm, "The record's title, or its id once more")
      ->required()
      ->type_name("TITLE");
  erase->callback([&given] {
    given.command = [&given] { return rapport::eraseRecord(given.place, given.erased); };
  });
}

void addCarryIn(CLI::App& app, Arguments& given) {
  CLI::App* carry =
      commandIn(app, given, "carry-in",
                "Take what a tablet wrote into a file for this office; prints what became of it");
  carry->footer(
      "For a tablet that reaches no network any more: rapport-cli carry-out writes the file. Only "
      "this "
      "office can read it.\nTaking it twice, or the tablet coming back later, changes nothing.");
  carry->add_option("FILE", given.carried, "As the tablet wrote it")->required();
  carry->callback([&given] {
    given.command = [&given] { return rapport::carryIn(given.place, given.carried); };
  });
}

void addBackups(CLI::App& app, Arguments& given) {
  CLI::App* key = commandIn(app, given, "backup-key", "Make the key of backups; prints it, once");
  key->add_option("--save", given.backupKeyFile, "Write it there instead; not in the data folder")
      ->type_name("FILE");
  key->callback([&given] {
    given.command = [&given] {
      rapport::BackupKeyOptions options;
      if (!given.backupKeyFile.empty()) options.saveTo = given.backupKeyFile;
      return rapport::makeBackupKey(given.place, options);
    };
  });
  CLI::App* backup =
      commandIn(app, given, "backup", "Back up beside the running server, encrypted");
  backup->add_option("FILE", given.backupFile, "Where to; must not be there yet")->required();
  backup->callback([&given] {
    given.command = [&given] { return rapport::backUp(given.place, given.backupFile); };
  });
  CLI::App* restore =
      commandIn(app, given, "restore", "Restore a backup into an empty data folder");
  restore->add_option("FILE", given.restored.file, "The backup")->required();
  restore->add_option("--key", given.restored.keyFile, "A file with the private half of its key")
      ->required()
      ->type_name("FILE");
  restore
      ->add_option("--ledger", given.restored.ledger,
                   "The file ledger of the lost data folder: who was let in or shut out, and what\n"
                   "was erased, since")
      ->type_name("FILE");
  restore->callback([&given] {
    given.command = [&given] { return rapport::restore(given.place, given.restored); };
  });
  commandIn(app, given, "declare-restored", "Say that the data folder came from a copy")
      ->callback(
          [&given] { given.command = [&given] { return rapport::declareRestored(given.place); }; });
}

void addChecks(CLI::App& app, Arguments& given) {
  commandIn(app, given, "check", "Read the whole database and say whether it is sound")
      ->callback([&given] { given.command = [&given] { return rapport::check(given.place); }; });
  CLI::App* hash = commandIn(app, given, "state-hash", "Print the digest of what a role may see");
  hash->add_option("--programme", given.hashProgramme, "Which programme")->required();
  hash->add_option("--role", given.hashRole, "For whom")->required();
  hash->callback([&given] {
    given.command = [&given] {
      return rapport::printStateHash(given.place, given.hashProgramme, given.hashRole);
    };
  });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(kAbout, "rapport-server");
  app.footer(kFooter);
  app.require_subcommand(1);
  Arguments given;
  for (const auto add : {addServe, addProgramme, addEnrol, addUser, addForm, addExport, addErase,
                         addCarryIn, addCertificate, addBackups, addChecks}) {
    add(app, given);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& refusal) {
    return app.exit(refusal) == 0 ? 0 : static_cast<int>(ExitCode::kUsage);
  }
  umask(S_IRWXG | S_IRWXO);  // whatever is written is its owner's alone
  if (!given.keyFile.empty()) given.place.keyFile = given.keyFile;
  const Status done = given.command();
  if (done) return static_cast<int>(ExitCode::kDone);
  std::fprintf(stderr, "rapport-server: %s\n", done.error().message.c_str());
  return static_cast<int>(rapport::exitCodeOf(done.error().code));
}
