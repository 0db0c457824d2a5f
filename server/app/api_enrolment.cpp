#include "server/app/api_call.h"
#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Result<Bytes> bytesIn(const Json& body, const char* key) {
  const Result<std::string> text = textIn(body, key);
  if (!text) return text.error();
  if (auto bytes = fromBase64Url(*text)) return std::move(*bytes);
  return Error{ErrorCode::kInvalid, "\"" + std::string(key) + "\" must be base64url."};
}

Result<Redemption> redemptionFrom(const Json& body) {
  const Result<std::string> code = textIn(body, "code");
  if (!code) return code.error();
  const Result<Bytes> key = bytesIn(body, "public_key");
  if (!key) return key.error();
  const Result<std::string> name = textIn(body, "device_name");
  if (!name) return name.error();
  const Result<Bytes> signature = bytesIn(body, "signature");
  if (!signature) return signature.error();
  return Redemption{*code, *key, *name, *signature};
}

ApiReply tooMany() {
  return ApiReply{
      {{"error",
        {{"code", "too_many"},
         {"message", "Too many codes from this address were wrong. Wait a quarter of an hour."}}}},
      429};
}

// Asked by a tablet that does not trust this server yet. What is no question at all is told like a
// code that nobody has.
Result<ApiReply> office(const ApiCall& call) {
  if (call.codes.begin(call.request.address)) return tooMany();
  const Result<Bytes> lookup = bytesIn(call.body, "lookup");
  const Result<Bytes> nonce = bytesIn(call.body, "nonce");
  const Result<OfficeProof> proof = call.desk.enrolments.proveOffice(
      {lookup ? *lookup : Bytes{}, nonce ? *nonce : Bytes{}}, call.address.pins);
  if (!proof) return proof.error();
  call.codes.succeeded(call.request.address);
  return ApiReply{{{"programme", proof->statement.programme},
                   {"pins", proof->statement.pins},
                   {"mac", toBase64Url(viewOf(proof->mac))}}};
}

// Asked first to be let in, then again and again until a coordinator confirmed: one question.
Result<ApiReply> enrol(const ApiCall& call) {
  const Result<Redemption> redemption = redemptionFrom(call.body);
  if (!redemption) return redemption.error();
  if (call.codes.begin(call.request.address)) return tooMany();
  const Result<EnrolmentRow> row = call.desk.enrolments.redeem(*redemption);
  if (!row) return row.error();
  call.codes.succeeded(call.request.address);
  const Result<std::string> title = call.desk.accounts.titleOf(row->programme);
  if (!title) return title.error();
  const bool confirmed = row->state == EnrolmentState::kConfirmed;
  Json answer = {{"programme", row->programme},
                 {"programme_name", title->empty() ? row->programme : *title},
                 {"replica", row->claim->replica.toString()},
                 {"person", row->person.toString()},
                 {"person_name", row->personName},
                 {"device_name", row->claim->deviceName},
                 {"role", nameOf(row->role)},
                 {"state", confirmed ? "confirmed" : "waiting"},
                 {"words", row->claim->words}};
  if (!call.desk.sealTo.empty()) answer["seal_to"] = toBase64Url(call.desk.sealTo);
  return ApiReply{std::move(answer)};
}

}  // namespace

const std::vector<ApiRoute>& enrolmentRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kPost, "/api/enrol/office", Access::kAnybody, office, std::nullopt},
      {Method::kPost, "/api/enrol", Access::kAnybody, enrol, std::nullopt},
      {Method::kPost, "/api/enrol/poll", Access::kAnybody, enrol, std::nullopt}};
  return kRoutes;
}

}  // namespace rapport
