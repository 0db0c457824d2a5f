#pragma once

#include <memory>
#include <string>

#include <openssl/evp.h>

#include "shared/base/result.h"

namespace rapport {

// A private key that serves TLS, on P-256.
class ServerKey {
 public:
  static Result<ServerKey> generate();
  static Result<ServerKey> read(const std::string& path);

  Status write(const std::string& path) const;  // PEM, mode 0600
  // base64url of the SHA-256 of the public key (SubjectPublicKeyInfo, RFC 7469): what enrolment
  // links carry and tablets check.
  Result<std::string> pin() const;
  EVP_PKEY* get() const { return key_.get(); }

 private:
  struct Freed {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  };
  explicit ServerKey(EVP_PKEY* key) : key_(key) {}

  std::unique_ptr<EVP_PKEY, Freed> key_;
};

}  // namespace rapport
