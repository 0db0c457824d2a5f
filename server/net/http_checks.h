#pragma once

#include <optional>
#include <string>

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

namespace rapport {

struct HttpFault {
  unsigned status = 400;
  const char* code = "malformed";
  const char* message = "";
};

// Why a request's header is not believed: two ways to tell its length (RFC 9112 section 6.3,
// request smuggling), a header twice that may stand once, a target or method we do not serve, a
// body where none belongs. Nothing: go on.
std::optional<HttpFault> faultIn(
    const boost::beast::http::request_header<boost::beast::http::fields>& header);

}  // namespace rapport
