#include "server/net/certificate.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "server/net/server_key.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"
#include "tests/server/net/running_server.h"

namespace rapport::testing {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::days kLife{30};
const std::vector<std::string> kNames{"office.example.org", "127.0.0.1", "::1"};

class CertificateTest : public ::testing::Test {
 protected:
  WallTime now() const { return SystemClock().wallNow(); }

  TempFolder temporary_;
  CertificateFolder folder_{temporary_.file("tls")};
};

TEST_F(CertificateTest, MadeWithItsNamesItsExpiryAndTwoPins) {
  need(folder_.make(kNames, now(), kLife));
  EXPECT_EQ(need(folder_.names()), kNames);
  EXPECT_NEAR(static_cast<double>((need(folder_.expiry()) - now()).count()),
              static_cast<double>(std::chrono::milliseconds(kLife).count()), 60'000.0);
  const auto pins = need(folder_.pins());
  ASSERT_EQ(pins.size(), 2U);
  EXPECT_NE(pins[0], pins[1]);
  EXPECT_EQ(fromBase64Url(pins[0])->size(), 32U);
}

TEST_F(CertificateTest, KeysAreTheirOwnersAlone) {
  need(folder_.make(kNames, now(), kLife));
  for (const std::string& path : {folder_.files().key, folder_.backupKeyPath()}) {
    struct stat found {};
    ASSERT_EQ(::stat(path.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777U, 0600U) << path;
  }
}

TEST_F(CertificateTest, NeverReplacesAKeyByAccident) {
  need(folder_.make(kNames, now(), kLife));
  EXPECT_EQ(folder_.make(kNames, now(), kLife).error().code, ErrorCode::kConflict);
}

TEST_F(CertificateTest, RenewalKeepsTheKeySoThatNoTabletNotices) {
  need(folder_.make(kNames, now(), kLife));
  const auto before = need(folder_.pins());
  need(folder_.renew({}, now(), 2 * kLife));
  EXPECT_EQ(need(folder_.pins()), before);
  EXPECT_EQ(need(folder_.names()), kNames);
  EXPECT_GT(need(folder_.expiry()), now() + kLife + std::chrono::hours{1});
  need(folder_.renew({"new.example.org"}, now(), kLife));
  EXPECT_EQ(need(folder_.names()), std::vector<std::string>{"new.example.org"});
}

TEST_F(CertificateTest, BackupKeyTakesOverAndANewBackupIsDrawn) {
  need(folder_.make(kNames, now(), kLife));
  const auto before = need(folder_.pins());
  need(folder_.useBackupKey({}, now(), kLife));
  const auto after = need(folder_.pins());
  EXPECT_EQ(after[0], before[1]) << "tablets that pinned both follow";
  EXPECT_NE(after[1], before[0]);
  EXPECT_NE(after[1], before[1]);
}

TEST_F(CertificateTest, NamesThatAreNoneAreRefused) {
  for (const char* bad : {"", "two words", "evil,DNS:other", "a/b", "ñ.example"}) {
    EXPECT_EQ(folder_.make({bad}, now(), kLife).error().code, ErrorCode::kInvalid) << bad;
  }
  EXPECT_FALSE(folder_.make({}, now(), kLife));
}

TEST_F(CertificateTest, NoCertificateIsExplained) {
  NetOptions options;
  options.tls = folder_.files();
  const auto server = NetServer::open(options);
  ASSERT_FALSE(server);
  EXPECT_NE(server.error().message.find("certificate make"), std::string::npos);
}

// What one client of a TLS server saw.
struct Seen {
  bool open = false;
  std::string version, pin;
};

Seen connectTo(std::uint16_t port, asio::ssl::context& context) {
  asio::io_context io;
  asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
  boost::system::error_code failure;
  stream.next_layer().connect({asio::ip::address_v4::loopback(), port}, failure);
  stream.handshake(asio::ssl::stream_base::client, failure);
  if (failure) return {};
  X509* certificate = SSL_get1_peer_certificate(stream.native_handle());
  unsigned char* der = nullptr;
  const int size = i2d_PUBKEY(X509_get0_pubkey(certificate), &der);
  const Sha256 hash =
      sha256Of({reinterpret_cast<const char*>(der), static_cast<std::size_t>(size)});
  OPENSSL_free(der);
  X509_free(certificate);
  return {true, SSL_get_version(stream.native_handle()),
          toBase64Url({reinterpret_cast<const char*>(hash.data()), hash.size()})};
}

TEST_F(CertificateTest, ServerShowsThePinnedKeyOverModernTlsOnly) {
  need(folder_.make(kNames, now(), kLife));
  NetOptions options;
  options.tls = folder_.files();
  RunningServer server(options);
  asio::ssl::context modern(asio::ssl::context::tls_client);
  const Seen seen = connectTo(server.port(), modern);
  EXPECT_EQ(seen.version, "TLSv1.3");
  EXPECT_EQ(seen.pin, need(folder_.pins())[0]);
  asio::ssl::context old(asio::ssl::context::tls_client);
  SSL_CTX_set_security_level(old.native_handle(), 0);
  SSL_CTX_set_max_proto_version(old.native_handle(), TLS1_1_VERSION);
  EXPECT_FALSE(connectTo(server.port(), old).open);
  EXPECT_EQ(get(server.port(), "/healthz").status, 0U) << "nothing is answered without TLS";
}

}  // namespace
}  // namespace rapport::testing
