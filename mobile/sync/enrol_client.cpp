#include "mobile/sync/enrol_client.h"

#include <nlohmann/json.hpp>

#include "mobile/sync/http_post.h"
#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/signing.h"
#include "shared/model/bounded_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error strange() {
  return Error{ErrorCode::kUnavailable,
               "The office gave an answer that this app does not understand. Update the app."};
}

std::string textOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Error refusalOf(unsigned status, const Json& body) {
  const auto error = body.find("error");
  const std::string message =
      error != body.end() && error->is_object() ? textOf(*error, "message") : "";
  if (message.empty()) return strange();
  return Error{status >= 500 ? ErrorCode::kUnavailable : ErrorCode::kRefused, message};
}

std::string requestBody(const EnrolLink& link, const SigningKey& key, std::string_view deviceName,
                        ByteView proof) {
  return Json{{"code", link.code},
              {"public_key", toBase64Url(key.publicKey().view())},
              {"device_name", deviceName},
              {"signature", toBase64Url(key.sign(proof).view())}}
      .dump();
}

Result<EnrolAnswer> answerFrom(const EnrolLink& link, std::string_view deviceName, ByteView proof,
                               const Json& body) {
  EnrolAnswer answer;
  answer.confirmed = textOf(body, "state") == "confirmed";
  // Our own, not the answer's: whoever passed another key on to the office cannot hide it.
  answer.words = enrolmentWords(proof);
  if (!answer.confirmed) return answer;
  const auto replica = Uuid::parse(textOf(body, "replica"));
  const auto person = Uuid::parse(textOf(body, "person"));
  const auto role = roleNamed(textOf(body, "role"));
  answer.enrolment.programme = textOf(body, "programme");
  if (!replica || !person || !role || answer.enrolment.programme.empty()) return strange();
  answer.replica = {*replica};
  answer.enrolment.person = {*person};
  answer.enrolment.personName = textOf(body, "person_name");
  answer.enrolment.deviceName = std::string(deviceName);
  answer.enrolment.role = *role;
  answer.enrolment.server = hostAndPort(link.host, link.port);
  answer.enrolment.tls = link.transport == Transport::kTls;
  answer.enrolment.pins = link.pins;
  const auto sealTo = fromBase64Url(textOf(body, "seal_to"));
  if (sealTo && SealingPublicKey::fromBytes(*sealTo)) answer.enrolment.sealTo = *sealTo;
  return answer;
}

Result<EnrolAnswer> ask(std::string_view path, const EnrolLink& link, const SigningKey& key,
                        std::string_view deviceName) {
  const Bytes proof = enrolmentProof(link.code, key.publicKey().view(), deviceName);
  const auto answer = postJson(officeOf(link), path, requestBody(link, key, deviceName, proof));
  if (!answer) return answer.error();
  const auto body = parseBoundedJson(answer->body, limits::kHttpAnswerBytes);
  if (!body || !body->is_object()) return strange();
  if (answer->status >= 400) return refusalOf(answer->status, *body);
  return answerFrom(link, deviceName, proof, *body);
}

}  // namespace

Result<EnrolAnswer> redeem(const EnrolLink& link, const SigningKey& key,
                           std::string_view deviceName) {
  return ask("/api/enrol", link, key, deviceName);
}

Result<EnrolAnswer> pollEnrolment(const EnrolLink& link, const SigningKey& key,
                                  std::string_view deviceName) {
  return ask("/api/enrol/poll", link, key, deviceName);
}

}  // namespace rapport
