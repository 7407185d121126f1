#include "http/server.hpp"

#include <fmt/format.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "http/connection.hpp"

namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

asio::awaitable<void> accept_all(Server::State& server) {
    while (server.acceptor.is_open()) {
        error_code error;
        tcp::socket socket =
            co_await server.acceptor.async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (error == asio::error::operation_aborted) co_return;
        if (error) {  // out of file descriptors, or the other side already gone: go on a little later
            server.options.log(fmt::format("接受连接失败：{}", error.message()));
            asio::steady_timer pause(server.io, std::chrono::milliseconds(100));
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
            continue;
        }
        if (server.connections.size() >= server.options.connections_max)
            continue;  // dropped: closes the socket
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        asio::co_spawn(server.io, serve_connection(server, std::move(socket)), asio::detached);
    }
}

void begin_stop(Server::State& server) {
    if (server.stopping) return;
    server.stopping = true;
    error_code ignored;
    server.acceptor.close(ignored);
    server.signals.cancel(ignored);
    for (Connection* connection : server.connections) connection->close_when_idle();
    if (server.connections.empty()) return;
    server.stop_timer.expires_after(server.options.stop_timeout);
    server.stop_timer.async_wait([&server](error_code error) {
        if (!error) server.io.stop();
    });
}

}  // namespace

Server::Server(ServerOptions options, const Router& router)
    : state_(std::make_unique<State>(std::move(options), router)) {}

Server::~Server() {
    state_->workers.stop();
    state_->workers.join();
}

namespace {

base::Result<void> outcome(error_code error, const ServerOptions& options) {
    if (error == asio::error::address_in_use)
        return base::fail("cannot_listen",
                          fmt::format("端口 {} 已被占用，请用 --listen 或 --port 另选一个", options.port));
    if (error)
        return base::fail("cannot_listen",
                          fmt::format("不能在 {}:{} 监听：{}", options.host, options.port, error.message()));
    return {};
}

}  // namespace

base::Result<void> Server::claim() {
    const auto& [host, port] = std::tie(state_->options.host, state_->options.port);
    error_code error;
    const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, error);
    if (error) return base::fail("cannot_listen", fmt::format("监听地址“{}”不是 IP 地址", host));
    const tcp::endpoint endpoint(address, port);
    tcp::acceptor& acceptor = state_->acceptor;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    return outcome(error, state_->options);
}

base::Result<void> Server::listen() {
    if (!state_->acceptor.is_open()) TRY(claim());
    error_code error;
    state_->acceptor.listen(asio::socket_base::max_listen_connections, error);
    return outcome(error, state_->options);
}

std::uint16_t Server::port() const {
    error_code error;
    return state_->acceptor.local_endpoint(error).port();
}

void Server::run() {
    State& server = *state_;
    if (server.options.stop_on_signals) {
        server.signals.add(SIGINT);
        server.signals.add(SIGTERM);
        server.signals.async_wait([&server](error_code error, int) {
            if (!error) begin_stop(server);
        });
    }
    asio::co_spawn(server.io, accept_all(server), asio::detached);
    server.io.run();
    server.workers.join();
}

void Server::stop() {
    asio::post(state_->io, [this] { begin_stop(*state_); });
}

}  // namespace http
