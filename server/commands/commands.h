#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/commands/home.h"
#include "shared/base/result.h"
#include "shared/model/record_type.h"
#include "shared/protocol/office_address.h"

namespace rapport {

// What rapport-server does, one function for each command. Each prints what scripts want to
// standard output and sentences for people to standard error, and never asks anything.

struct ServeOptions {
  std::string listen = hostAndPort("127.0.0.1", kUsualPort);
  bool tls = false;
  std::string console;                 // folder; empty: the built-in place, if it is there
  std::optional<std::string> address;  // under which tablets reach this server; nothing: `listen`
  std::vector<std::string> origins;    // of the console, beside the obvious ones
  std::optional<std::string>
      metrics;  // where GET /metrics is served, on loopback; nothing: nowhere
  bool verbose = false;
};
// Until SIGTERM or SIGINT. Prints one line when it is ready.
Status serve(const Place& place, const ServeOptions& options);

struct NewProgramme {
  std::string name, title;
  bool demonstration = false;
};
Status addProgramme(const Place& place, const NewProgramme& programme);
Status listProgrammes(const Place& place);

struct SettingsOptions {
  std::string programme;
  std::vector<std::string> changes;  // each field=JSON; none: nothing changes
};
// Prints the settings as they then stand, one JSON object.
Status changeOrShowSettings(const Place& place, const SettingsOptions& options);

// Adds a questionnaire, or a new version of one, from a declaration (assets/records/README.md).
Status addForm(const Place& place, const std::string& programme, const std::string& path);
Status listForms(const Place& place, const std::string& programme);

struct ExportOptions {
  std::string programme, type, role = "coordinator", format = "csv";
};
// Prints the records of a type as a table (server/review/exports/export_table.h).
Status exportRecords(const Place& place, const ExportOptions& options);

struct EraseOptions {
  std::string programme, record;
  std::string confirm;  // its title, or the id once more
};
// Erases a record for good, with all that belongs to it, beside a running server too; prints the
// ids of what is gone.
Status eraseRecord(const Place& place, const EraseOptions& options);

// Takes what a tablet wrote for this office to be carried there, beside a running server too;
// prints one JSON object of what became of it.
Status carryIn(const Place& place, const std::string& path);

struct EnrolOptions {
  std::string programme, role;
  std::vector<std::string> names;
  std::optional<std::string> address;  // nothing: what serve wrote down
};
// Prints a link for each name, a line each, that needs no confirmation.
Status enrol(const Place& place, const EnrolOptions& options);

struct UserOptions {
  std::string name, programme, role;
};
Status addUser(const Place& place, const UserOptions& options);  // prints the password
// Another role in the programme; the person's tablets follow, and take what it may see anew. Prints
// how many.
Status changeRole(const Place& place, const UserOptions& options);
// No part in the programme any more: the person's tablets hand over what they have not sent and are
// cleared of it. Prints how many.
Status removeUser(const Place& place, const UserOptions& options);
Status renewPassword(const Place& place, const std::string& name);
Status listUsers(const Place& place);

struct CertificateOptions {
  std::vector<std::string> names;
  int days = 825;
};
Status makeCertificate(const Place& place, const CertificateOptions& options);
Status renewCertificate(const Place& place, const CertificateOptions& options);
Status useBackupKey(const Place& place, const CertificateOptions& options);
Status showCertificate(const Place& place);

struct BackupKeyOptions {
  std::optional<std::string> saveTo;  // the private half; nothing: it is printed
};
// Makes the pair, once. The data folder keeps the half that only writes backups.
Status makeBackupKey(const Place& place, const BackupKeyOptions& options);
// Beside a running server. The file must not be there yet.
Status backUp(const Place& place, const std::string& file);
struct RestoreOptions {
  std::string file, keyFile;  // of the private half
  // The ledger that lay beside the lost database; nothing: it is lost as well.
  std::optional<std::string> ledger;
};
// Into a folder that is empty or not there.
Status restore(const Place& place, const RestoreOptions& options);
// For data that came from a copy of the folder or of the disk.
Status declareRestored(const Place& place);

Status check(const Place& place);
Status printStateHash(const Place& place, const std::string& programme, const std::string& role);

// kInvalid with the roles there are.
Result<Role> roleFrom(const std::string& name);
std::string certificateFolderIn(const Place& place);

}  // namespace rapport
