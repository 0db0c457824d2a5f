#include "server/app/api.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/app/invitation.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/enrolment_code.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

using Json = nlohmann::json;

constexpr const char* kOrigin = "http://127.0.0.1:8420";
constexpr const char* kPassword = "river stones";

struct Browser {
  std::string token, csrf;
};

class ApiTest : public ::testing::Test {
 protected:
  Browser signIn(const std::string& name) {
    ApiRequest request = post("/api/sign-in", {{"name", name}, {"password", kPassword}});
    const ApiAnswer answer = api_.handle(request);
    EXPECT_EQ(answer.status, 200U) << answer.body;
    const std::string& cookie = answer.setCookie.value();
    const std::size_t from = cookie.find('=') + 1;
    return {cookie.substr(from, cookie.find(';') - from), Json::parse(answer.body)["csrf"]};
  }

  Browser person(const std::string& name, Role role) {
    desk_.addUser(name, role, kPassword);
    return signIn(name);
  }

  static ApiRequest post(const std::string& path, const Json& body, const Browser& by = {}) {
    ApiRequest request;
    request.method = Method::kPost;
    request.path = path;
    request.body = body.dump();
    request.contentType = "application/json";
    request.origin = kOrigin;
    request.sessionToken = by.token;
    request.csrf = by.csrf;
    request.address = "127.0.0.1";
    return request;
  }

  // A new tablet's.
  ApiRequest redemption(const std::string& code) {
    const SigningKey key = SigningKey::generate(desk_.random);
    const Bytes publicKey(key.publicKey().view());
    const Bytes proof = enrolmentProof(code, publicKey, "Tablet 7");
    ApiRequest request = post("/api/enrol", {{"code", code},
                                             {"public_key", toBase64Url(publicKey)},
                                             {"device_name", "Tablet 7"},
                                             {"signature", toBase64Url(key.sign(proof).view())}});
    request.origin.reset();  // a tablet has none
    return request;
  }

  static std::string lookupOf(const Digest& codeHash) {
    return toBase64Url(viewOf(enrolmentLookup(codeHash)));
  }

  static ApiRequest get(const std::string& path, const Browser& by, const std::string& query = "") {
    ApiRequest request;
    request.path = path;
    request.query = query;
    request.sessionToken = by.token;
    request.address = "127.0.0.1";
    return request;
  }

  Json ask(const ApiRequest& request, unsigned status = 200) {
    const ApiAnswer answer = api_.handle(request);
    EXPECT_EQ(answer.status, status) << request.path << ": " << answer.body;
    return Json::parse(answer.body);
  }

  std::string codeOf(const ApiRequest& request, unsigned status) {
    return ask(request, status)["error"]["code"];
  }

  static std::string at(const std::string& rest) {
    return "/api/programmes/" + std::string(kTestProgramme) + "/" + rest;
  }

  TestDesk desk_;
  Api api_{desk_.api(), {"127.0.0.1", 8420, Transport::kPlain, {}, {kOrigin}}};
};

TEST_F(ApiTest, SignInSetsAnHttpOnlyStrictCookieAndAnswersTheSession) {
  desk_.addUser("Noor", Role::kCoordinator, kPassword);
  need(desk_.stores->accounts().putTitle(kTestProgramme, "River Valley"));
  const ApiAnswer answer =
      api_.handle(post("/api/sign-in", {{"name", "noor"}, {"password", kPassword}}));
  EXPECT_NE(answer.setCookie->find("; HttpOnly; SameSite=Strict"), std::string::npos);
  const Json session = Json::parse(answer.body);
  EXPECT_EQ(session["user"]["name"], "Noor");
  const Json programme{
      {"programme", kTestProgramme}, {"name", "River Valley"}, {"role", "coordinator"}};
  EXPECT_EQ(session["programmes"], Json::array({programme}));
  const Browser noor = signIn("noor");
  EXPECT_EQ(ask(get("/api/session", noor))["csrf"], noor.csrf);
}

TEST_F(ApiTest, NothingBehindSignInAnswersAStranger) {
  for (const char* path : {"/api/session", "/api/programmes/quillan/types"}) {
    EXPECT_EQ(codeOf(get(path, {}), 401), "unauthenticated");
  }
  for (const char* rest : {"overview", "records", "conflicts", "devices"}) {
    EXPECT_EQ(codeOf(get(at(rest), {}), 401), "unauthenticated");
    EXPECT_EQ(codeOf(get(at(rest), {"made-up", ""}), 401), "unauthenticated");
  }
}

TEST_F(ApiTest, TwentyHostileOriginsAreRefused) {
  const Browser noor = person("Noor", Role::kCoordinator);
  for (const char* origin : {"null",
                             "",
                             "http://127.0.0.1",
                             "https://127.0.0.1:8420",
                             "http://127.0.0.1:84200",
                             "http://127.0.0.1:8421",
                             "http://localhost.evil.example:8420",
                             "http://evil.example",
                             "http://127.0.0.1:8420.evil.example",
                             "http://127.0.0.1:8420@evil.example",
                             "http://evil.example/http://127.0.0.1:8420",
                             "HTTP://127.0.0.1:8420",
                             "127.0.0.1:8420",
                             "http://127.0.0.1:8420/",
                             "http://127.0.0.1:8420 ",
                             " http://127.0.0.1:8420",
                             "http://[::1]:8420",
                             "http://0.0.0.0:8420",
                             "file://",
                             "http://127.0.0.1:08420"}) {
    ApiRequest request = post(at("records"), {{"type", "note"}, {"fields", {{"text", "x"}}}}, noor);
    request.origin = origin;
    EXPECT_EQ(codeOf(request, 403), "wrong_origin") << origin;
    EXPECT_FALSE(api_.mayFollow(noor.token, origin, kTestProgramme)) << origin;
  }
  EXPECT_TRUE(api_.mayFollow(noor.token, kOrigin, kTestProgramme));
}

TEST_F(ApiTest, ChangingAnythingNeedsTheSessionsCsrfToken) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Browser teo = person("Teo", Role::kCoordinator);
  const Json body{{"type", "note"}, {"fields", {{"text", "x"}}}};
  EXPECT_EQ(codeOf(post(at("records"), body, {noor.token, ""}), 403), "refused");
  EXPECT_EQ(codeOf(post(at("records"), body, {noor.token, teo.csrf}), 403), "refused");
  EXPECT_EQ(codeOf(post("/api/sign-out", {}, {noor.token, ""}), 403), "refused");
  ask(post(at("records"), body, noor), 201);
}

TEST_F(ApiTest, MalformedBodiesAreRefusedBeforeAnyHandler) {
  const Browser noor = person("Noor", Role::kCoordinator);
  ApiRequest request = post(at("records"), Json::object(), noor);
  for (const std::string& body : {std::string("{"), std::string("[]"), std::string("\"x\""),
                                  std::string(R"({"a":1,"a":2})"), std::string(40, '[')}) {
    request.body = body;
    EXPECT_EQ(codeOf(request, 400), "malformed") << body;
  }
  request.body = R"({"type":"note"})";
  for (const char* type : {"text/plain", "", "application/jsonx", "text/json"}) {
    request.contentType = type;
    EXPECT_EQ(codeOf(request, 400), "malformed") << type;
  }
  request.contentType = "Application/JSON ; charset=utf-8";
  request.body = R"({"type":"note","fields":{"text":"x"}})";
  ask(request, 201);
}

TEST_F(ApiTest, KeysThatNoRequestHasAreRefusedAndTabletsMaySendMore) {
  const Browser noor = person("Noor", Role::kCoordinator);
  EXPECT_EQ(
      codeOf(post("/api/sign-in", {{"name", "Noor"}, {"password", kPassword}, {"x", 1}}), 422),
      "invalid");
  EXPECT_EQ(codeOf(post("/api/sign-out", {{"x", 1}}, noor), 422), "invalid");
  EXPECT_EQ(
      codeOf(post(at("enrolments"), {{"role", "worker"}, {"name", "T"}, {"x", 1}}, noor), 422),
      "invalid");
  const Json made =
      ask(post(at("enrolments"), {{"role", "worker"}, {"name", "Marisol"}}, noor), 201);
  ApiRequest enrol = redemption(made["code"]);
  Json body = Json::parse(enrol.body);
  body["colour"] = "green";
  enrol.body = body.dump();
  ask(enrol);
}

TEST_F(ApiTest, UnknownAddressesAndMethodsAreToldApart) {
  const Browser noor = person("Noor", Role::kCoordinator);
  EXPECT_EQ(codeOf(get("/api/nothing", noor), 404), "not_found");
  EXPECT_EQ(codeOf(get("/api/sign-in", noor), 405), "wrong_method");
  EXPECT_EQ(codeOf(get("/api/programmes/elsewhere/overview", noor), 404), "not_found");
  EXPECT_EQ(codeOf(get(at("records/not-an-id"), noor), 404), "not_found");
}

TEST_F(ApiTest, RecordIsAddedReadFoundEditedAndRemembered) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json fields{{"name", "Barbers of Eastlock"}, {"languages", {{"add", {"en", "es"}}}}};
  const Json added = ask(post(at("records"), {{"type", "partner"}, {"fields", fields}}, noor), 201);
  const std::string id = added["id"];
  EXPECT_EQ(added["title"], "Barbers of Eastlock");

  const Json found = ask(get(at("records"), noor, "type=partner&q=BARBERS"));
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["items"][0]["id"], id);
  EXPECT_EQ(ask(get(at("records"), noor, "type=partner&q=bakers"))["total"], 0);

  const Json edit{{"seen", added["number"]}, {"fields", {{"description", "Two chairs"}}}};
  const Json edited = ask(post(at("records/" + id + "/edit"), edit, noor));
  EXPECT_EQ(edited["fields"]["description"], "Two chairs");
  EXPECT_EQ(ask(get(at("records/" + id), noor))["number"], edited["number"]);

  const Json history = ask(get(at("records/" + id + "/history"), noor));
  ASSERT_EQ(history["items"].size(), 2U);
  EXPECT_EQ(history["items"][0]["operations"][0]["value"], "Two chairs");
  EXPECT_EQ(history["items"][0]["operations"][0]["seen"], added["number"]);

  const Json overview = ask(get(at("overview"), noor));
  EXPECT_EQ(overview["counts"]["partner"], 1);
  EXPECT_EQ(overview["recent"][0]["id"], id);
}

TEST_F(ApiTest, EditsApartOfOneFieldBecomeAConflictThatAPersonSettles) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json added =
      ask(post(at("records"), {{"type", "partner"}, {"fields", {{"name", "A"}}}}, noor), 201);
  const std::string id = added["id"];
  for (const char* name : {"B", "C"}) {  // two pages that both show the first version
    ask(post(at("records/" + id + "/edit"),
             {{"seen", added["number"]}, {"fields", {{"name", name}}}}, noor));
  }
  const Json conflicts = ask(get(at("conflicts"), noor));
  ASSERT_EQ(conflicts["total"], 1);
  EXPECT_EQ(conflicts["items"][0]["fields"], Json::array({"name"}));
  const Json shown = ask(get(at("records/" + id), noor));
  EXPECT_EQ(shown["conflicts"]["name"].size(), 2U);
  const Json settled = ask(post(at("records/" + id + "/edit"),
                                {{"seen", shown["number"]}, {"fields", {{"name", "B"}}}}, noor));
  EXPECT_EQ(settled["conflicts"], Json::object());
  EXPECT_EQ(ask(get(at("conflicts"), noor))["total"], 0);
}

TEST_F(ApiTest, PageOfAnotherEpochOrOfAMovedStatusReloadsFirst) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json added = ask(
      post(at("records"), {{"type", "partner"}, {"fields", {{"status", "prospect"}}}}, noor), 201);
  const std::string path = at("records/" + std::string(added["id"]) + "/edit");
  const auto edit = [&](const Json& seen, const char* status) {
    return post(path, {{"seen", seen}, {"fields", {{"status", status}}}}, noor);
  };
  ask(edit(added["number"], "active"));
  EXPECT_EQ(codeOf(edit(added["number"], "discovery"), 409), "reload");
  EXPECT_EQ(codeOf(edit("00000000000000ff:1", "active"), 409), "reload");
  EXPECT_EQ(codeOf(edit("nonsense", "active"), 409), "reload");
}

TEST_F(ApiTest, WhatBreaksTheDeclarationIsRefusedWithTheFieldsName) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json refused =
      ask(post(at("records"), {{"type", "partner"}, {"fields", {{"kind", "castle"}}}}, noor), 422);
  EXPECT_NE(refused["error"]["message"].get<std::string>().find("kind"), std::string::npos);
  EXPECT_EQ(codeOf(post(at("records"), {{"type", "castle"}, {"fields", {}}}, noor), 404),
            "not_found");
}

TEST_F(ApiTest, RolesReadAndWriteWhatTheirDeclarationSays) {
  const Browser volunteer = person("Vera", Role::kVolunteer);
  const Browser coordinator = person("Noor", Role::kCoordinator);
  const Browser officer = person("Gus", Role::kSafeguarding);
  const RecordId plain = desk_.addRecord("feedback", R"({"text": "Too loud"})");
  const RecordId sealed =
      desk_.addRecord("feedback", R"({"text": "He hit me", "sensitive": true})");
  EXPECT_EQ(codeOf(get(at("records/" + plain.toString()), volunteer), 404), "not_found");
  ask(get(at("records/" + plain.toString()), coordinator));
  EXPECT_EQ(codeOf(get(at("records/" + sealed.toString()), coordinator), 404), "not_found");
  EXPECT_EQ(codeOf(get(at("records/" + sealed.toString() + "/history"), coordinator), 404),
            "not_found");
  EXPECT_EQ(ask(get(at("records/" + sealed.toString()), officer))["fields"]["text"], "He hit me");
  EXPECT_EQ(ask(get(at("records"), coordinator, "type=feedback&q=hit"))["items"].size(), 0U);
  EXPECT_EQ(codeOf(get(at("records"), volunteer, "type=feedback"), 404), "not_found");
  EXPECT_EQ(ask(get(at("overview"), volunteer))["counts"].contains("feedback"), false);
  EXPECT_EQ(
      codeOf(post(at("records"), {{"type", "partner"}, {"fields", {{"name", "X"}}}}, volunteer),
             403),
      "refused");
  const Json handedIn = ask(
      post(at("records"), {{"type", "feedback"}, {"fields", {{"text", "Ok"}}}}, volunteer), 201);
  EXPECT_FALSE(handedIn.contains("fields")) << "handed in, not read back";
}

TEST_F(ApiTest, OnlyCoordinatorsAndAdministratorsManageDevices) {
  const Browser worker = person("Wes", Role::kWorker);
  const Browser admin = person("Ada", Role::kAdmin);
  const Browser coordinator = person("Noor", Role::kCoordinator);
  EXPECT_EQ(codeOf(get(at("devices"), worker), 403), "refused");
  const auto invitation = [&](const char* role, const Browser& by) {
    return post(at("enrolments"), {{"role", role}, {"name", "Marisol"}}, by);
  };
  EXPECT_EQ(codeOf(invitation("worker", worker), 403), "refused");
  EXPECT_EQ(codeOf(invitation("safeguarding", coordinator), 403), "refused");
  EXPECT_EQ(codeOf(invitation("king", coordinator), 422), "invalid");
  ask(invitation("safeguarding", admin), 201);
}

TEST_F(ApiTest, TabletEnrolsIsConfirmedAppearsAndIsRevoked) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json made =
      ask(post(at("enrolments"), {{"role", "worker"}, {"name", "Marisol"}}, noor), 201);
  const std::string code = made["code"];
  EXPECT_NE(made["link"].get<std::string>().find("code=" + code), std::string::npos);
  EXPECT_TRUE(made["qr_svg"].get<std::string>().starts_with("<svg "));
  const std::string enrolment = at("enrolments/" + std::string(made["id"]));
  EXPECT_EQ(ask(get(enrolment, noor)), (Json{{"state", "open"}, {"words", nullptr}}));

  ApiRequest enrol = redemption(code);
  const Json waiting = ask(enrol);
  EXPECT_EQ(waiting["state"], "waiting");
  const Json claimed = ask(get(enrolment, noor));
  EXPECT_EQ(claimed["state"], "claimed");
  EXPECT_EQ(claimed["words"].size(), 3U);
  EXPECT_EQ(ask(post(enrolment + "/confirm", Json::object(), noor))["state"], "confirmed");
  enrol.path = "/api/enrol/poll";
  const Json in = ask(enrol);
  EXPECT_EQ(in["state"], "confirmed");
  EXPECT_EQ(in["person_name"], "Marisol");
  EXPECT_EQ(in["programme"], kTestProgramme);

  const Json devices = ask(get(at("devices"), noor));
  ASSERT_EQ(devices["items"].size(), 1U);
  EXPECT_EQ(devices["items"][0]["name"], "Tablet 7");
  EXPECT_EQ(devices["items"][0]["revoked"], false);
  ask(post(at("devices/" + std::string(in["replica"]) + "/revoke"), Json::object(), noor));
  EXPECT_EQ(ask(get(at("devices"), noor))["items"][0]["revoked"], true);
}

TEST_F(ApiTest, TabletWithATypedCodeHearsWhoAnswers) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json made =
      ask(post(at("enrolments"), {{"role", "worker"}, {"name", "Marisol"}}, noor), 201);
  EXPECT_EQ(made["office"], "127.0.0.1");
  const Digest hash =
      enrolmentCodeHash(EnrolmentCode::parse(made["code"].get<std::string>())->view());
  const Bytes nonce(limits::kEnrolmentNonceBytes, 'n');
  const Json answer =
      ask(post("/api/enrol/office", {{"lookup", lookupOf(hash)}, {"nonce", toBase64Url(nonce)}}));
  const OfficeStatement statement{answer["programme"],
                                  answer["pins"].get<std::vector<std::string>>()};
  EXPECT_EQ(statement.programme, kTestProgramme);
  EXPECT_TRUE(officeMacFits(hash, nonce, statement,
                            fromBase64Url(answer["mac"].get<std::string>()).value()));
}

TEST_F(ApiTest, WrongLookupsCountAsWrongCodesAndAreToldAlike) {
  const Bytes nonce(limits::kEnrolmentNonceBytes, 'n');
  const Json unknown{{"lookup", lookupOf(Digest{})}, {"nonce", toBase64Url(nonce)}};
  const std::vector<Json> wrong{
      unknown, Json::object(), {{"lookup", "*"}, {"nonce", 7}}, {{"lookup", unknown["lookup"]}}};
  std::set<std::string> said;
  for (std::size_t i = 0; i < limits::kAddressFailures; ++i) {
    const ApiAnswer answer = api_.handle(post("/api/enrol/office", wrong[i % wrong.size()]));
    EXPECT_EQ(answer.status, 404U);
    said.insert(answer.body);
  }
  EXPECT_EQ(said.size(), 1U);
  EXPECT_EQ(codeOf(post("/api/enrol/office", unknown), 429), "too_many");
}

TEST_F(ApiTest, TabletWhoseWordsDifferIsKeptOut) {
  const Browser noor = person("Noor", Role::kCoordinator);
  const Json made =
      ask(post(at("enrolments"), {{"role", "worker"}, {"name", "Marisol"}}, noor), 201);
  const std::string enrolment = at("enrolments/" + std::string(made["id"]));
  EXPECT_EQ(codeOf(post(enrolment + "/refuse", Json::object(), noor), 403), "refused");
  const ApiRequest enrol = redemption(made["code"]);
  EXPECT_EQ(ask(enrol)["state"], "waiting");
  EXPECT_EQ(ask(post(enrolment + "/refuse", Json::object(), noor))["state"], "refused");
  EXPECT_EQ(ask(get(enrolment, noor))["state"], "refused");
  EXPECT_EQ(codeOf(enrol, 403), "refused");
  EXPECT_EQ(codeOf(post(enrolment + "/confirm", Json::object(), noor), 403), "refused");
  EXPECT_TRUE(ask(get(at("devices"), noor))["items"].empty());
}

TEST_F(ApiTest, EnrolmentOfAnotherProgrammeIsNotFound) {
  const Browser noor = person("Noor", Role::kCoordinator);
  ProgrammeRow other = testProgramme("hill-towns");
  need(desk_.stores->store().addProgramme(other));
  const Invitation elsewhere =
      need(invite(desk_.stores->accounts(), desk_.clock, desk_.random,
                  {"hill-towns", Role::kWorker, "Teo", Confirmation::kByCoordinator}));
  const std::string path = at("enrolments/" + elsewhere.enrolment.id.toString());
  EXPECT_EQ(codeOf(get(path, noor), 404), "not_found");
  EXPECT_EQ(codeOf(post(path + "/confirm", Json::object(), noor), 404), "not_found");
}

TEST_F(ApiTest, WrongCodesOfOneAddressMustWait) {
  const ApiRequest request = redemption(std::string(26, '7'));
  for (std::size_t i = 0; i < limits::kAddressFailures; ++i) {
    EXPECT_EQ(codeOf(request, 404), "not_found");
  }
  EXPECT_EQ(codeOf(request, 429), "too_many");
}

TEST_F(ApiTest, PagesOfAListJoinWithoutGapOrRepetition) {
  const Browser noor = person("Noor", Role::kCoordinator);
  for (int i = 0; i < 7; ++i) desk_.addRecord("note", R"({"text": "n"})");
  std::set<std::string> ids;
  std::string after;
  for (int pages = 0; pages < 10; ++pages) {
    const Json page = ask(get(at("records"), noor, "type=note&limit=3&after=" + after));
    EXPECT_EQ(page["total"], 7);
    for (const Json& item : page["items"]) EXPECT_TRUE(ids.insert(item["id"]).second);
    if (page["next"].is_null()) break;
    after = page["next"];
  }
  EXPECT_EQ(ids.size(), 7U);
}

TEST_F(ApiTest, PostedRequestsAreAnsweredEachOnce) {
  const Browser noor = person("Noor", Role::kCoordinator);
  Awaited answered;
  for (int i = 0; i < 20; ++i) {
    api_.post(get("/api/session", noor), [&](const ApiAnswer& answer) {
      EXPECT_EQ(answer.status, 200U);
      answered.happen();
    });
  }
  EXPECT_TRUE(answered.wait(20));
  api_.stop();
  api_.post(get("/api/session", noor), [&](const ApiAnswer& answer) {
    EXPECT_EQ(answer.status, 503U);
    answered.happen();
  });
  EXPECT_TRUE(answered.wait(21));
}

}  // namespace
}  // namespace rapport::testing
