#include "mobile/sync/office_tls.h"

#include <algorithm>
#include <memory>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/verify_context.hpp>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "shared/base/bytes.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"
#include "shared/protocol/http_date.h"

namespace rapport {
namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* kCiphers12 =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";
constexpr const char* kNothingSent = " Nothing was sent, and what is on this tablet is safe.";

std::string pinOf(X509* certificate) {
  unsigned char* encoded = nullptr;
  const int sizeBytes = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &encoded);
  if (sizeBytes <= 0) return {};
  const Sha256 hash =
      sha256Of({reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(sizeBytes)});
  OPENSSL_free(encoded);
  return toBase64Url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

bool isPinned(const std::vector<std::string>& pins, X509* certificate) {
  return std::find(pins.begin(), pins.end(), pinOf(certificate)) != pins.end();
}

// Judges the server's own certificate only: who signed it says nothing beside the pin.
bool believes(const std::vector<std::string>& pins, ssl::verify_context& context) {
  if (X509_STORE_CTX_get_error_depth(context.native_handle()) > 0) return true;
  X509* certificate = X509_STORE_CTX_get_current_cert(context.native_handle());
  if (certificate != nullptr && isPinned(pins, certificate)) return true;
  X509_STORE_CTX_set_error(context.native_handle(), X509_V_ERR_CERT_REJECTED);
  return false;
}

bool isAddress(const std::string& host) {
  boost::system::error_code failure;
  boost::asio::ip::make_address(host, failure);
  return !failure;
}

std::string where(const Office& office) { return hostAndPort(office.host, office.port); }

std::string anotherKey(const Office& office) {
  return "What answers at " + where(office) +
         " is not the office that was enrolled with: it shows another key." + kNothingSent +
         " Tell the coordinator before you do anything else.";
}

std::string wrongDates(const char* fault) {
  return std::string("The certificate of the office ") + fault + "." + kNothingSent +
         " Ask the administrator to renew it.";
}

}  // namespace

ssl::context officeTls(const Office& office) {
  ssl::context context(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context.native_handle(), kCiphers12);
  context.set_verify_mode(ssl::verify_peer);
  if (office.pins.empty()) {
    boost::system::error_code none;  // without authorities nobody is believed
    context.set_default_verify_paths(none);
  } else {
    context.set_verify_callback([pins = office.pins](bool, ssl::verify_context& verifying) {
      return believes(pins, verifying);
    });
  }
  return context;
}

void expectOffice(SSL* tls, const Office& office) {
  const bool address = isAddress(office.host);
  if (!address) SSL_set_tlsext_host_name(tls, office.host.c_str());
  if (!office.pins.empty()) return;
  X509_VERIFY_PARAM* wanted = SSL_get0_param(tls);
  if (address) {
    X509_VERIFY_PARAM_set1_ip_asc(wanted, office.host.c_str());
  } else {
    X509_VERIFY_PARAM_set1_host(wanted, office.host.c_str(), office.host.size());
  }
}

Distrust whyRefused(SSL* tls, const Office& office, const boost::system::error_code& failure) {
  const bool aboutTls = failure.category() == boost::asio::error::get_ssl_category();
  if (!aboutTls) return std::nullopt;
  const long verdict = SSL_get_verify_result(tls);
  switch (verdict) {
    case X509_V_OK:
      break;
    case X509_V_ERR_CERT_REJECTED:
      return anotherKey(office);
    case X509_V_ERR_CERT_HAS_EXPIRED:
      return wrongDates("has expired, or this tablet's date is wrong");
    case X509_V_ERR_CERT_NOT_YET_VALID:
      return wrongDates("is not valid yet, or this tablet's date is wrong");
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
      return "The certificate at " + where(office) + " was made for another name." + kNothingSent +
             " Check the address, or ask the coordinator for a new link.";
    default:
      return "The certificate at " + where(office) + " is not to be trusted (" +
             X509_verify_cert_error_string(verdict) + ")." + kNothingSent +
             " Ask the coordinator for a link with the office's key in it.";
  }
  return "What answers at " + where(office) + " does not speak TLS as the office does (" +
         failure.message() + ")." + kNothingSent + " Check the address, or tell the coordinator.";
}

Distrust whyDistrusted(SSL* tls, const Office& office, std::string_view officeDate) {
  const std::unique_ptr<X509, decltype(&X509_free)> certificate{SSL_get1_peer_certificate(tls),
                                                                &X509_free};
  if (office.pins.empty()) return std::nullopt;  // the handshake judged it whole
  if (!certificate || !isPinned(office.pins, certificate.get())) return anotherKey(office);
  const WallTime now = parseHttpDate(officeDate).value_or(SystemClock().wallNow());
  std::time_t seconds =
      std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  // 0 is an unreadable date, which holds for no moment.
  if (X509_cmp_time(X509_get0_notAfter(certificate.get()), &seconds) <= 0) {
    return wrongDates("has expired");
  }
  if (X509_cmp_time(X509_get0_notBefore(certificate.get()), &seconds) >= 0) {
    return wrongDates("is not valid yet");
  }
  return std::nullopt;
}

ssl::context strangersTls() {
  ssl::context context(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context.native_handle(), kCiphers12);
  context.set_verify_mode(ssl::verify_none);
  return context;
}

std::string shownPin(SSL* tls) {
  X509* certificate = SSL_get0_peer_certificate(tls);
  return certificate == nullptr ? std::string() : pinOf(certificate);
}

}  // namespace rapport
