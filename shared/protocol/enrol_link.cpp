#include "shared/protocol/enrol_link.h"

#include <algorithm>
#include <optional>
#include <set>

#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/protocol/plain_text.h"

namespace rapport {
namespace {

constexpr std::string_view kScheme = "rapport://";
constexpr std::string_view kPath = "/enrol";
constexpr std::string_view kProofDomain = "rapport enrolment v1";

Error invalid(std::string reason) {
  return {ErrorCode::kInvalid, "This is not an enrolment link: " + std::move(reason) +
                                   " Copy the whole link, or ask for a new one."};
}

Status takePair(EnrolLink& link, std::string_view key, std::string_view value,
                std::set<std::string_view>& seen) {
  if (!isPlainValue(value)) return invalid("the value of \"" + std::string(key) + "\" is broken.");
  if (key == "pin") {
    if (link.pins.size() >= limits::kPinsPerLink) return invalid("it names too many keys.");
    link.pins.emplace_back(value);
    return {};
  }
  if (!seen.insert(key).second) return invalid("\"" + std::string(key) + "\" stands twice.");
  if (key == "programme") link.programme = value;
  if (key == "code") link.code = value;
  if (key == "tls") {
    if (value != "0" && value != "1") return invalid("\"tls\" is neither 0 nor 1.");
    link.transport = value == "1" ? Transport::kTls : Transport::kPlain;
  }
  return {};  // what a newer server adds is passed over
}

Status takeQuery(EnrolLink& link, std::string_view query) {
  std::set<std::string_view> seen;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return invalid("a part of it has no value.");
    const Status taken = takePair(link, pair.substr(0, equals), pair.substr(equals + 1), seen);
    if (!taken) return taken;
  }
  for (const std::string_view needed : {"programme", "code", "tls"}) {
    if (!seen.contains(needed)) return invalid("\"" + std::string(needed) + "\" is missing.");
  }
  return {};
}

}  // namespace

std::string toText(const EnrolLink& link) {
  std::string out = std::string(kScheme) + hostAndPort(link.host, link.port) + std::string(kPath) +
                    "?programme=" + link.programme + "&code=" + link.code +
                    "&tls=" + (link.transport == Transport::kTls ? "1" : "0");
  for (const std::string& pin : link.pins) out += "&pin=" + pin;
  return out;
}

Result<EnrolLink> parseEnrolLink(std::string_view text) {
  text = trimmed(text);
  if (text.size() > limits::kLinkBytes) return invalid("it is too long.");
  if (!text.starts_with(kScheme)) return invalid("it does not begin with rapport://.");
  text.remove_prefix(kScheme.size());
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return invalid("it names no programme.");
  Result<HostPort> address = parseHostPort(text.substr(0, slash));
  if (!address || address->port == 0) return invalid("it names no server.");
  text.remove_prefix(slash);
  const std::size_t mark = text.find('?');
  if (text.substr(0, mark) != kPath || mark == std::string_view::npos) {
    return invalid("it is a link to something else.");
  }
  EnrolLink link;
  link.host = std::move(address->host);
  link.port = address->port;
  const Status taken = takeQuery(link, text.substr(mark + 1));
  if (!taken) return taken.error();
  if (link.transport == Transport::kPlain && !isLoopback(link.host)) {
    return invalid("without TLS it may lead to this machine only.");
  }
  return link;
}

Bytes enrolmentProof(std::string_view code, ByteView publicKey, std::string_view deviceName) {
  ByteWriter out;
  out.raw(kProofDomain);
  out.blob(code);
  out.blob(publicKey);
  out.blob(deviceName);
  return out.take();
}

std::string enrolmentWords(ByteView proof) {
  const Digest digest = digestOf(proof);
  std::string out;
  for (const std::string_view word : confirmationWords(viewOf(digest))) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace rapport
