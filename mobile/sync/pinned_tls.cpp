#include "mobile/sync/pinned_tls.h"

#include <algorithm>

#include <boost/asio/ssl/verify_context.hpp>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include "shared/base/bytes.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"

namespace rapport {
namespace {

namespace ssl = boost::asio::ssl;

std::string pinOf(X509* certificate) {
  unsigned char* encoded = nullptr;
  const int sizeBytes = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &encoded);
  if (sizeBytes <= 0) return {};
  const Sha256 hash =
      sha256Of({reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(sizeBytes)});
  OPENSSL_free(encoded);
  return toBase64Url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

// Judges the server's own certificate only: who signed it says nothing beside the pin.
bool isPinned(const std::vector<std::string>& pins, ssl::verify_context& context) {
  if (X509_STORE_CTX_get_error_depth(context.native_handle()) > 0) return true;
  X509* certificate = X509_STORE_CTX_get_current_cert(context.native_handle());
  if (certificate == nullptr) return false;
  return std::find(pins.begin(), pins.end(), pinOf(certificate)) != pins.end();
}

}  // namespace

ssl::context pinnedTls(const std::vector<std::string>& pins) {
  ssl::context context(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  context.set_verify_mode(ssl::verify_peer);
  if (pins.empty()) {
    context.set_default_verify_paths();
  } else {
    context.set_verify_callback(
        [pins](bool, ssl::verify_context& verifying) { return isPinned(pins, verifying); });
  }
  return context;
}

}  // namespace rapport
