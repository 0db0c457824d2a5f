#include "server/net/tls.h"

#include <openssl/ssl.h>

namespace rapport {
namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* kCiphers12 =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";

Error unusable(const std::string& path, const std::string& why) {
  return {ErrorCode::kInvalid, path + " cannot be used for TLS: " + why +
                                   ". Make one with: rapport-server certificate make"};
}

}  // namespace

Result<ssl::context> tlsContext(const TlsFiles& files) {
  ssl::context context(ssl::context::tls_server);
  boost::system::error_code failure;
  context.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                          ssl::context::no_tlsv1_1 | ssl::context::no_compression,
                      failure);
  if (failure || SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION) != 1 ||
      SSL_CTX_set_cipher_list(context.native_handle(), kCiphers12) != 1) {
    return Error{ErrorCode::kInternal, "OpenSSL does not offer what TLS needs here."};
  }
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
  context.use_certificate_chain_file(files.certificate, failure);
  if (failure) return unusable(files.certificate, failure.message());
  context.use_private_key_file(files.key, ssl::context::pem, failure);
  if (failure) return unusable(files.key, failure.message());
  return context;
}

}  // namespace rapport
