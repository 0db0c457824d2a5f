#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "tests/fuzz/target.h"
#include "tests/server/app/test_desk.h"

// The HTTP API of a real server, asked by a coordinator who is signed in. The first line is the
// request's ("POST /api/…?query"), the rest its body; "{p}" and "{id}" stand for a programme and a
// record that are there.
namespace rapport::fuzz {
namespace {

using testing::kTestProgramme;
using testing::need;
using testing::TestDesk;

constexpr char kOrigin[] = "http://127.0.0.1:8420";
constexpr char kPassword[] = "river stones";

void replaceAll(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

class Office {
 public:
  Office() : api_(desk_.api(), address()) {
    desk_.addUser("Noor", Role::kCoordinator, kPassword);
    record_ = desk_.addRecord("partner", R"({"name": "Reading circle"})").toString();
    signIn();
  }

  ApiAnswer ask(std::string_view input) {
    std::string text(input);
    replaceAll(text, "{p}", kTestProgramme);
    replaceAll(text, "{id}", record_);
    const std::size_t lineEnd = std::min(text.find('\n'), text.size());
    ApiRequest request = blank();
    request.body = lineEnd < text.size() ? text.substr(lineEnd + 1) : "";
    const std::string_view line = std::string_view(text).substr(0, lineEnd);
    const std::size_t space = std::min(line.find(' '), line.size());
    if (line.substr(0, space) == "GET") request.method = Method::kGet;
    const std::string_view target = line.substr(std::min(space + 1, line.size()));
    const std::size_t question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
    const ApiAnswer answer = api_.handle(request);
    // Whoever signed out comes again.
    if (!isSignedIn()) signIn();
    return answer;
  }

  std::uint64_t lastNumber() {
    std::uint64_t last = 0;
    desk_.read([&](ServerReader& reader) { last = need(reader.programme()).lastNumber; });
    return last;
  }

 private:
  static PublicAddress address() {
    PublicAddress here;
    here.host = "127.0.0.1";
    here.port = 8420;
    here.origins = {kOrigin};
    return here;
  }

  ApiRequest blank() const {
    ApiRequest request;
    request.method = Method::kPost;
    request.contentType = "application/json";
    request.origin = kOrigin;
    request.sessionToken = token_;
    request.csrf = csrf_;
    request.address = "127.0.0.1";
    return request;
  }

  bool isSignedIn() {
    ApiRequest request = blank();
    request.method = Method::kGet;
    request.path = "/api/session";
    return api_.handle(request).status == 200;
  }

  void signIn() {
    // Names that failed too often are let in again after a while.
    desk_.clock.advance(limits::kFailureWindow);
    ApiRequest request = blank();
    request.path = "/api/sign-in";
    request.body = nlohmann::json{{"name", "Noor"}, {"password", kPassword}}.dump();
    const ApiAnswer answer = api_.handle(request);
    demand(answer.status == 200 && answer.setCookie, "somebody known can sign in");
    const std::size_t from = answer.setCookie->find('=') + 1;
    token_ = answer.setCookie->substr(from, answer.setCookie->find(';') - from);
    csrf_ = nlohmann::json::parse(answer.body).at("csrf");
  }

  TestDesk desk_;
  Api api_;
  std::string token_, csrf_, record_;
};

}  // namespace

void tryBytes(ByteView bytes) {
  // Made once: it has threads and a database.
  static Office office;
  const std::uint64_t before = office.lastNumber();
  const ApiAnswer answer = office.ask(bytes);
  demand(answer.status >= 200 && answer.status < 500, "no request breaks the server");
  if (answer.file) return;
  const auto body = nlohmann::json::parse(answer.body, nullptr, false);
  demand(body.is_object(), "what is answered is an object");
  if (answer.status < 400) return;
  demand(body.contains("error") && !body["error"].value("message", "").empty(),
         "who is refused is told why");
  demand(office.lastNumber() == before, "what is refused changes nothing");
}

}  // namespace rapport::fuzz
