#include "server/net/server_key.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "server/net/private_file.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"

namespace rapport {
namespace {

struct BioFreed {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Memory = std::unique_ptr<BIO, BioFreed>;

Error opensslFailed(const char* deed) {
  return {ErrorCode::kInternal, std::string("OpenSSL could not ") + deed + "."};
}

}  // namespace

Result<ServerKey> ServerKey::generate() {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  if (key == nullptr) return opensslFailed("make a key");
  return ServerKey(key);
}

Result<ServerKey> ServerKey::read(const std::string& path) {
  const Result<std::string> pem = readSmallFile(path);
  if (!pem) return pem.error();
  const Memory memory{BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size()))};
  // No pass phrase: an empty one keeps OpenSSL from asking at the terminal.
  char noPhrase[] = "";
  EVP_PKEY* key =
      memory ? PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, noPhrase) : nullptr;
  if (key == nullptr) return Error{ErrorCode::kInvalid, path + " holds no usable private key."};
  return ServerKey(key);
}

Status ServerKey::write(const std::string& path) const {
  const Memory memory{BIO_new(BIO_s_mem())};
  const bool written = memory && PEM_write_bio_PrivateKey(memory.get(), key_.get(), nullptr,
                                                          nullptr, 0, nullptr, nullptr) == 1;
  if (!written) return opensslFailed("write a key");
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return writePrivateFile(path, {data, static_cast<std::size_t>(size)});
}

Result<std::string> ServerKey::pin() const {
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(key_.get(), &der);
  if (size <= 0) return opensslFailed("write a public key");
  const Sha256 hash =
      sha256Of({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
  OPENSSL_free(der);
  return toBase64Url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace rapport
