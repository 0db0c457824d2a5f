#include "shared/crypto/mac.h"

#include <sodium.h>

#include "shared/crypto/compare.h"
#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

template <typename Mac>
Mac keyed(const SecretKey& key, ByteView message) {
  Mac mac;
  crypto_generichash(mac.data(), mac.size(), sodium::bytesOf(message), message.size(), key.data(),
                     key.view().size());
  return mac;
}

template <typename Mac>
bool fits(const Mac& expected, ByteView given) {
  return equalInConstantTime({reinterpret_cast<const char*>(expected.data()), expected.size()},
                             given);
}

}  // namespace

Mac16 mac16(const SecretKey& key, ByteView message) { return keyed<Mac16>(key, message); }

Mac32 mac32(const SecretKey& key, ByteView message) { return keyed<Mac32>(key, message); }

bool macFits(const SecretKey& key, ByteView message, ByteView mac) {
  if (mac.size() == std::tuple_size_v<Mac16>) return fits(mac16(key, message), mac);
  return fits(mac32(key, message), mac);
}

}  // namespace rapport
