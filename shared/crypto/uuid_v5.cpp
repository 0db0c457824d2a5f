#include "shared/crypto/uuid_v5.h"

#include <algorithm>

#include <boost/uuid/name_generator_sha1.hpp>

namespace rapport {

Uuid makeUuidV5(const Uuid& nameSpace, ByteView name) {
  boost::uuids::uuid space{};
  std::copy(nameSpace.bytes.begin(), nameSpace.bytes.end(), space.begin());
  const boost::uuids::uuid made =
      boost::uuids::name_generator_sha1(space)(name.data(), name.size());
  Uuid id;
  std::copy(made.begin(), made.end(), id.bytes.begin());
  return id;
}

}  // namespace rapport
