#pragma once

#include <string>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>

#include "shared/base/result.h"

namespace rapport {

// An IP address or "localhost". kInvalid otherwise, with a sentence.
Result<boost::asio::ip::address> addressToListenOn(const std::string& host);

// Takes the port. kUnavailable: it is taken, or the address is not this machine's; the sentence
// names the option that chooses another.
Status listenOn(boost::asio::ip::tcp::acceptor& acceptor,
                const boost::asio::ip::tcp::endpoint& endpoint, const std::string& option);

}  // namespace rapport
