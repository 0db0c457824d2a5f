#include "server/commands/serving_note.h"

#include <nlohmann/json.hpp>

#include "server/net/private_file.h"
#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::string pathIn(const std::string& folder) { return folder + "/serving.json"; }

}  // namespace

Status writeServingNote(const std::string& folder, const PublicAddress& address) {
  const Json note{{"address", hostAndPort(address.host, address.port)},
                  {"tls", address.transport == Transport::kTls},
                  {"pins", address.pins}};
  return writePrivateFile(pathIn(folder), note.dump() + "\n");
}

Result<PublicAddress> readServingNote(const std::string& folder) {
  const Error broken{ErrorCode::kInvalid,
                     pathIn(folder) + " is damaged. Start the server again, or give --address."};
  const Result<std::string> text = readSmallFile(pathIn(folder));
  if (!text) {
    return Error{ErrorCode::kNotFound,
                 "No server has run on this data yet, so its address is not "
                 "known. Start it, or give --address HOST:PORT."};
  }
  const Result<Json> note = parseBoundedJson(*text, limits::kControlBytes);
  if (!note || !note->is_object()) return broken;
  const Json where = note->value("address", Json());
  const Json tls = note->value("tls", Json());
  const Json pins = note->value("pins", Json());
  const auto parsed =
      where.is_string() ? parseHostPort(where.get<std::string>()) : Result<HostPort>(broken);
  if (!parsed || !tls.is_boolean() || !pins.is_array()) return broken;
  PublicAddress address;
  address.host = parsed->host;
  address.port = parsed->port;
  address.transport = tls.get<bool>() ? Transport::kTls : Transport::kPlain;
  for (const Json& pin : pins) {
    if (!pin.is_string()) return broken;
    address.pins.push_back(pin.get<std::string>());
  }
  return address;
}

}  // namespace rapport
