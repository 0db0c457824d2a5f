#include <cstdio>

#include "server/commands/commands.h"
#include "server/net/certificate.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

WallTime now() { return SystemClock().wallNow(); }

Status show(const CertificateFolder& folder) {
  const Result<std::vector<std::string>> names = folder.names();
  if (!names) return names.error();
  const Result<WallTime> expiry = folder.expiry();
  if (!expiry) return expiry.error();
  const Result<std::vector<std::string>> pins = folder.pins();
  if (!pins) return pins.error();
  for (const std::string& name : *names) std::printf("name: %s\n", name.c_str());
  std::printf("expires: %s\n", timeToJson(expiry->time_since_epoch().count()).c_str());
  std::printf("pin: %s\nbackup pin: %s\n", (*pins)[0].c_str(), (*pins)[1].c_str());
  return {};
}

}  // namespace

Status makeCertificate(const Place& place, const CertificateOptions& options) {
  const CertificateFolder folder(certificateFolderIn(place));
  const Status made = folder.make(options.names, now(), std::chrono::days{options.days});
  if (!made) return made;
  std::fprintf(stderr,
               "Keep a copy of %s away from this machine: with it every tablet finds its way back "
               "if the serving key is lost.\n",
               folder.backupKeyPath().c_str());
  return show(folder);
}

Status renewCertificate(const Place& place, const CertificateOptions& options) {
  const CertificateFolder folder(certificateFolderIn(place));
  const Status renewed = folder.renew(options.names, now(), std::chrono::days{options.days});
  if (!renewed) return renewed;
  std::fprintf(stderr, "Restart the server to serve with it. Tablets notice nothing.\n");
  return show(folder);
}

Status useBackupKey(const Place& place, const CertificateOptions& options) {
  const CertificateFolder folder(certificateFolderIn(place));
  const Status changed = folder.useBackupKey(options.names, now(), std::chrono::days{options.days});
  if (!changed) return changed;
  std::fprintf(stderr,
               "Restart the server to serve with the backup key. Enrolled tablets follow; the new "
               "backup key is known to those enrolled from now on.\n");
  return show(folder);
}

Status showCertificate(const Place& place) {
  return show(CertificateFolder(certificateFolderIn(place)));
}

}  // namespace rapport
