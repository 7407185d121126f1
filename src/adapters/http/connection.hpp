#pragma once
#include "http/server_state.hpp"

namespace http {

// Reads and answers the requests of one connection until either side ends it.
boost::asio::awaitable<void> serve_connection(Server::State& server, boost::asio::ip::tcp::socket socket);

}  // namespace http
