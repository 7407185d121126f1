#include "http/client.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>

namespace http {

namespace {

base::Result<Response> parse_head(std::string_view head) {
    Response response;
    const std::string_view status = head.substr(std::min<std::size_t>(head.find(' ') + 1, head.size()), 3);
    if (std::from_chars(status.data(), status.data() + status.size(), response.status).ec != std::errc())
        return base::fail("bad_answer", "对方的回答不是 HTTP");
    for (auto line = head.find("\r\n"); line != std::string_view::npos && line + 2 < head.size();) {
        const auto end = std::min(head.find("\r\n", line + 2), head.size());
        const std::string_view field = head.substr(line + 2, end - line - 2);
        const auto colon = field.find(": ");
        if (colon != std::string_view::npos) response.add(field.substr(0, colon), field.substr(colon + 2));
        line = end;
    }
    return response;
}

}  // namespace

Client::~Client() {
    close();
}

void Client::close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    received_.clear();
}

// The server ends a connection that was idle for long; what it said by that is seen before anything is sent.
bool Client::was_ended() const {
    char byte = 0;
    return ::recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

base::Result<void> Client::connect() {
    if (socket_ >= 0) return {};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    ::inet_pton(AF_INET, host_.c_str(), &address.sin_addr);
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const timeval patience{.tv_sec = 60, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return {};
    close();
    return base::fail("no_connection", fmt::format("连接不上 {}:{}", host_, port_));
}

base::Result<void> Client::write(std::string_view bytes) {
    TRY(connect());
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return base::fail("no_connection", "连接中断");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
}

void Client::end_writing() {
    ::shutdown(socket_, SHUT_WR);
}

bool Client::fill() {
    char block[64 * 1024];
    const ssize_t got = ::recv(socket_, block, sizeof block, 0);
    if (got > 0) received_.append(block, static_cast<std::size_t>(got));
    return got > 0;
}

base::Result<Response> Client::read_response(bool with_body) {
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos)
        if (!fill()) {
            close();
            return base::fail("no_connection", "对方没有回答就断开了");
        }
    Response response = TRY(parse_head(std::string_view(received_).substr(0, end)));
    received_.erase(0, end + 4);
    if (response.status == 100) return response;
    const std::string_view text = response.header("content-length");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    if (!with_body) length = 0;
    while (received_.size() < length)
        if (!fill()) {
            close();
            return base::fail("no_connection", "回答没有传完");
        }
    response.body = received_.substr(0, length);
    received_.erase(0, length);
    keep_cookie(response);
    if (response.header("connection") == "close") close();
    return response;
}

void Client::keep_cookie(const Response& response) {
    const std::string_view set = response.header("set-cookie");
    if (!set.empty()) cookie_ = set.substr(0, set.find(';'));
}

base::Result<Response> Client::send(std::string_view method, std::string_view target, const Pairs& headers,
                                    std::string_view body) {
    std::string text = fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\n", method, target, host_, port_);
    if (!cookie_.empty()) text += fmt::format("Cookie: {}\r\n", cookie_);
    for (const auto& [name, value] : headers) text += fmt::format("{}: {}\r\n", name, value);
    if (!body.empty() || method == "POST" || method == "PUT")
        text += fmt::format("Content-Length: {}\r\n", body.size());
    text += "\r\n";
    text += body;
    if (socket_ >= 0 && was_ended()) close();
    TRY(write(text));
    return read_response(method != "HEAD");
}

}  // namespace http
