#include "server/net/certificate.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "server/net/private_file.h"
#include "server/net/server_key.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

template <auto kFree>
struct Freed {
  template <typename T>
  void operator()(T* thing) const {
    kFree(thing);
  }
};
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;

Error opensslFailed() { return {ErrorCode::kInternal, "OpenSSL could not make the certificate."}; }

bool isAddress(const std::string& name) {
  std::array<unsigned char, sizeof(in6_addr)> parsed;
  return inet_pton(AF_INET, name.c_str(), parsed.data()) == 1 ||
         inet_pton(AF_INET6, name.c_str(), parsed.data()) == 1;
}

bool isHostName(const std::string& name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
  };
  return !name.empty() && name.size() <= limits::kNameBytes && std::ranges::all_of(name, fits);
}

Status checkNames(const std::vector<std::string>& names) {
  if (names.empty()) {
    return Error{ErrorCode::kInvalid, "Name the server: --name with a host name or IP address."};
  }
  for (const std::string& name : names) {
    if (isAddress(name) || isHostName(name)) continue;
    return Error{ErrorCode::kInvalid, "\"" + name + "\" is neither a host name nor an IP address."};
  }
  return {};
}

bool addExtension(X509* certificate, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension{
      X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str())};
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

std::string alternativeNames(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += ',';
    out += (isAddress(name) ? "IP:" : "DNS:") + name;
  }
  return out;
}

bool drawSerial(X509* certificate) {
  std::array<unsigned char, 16> drawn;
  if (RAND_bytes(drawn.data(), static_cast<int>(drawn.size())) != 1) return false;
  drawn[0] = static_cast<unsigned char>((drawn[0] & 0x3f) | 0x40);  // positive, of full length
  const std::unique_ptr<BIGNUM, Freed<BN_free>> number{
      BN_bin2bn(drawn.data(), static_cast<int>(drawn.size()), nullptr)};
  return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

std::time_t secondsOf(WallTime time) {
  return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

Result<Certificate> selfSigned(const ServerKey& key, const std::vector<std::string>& names,
                               WallTime now, std::chrono::days life) {
  constexpr std::chrono::hours kClocksMayLag{24};
  Certificate certificate{X509_new()};
  if (!certificate) return opensslFailed();
  X509* x = certificate.get();
  X509_NAME* subject = X509_get_subject_name(x);
  const auto* common = reinterpret_cast<const unsigned char*>("Rapport server");
  const bool made =
      X509_set_version(x, X509_VERSION_3) == 1 && drawSerial(x) &&
      ASN1_TIME_set(X509_getm_notBefore(x), secondsOf(now - kClocksMayLag)) != nullptr &&
      ASN1_TIME_set(X509_getm_notAfter(x), secondsOf(now + life)) != nullptr &&
      X509_set_pubkey(x, key.get()) == 1 &&
      X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, common, -1, -1, 0) == 1 &&
      X509_set_issuer_name(x, subject) == 1 &&
      addExtension(x, NID_basic_constraints, "critical,CA:FALSE") &&
      addExtension(x, NID_key_usage, "critical,digitalSignature") &&
      addExtension(x, NID_ext_key_usage, "serverAuth") &&
      addExtension(x, NID_subject_alt_name, alternativeNames(names)) &&
      X509_sign(x, key.get(), EVP_sha256()) > 0;
  if (!made) return opensslFailed();
  return certificate;
}

Status writeCertificate(const std::string& path, const ServerKey& key,
                        const std::vector<std::string>& names, WallTime now,
                        std::chrono::days life) {
  const Result<Certificate> certificate = selfSigned(key, names, now, life);
  if (!certificate) return certificate.error();
  const Memory memory{BIO_new(BIO_s_mem())};
  if (!memory || PEM_write_bio_X509(memory.get(), certificate->get()) != 1) return opensslFailed();
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return writePrivateFile(path, {data, static_cast<std::size_t>(size)});
}

Result<Certificate> readCertificate(const std::string& path) {
  const Result<std::string> pem = readSmallFile(path);
  if (!pem) return pem.error();
  const Memory memory{BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size()))};
  Certificate certificate{memory ? PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr)
                                 : nullptr};
  if (!certificate) return Error{ErrorCode::kInvalid, path + " holds no usable certificate."};
  return certificate;
}

std::string nameIn(const GENERAL_NAME& name) {
  if (name.type == GEN_DNS) {
    const ASN1_IA5STRING* text = name.d.dNSName;
    return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
            static_cast<std::size_t>(ASN1_STRING_length(text))};
  }
  if (name.type != GEN_IPADD) return {};
  const ASN1_OCTET_STRING* bytes = name.d.iPAddress;
  const int family =
      ASN1_STRING_length(bytes) == static_cast<int>(sizeof(in_addr)) ? AF_INET : AF_INET6;
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (inet_ntop(family, ASN1_STRING_get0_data(bytes), text.data(), text.size()) == nullptr)
    return {};
  return text.data();
}

Error noneYet(const std::string& path) {
  return {ErrorCode::kNotFound, path +
                                    " holds no certificate yet. Make one: rapport-server "
                                    "certificate make --name HOST"};
}

}  // namespace

CertificateFolder::CertificateFolder(std::string path) : path_(std::move(path)) {}

TlsFiles CertificateFolder::files() const { return {path_ + "/server.crt", path_ + "/server.key"}; }

std::string CertificateFolder::backupKeyPath() const { return path_ + "/backup.key"; }

Status CertificateFolder::make(const std::vector<std::string>& names, WallTime now,
                               std::chrono::days life) const {
  if (const Status fit = checkNames(names); !fit) return fit;
  std::error_code failure;
  std::filesystem::create_directories(path_, failure);
  if (failure) return Error{ErrorCode::kStorageFailed, path_ + " could not be made."};
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all, failure);
  if (std::filesystem::exists(files().key)) {
    return Error{ErrorCode::kConflict, path_ +
                                           " holds a key already. To give it a new certificate: "
                                           "rapport-server certificate renew"};
  }
  const Result<ServerKey> key = ServerKey::generate();
  if (!key) return key.error();
  const Result<ServerKey> backup = ServerKey::generate();
  if (!backup) return backup.error();
  if (const Status kept = backup->write(backupKeyPath()); !kept) return kept;
  const Status written = writeCertificate(files().certificate, *key, names, now, life);
  return written ? key->write(files().key) : written;
}

Status CertificateFolder::renew(const std::vector<std::string>& given, WallTime now,
                                std::chrono::days life) const {
  if (!std::filesystem::exists(files().key)) return noneYet(path_);
  const Result<ServerKey> key = ServerKey::read(files().key);
  if (!key) return key.error();
  const Result<std::vector<std::string>> wanted = given.empty() ? names() : given;
  if (!wanted) return wanted.error();
  if (const Status fit = checkNames(*wanted); !fit) return fit;
  return writeCertificate(files().certificate, *key, *wanted, now, life);
}

Status CertificateFolder::useBackupKey(const std::vector<std::string>& given, WallTime now,
                                       std::chrono::days life) const {
  if (!std::filesystem::exists(backupKeyPath())) return noneYet(path_);
  const Result<ServerKey> backup = ServerKey::read(backupKeyPath());
  if (!backup) return backup.error();
  const Result<std::vector<std::string>> wanted = given.empty() ? names() : given;
  if (!wanted) return wanted.error();
  if (const Status fit = checkNames(*wanted); !fit) return fit;
  const Result<ServerKey> next = ServerKey::generate();
  if (!next) return next.error();
  if (const Status kept = backup->write(files().key); !kept) return kept;
  const Status written = writeCertificate(files().certificate, *backup, *wanted, now, life);
  return written ? next->write(backupKeyPath()) : written;
}

Result<std::vector<std::string>> CertificateFolder::pins() const {
  std::vector<std::string> out;
  for (const std::string& path : {files().key, backupKeyPath()}) {
    const Result<ServerKey> key = ServerKey::read(path);
    if (!key) return key.error();
    Result<std::string> pin = key->pin();
    if (!pin) return pin.error();
    out.push_back(std::move(*pin));
  }
  return out;
}

Result<std::vector<std::string>> CertificateFolder::names() const {
  if (!std::filesystem::exists(files().certificate)) return noneYet(path_);
  const Result<Certificate> certificate = readCertificate(files().certificate);
  if (!certificate) return certificate.error();
  const std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>> names{static_cast<GENERAL_NAMES*>(
      X509_get_ext_d2i(certificate->get(), NID_subject_alt_name, nullptr, nullptr))};
  std::vector<std::string> out;
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    std::string name = nameIn(*sk_GENERAL_NAME_value(names.get(), i));
    if (!name.empty()) out.push_back(std::move(name));
  }
  return out;
}

Result<WallTime> CertificateFolder::expiry() const {
  const Result<Certificate> certificate = readCertificate(files().certificate);
  if (!certificate) return certificate.error();
  std::tm ends{};
  if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate->get()), &ends) != 1) return opensslFailed();
  return WallTime{std::chrono::seconds{timegm(&ends)}};
}

}  // namespace rapport
