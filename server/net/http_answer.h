#pragma once

#include <string>
#include <string_view>

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "server/app/api_message.h"
#include "server/net/byte_range.h"
#include "server/net/console_files.h"
#include "server/net/http_checks.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/protocol/enrol_link.h"

namespace rapport {

using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;
using HttpAnswer = boost::beast::http::response<boost::beast::http::string_body>;

// Every answer of the server is made here, so that each carries the same protection: no sniffing,
// no framing, no referrer, and a policy that runs the console's own scripts and nothing else.
class HttpAnswers {
 public:
  HttpAnswers(const ConsoleFiles& files, Transport transport, const Clock& clock, Random& random);

  // Of an answer that has no file.
  HttpAnswer api(ApiAnswer answer) const;
  // What goes before a file, or a part of it; its bytes are the caller's to send.
  HttpAnswer fileHead(const ApiFile& file, const std::optional<ByteRange>& part) const;
  HttpAnswer fault(const HttpFault& fault) const;
  HttpAnswer health() const;
  // A file of the console, or its page for every address that is no file's.
  HttpAnswer console(const HttpRequest& request) const;
  // What a tablet judges the server's certificate by.
  std::string date() const;

 private:
  HttpAnswer json(unsigned status, std::string body) const;
  HttpAnswer file(const HttpRequest& request, const ConsoleFile& file) const;
  HttpAnswer page() const;
  void protect(HttpAnswer& answer, std::string_view policy) const;

  const ConsoleFiles& files_;
  const Transport transport_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace rapport
