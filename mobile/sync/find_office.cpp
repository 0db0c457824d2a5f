#include "mobile/sync/find_office.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/model/bounded_json.h"
#include "shared/protocol/enrol_office.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kPath = "/api/enrol/office";

std::string placeOf(const Office& office) { return officeAddressText(office.host, office.port); }

Error noOffice(const Office& asked) {
  return {ErrorCode::kRefused,
          "What answers at " + placeOf(asked) + " is not an office. Check the address."};
}

Error strangerAt(const Office& asked) {
  return {ErrorCode::kRefused,
          "What answers at " + placeOf(asked) +
              " could not prove that it is your office, so the code was not sent to it. Check the "
              "address, or try another network."};
}

// Said in our own words: nobody has proved yet whose words the answer's would be.
Error refusalOf(const Office& asked, unsigned status) {
  constexpr unsigned kNotFound = 404, kTooMany = 429, kBusy = 503;
  if (status == kNotFound) {
    return {ErrorCode::kRefused, "The office at " + placeOf(asked) +
                                     " does not know this code. Check both, or ask your "
                                     "coordinator for a new code."};
  }
  if (status == kTooMany) {
    return {ErrorCode::kUnavailable,
            "Too many codes were wrong here. Wait a quarter of an hour, then try again."};
  }
  if (status == kBusy) {
    return {ErrorCode::kUnavailable, "The office is busy. Try again in a moment."};
  }
  return noOffice(asked);
}

std::optional<std::string> shortText(const Json& json) {
  if (!json.is_string()) return std::nullopt;
  auto text = json.get<std::string>();
  if (text.empty() || text.size() > limits::kNameBytes) return std::nullopt;
  return text;
}

std::optional<OfficeStatement> statementFrom(const Json& body) {
  const auto programme = shortText(body.value("programme", Json()));
  const Json pins = body.value("pins", Json());
  if (!programme || !pins.is_array() || pins.size() > limits::kPinsPerLink) return std::nullopt;
  OfficeStatement statement{*programme, {}};
  for (const Json& pin : pins) {
    auto text = shortText(pin);
    if (!text) return std::nullopt;
    statement.pins.push_back(*std::move(text));
  }
  return statement;
}

bool maySpeakFor(const OfficeStatement& statement, const Office& asked, const HttpAnswer& answer) {
  // An office that has keys shows one: without TLS it would be somebody in between.
  if (asked.transport == Transport::kPlain) {
    return isLoopback(asked.host) && statement.pins.empty();
  }
  return !answer.shownPin.empty() &&
         std::ranges::find(statement.pins, answer.shownPin) != statement.pins.end();
}

Result<EnrolLink> askAt(const EnrolmentCode& code, const HostPort& address, Random& random,
                        Transport transport) {
  const Office office{address.host, address.port, transport, {}};
  const OfficeQuestion question(code, random);
  const auto answer = postJsonToStranger(office, kPath, question.body());
  if (!answer) return answer.error();
  return question.judge(office, *answer);
}

}  // namespace

OfficeQuestion::OfficeQuestion(const EnrolmentCode& code, Random& random)
    : code_(code), nonce_(limits::kEnrolmentNonceBytes, '\0') {
  random.fill({reinterpret_cast<std::uint8_t*>(nonce_.data()), nonce_.size()});
}

std::string OfficeQuestion::body() const {
  const Digest lookup = enrolmentLookup(enrolmentCodeHash(code_.view()));
  return Json{{"lookup", toBase64Url(viewOf(lookup))}, {"nonce", toBase64Url(nonce_)}}.dump();
}

Result<EnrolLink> OfficeQuestion::judge(const Office& asked, const HttpAnswer& answer) const {
  const auto body = parseBoundedJson(answer.body, limits::kHttpAnswerBytes);
  if (!body || !body->is_object()) return noOffice(asked);
  if (answer.status != 200) return refusalOf(asked, answer.status);
  const auto statement = statementFrom(*body);
  const auto mac = shortText(body->value("mac", Json()));
  const auto macBytes = mac ? fromBase64Url(*mac) : std::nullopt;
  if (!statement || !macBytes) return noOffice(asked);
  const Digest codeHash = enrolmentCodeHash(code_.view());
  const bool knowsCode = officeMacFits(codeHash, nonce_, *statement, *macBytes);
  if (!knowsCode || !maySpeakFor(*statement, asked, answer)) return strangerAt(asked);
  return EnrolLink{asked.host,       asked.port,      statement->programme,
                   code_.toString(), asked.transport, statement->pins};
}

Result<EnrolLink> linkFor(const TypedInvitation& typed, Random& random) {
  const auto code = EnrolmentCode::parse(typed.linkOrCode);
  if (!code) {
    auto link = parseEnrolLink(typed.linkOrCode);
    if (link || typed.linkOrCode.find("://") != std::string::npos) return link;
    return Error{ErrorCode::kInvalid,
                 "This is neither a link nor a whole code. A code has 26 letters and digits."};
  }
  if (typed.office.find_first_not_of(' ') == std::string::npos) {
    return Error{ErrorCode::kInvalid,
                 "A code does not say where the office is. Give the office's address as well; it "
                 "stands beside the code."};
  }
  const auto address = parseOfficeAddress(typed.office);
  if (!address) return address.error();
  if (isLoopback(address->host)) {  // an office on this machine itself may serve without TLS
    auto found = askAt(*code, *address, random, Transport::kPlain);
    if (found || found.error().code != ErrorCode::kUnavailable) return found;
  }
  return askAt(*code, *address, random, Transport::kTls);
}

}  // namespace rapport
