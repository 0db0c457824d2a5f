#pragma once

#include <string>
#include <vector>

#include "server/net/net_options.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace rapport {

// The server's certificate and keys, in one folder: server.crt, server.key, backup.key.
//
// Tablets trust keys, not names: an enrolment link pins the public key that serves and that of the
// backup key. So a certificate is renewed under the same key without any tablet noticing, and when
// the key must be given up, the backup takes its place and every tablet follows.
class CertificateFolder {
 public:
  explicit CertificateFolder(std::string path);

  // New keys and a self-signed certificate for these names (host names or IP addresses), valid for
  // `life`. kConflict: there is one already.
  Status make(const std::vector<std::string>& names, WallTime now, std::chrono::days life) const;
  // A new certificate under the same key; for the same names where none are given.
  Status renew(const std::vector<std::string>& names, WallTime now, std::chrono::days life) const;
  // The backup key serves from now on, under a new certificate; a new backup key is drawn. For the
  // same names where none are given; of a lost machine nothing but the backup key need be there.
  Status useBackupKey(const std::vector<std::string>& names, WallTime now,
                      std::chrono::days life) const;

  // Of the serving key, then of the backup key.
  Result<std::vector<std::string>> pins() const;
  // Of the certificate.
  Result<std::vector<std::string>> names() const;
  Result<WallTime> expiry() const;

  TlsFiles files() const;  // what NetServer takes
  std::string backupKeyPath() const;

 private:
  std::string path_;
};

}  // namespace rapport
