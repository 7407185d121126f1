#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "http/router.hpp"

namespace http {

struct ServerOptions {
    std::string host = "127.0.0.1";
    std::uint16_t port = 0;  // 0: the system chooses; see Server::port()
    std::size_t workers = 8;
    std::size_t connections_max = 4096;
    std::size_t waiting_max = 512;                 // requests waiting for a worker; more are answered 503
    std::uint64_t bodies_bytes_max = 64ULL << 20;  // bodies in memory at one time; more are answered 503
    std::uint32_t header_limit = 16 * 1024;
    std::chrono::milliseconds header_timeout{10'000};  // for the whole header, however slowly it drips
    std::chrono::milliseconds idle_timeout{60'000};    // between two requests on one connection
    std::chrono::milliseconds body_timeout{20'000};    // plus one second for every 32 KiB of it
    std::chrono::milliseconds stop_timeout{5'000};     // for requests still running when the server stops
    bool stop_on_signals = false;                      // SIGINT and SIGTERM end run()
    bool behind_proxy = false;  // the proxy in front sets X-Forwarded-Proto and X-Forwarded-For
    std::function<void(std::string_view)> log = [](std::string_view) {};
};

// HTTP/1.1 over one I/O thread; handlers run on a pool of workers. Adds the security headers, refuses writes
// from another origin, and turns an exception of a handler into a logged 500 `internal_error`.
class Server {
  public:
    Server(ServerOptions options, const Router& router);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Takes the address without answering yet, so that a wrong one is refused before anything is started.
    base::Result<void> claim();   // errors: `cannot_listen`
    base::Result<void> listen();  // claims the address if nobody has; errors: `cannot_listen`
    std::uint16_t port() const;
    void run();   // until stop(), a signal, or a failure of the acceptor
    void stop();  // from any thread: running requests are answered, waiting connections closed

    struct State;

  private:
    std::unique_ptr<State> state_;
};

}  // namespace http
