#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <set>

#include "http/server.hpp"

namespace http {

// One connection as the server sees it when it stops.
class Connection {
  public:
    virtual ~Connection() = default;
    virtual void close_when_idle() = 0;
};

// What all connections share. Touched by the I/O thread only, but for the pool, which runs the handlers.
struct Server::State {
    State(ServerOptions given, const Router& routes)
        : options(std::move(given)), router(routes), workers(options.workers) {}

    ServerOptions options;
    const Router& router;
    std::set<Connection*> connections;
    std::size_t running = 0;         // requests handed to the pool and not yet answered
    std::uint64_t bodies_bytes = 0;  // bodies in memory
    bool stopping = false;
    boost::asio::io_context io{1};
    boost::asio::ip::tcp::acceptor acceptor{io};
    boost::asio::signal_set signals{io};
    boost::asio::steady_timer stop_timer{io};
    boost::asio::thread_pool workers;
};

}  // namespace http
