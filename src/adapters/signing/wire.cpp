#include "signing/wire.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>

#include "json/json.hpp"

namespace signing_keys {

namespace {

constexpr timeval patience{.tv_sec = 10, .tv_usec = 0};

auto unavailable() {
    return base::fail("signer_unavailable", "签名服务没有应答，请稍后再试");
}

base::Result<sockaddr_un> address_of(const std::string& socket) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socket.empty() || socket.size() >= sizeof address.sun_path)
        return base::fail("bad_option", "签名服务的套接字路径过长或者为空");
    std::memcpy(address.sun_path, socket.data(), socket.size());
    return address;
}

}  // namespace

Wire::~Wire() {
    if (descriptor_ >= 0) close(descriptor_);
}

base::Result<Wire> Wire::to(const std::string& socket) {
    const sockaddr_un address = TRY(address_of(socket));
    Wire wire(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (wire.descriptor_ < 0 ||
        connect(wire.descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return unavailable();
    setsockopt(wire.descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(wire.descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return wire;
}

base::Result<void> Wire::put(const base::Value& value) const {
    const std::string line = json::write(value) + "\n";
    for (std::size_t sent = 0; sent < line.size();) {
        const ssize_t piece = send(descriptor_, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (piece <= 0) return unavailable();
        sent += static_cast<std::size_t>(piece);
    }
    return {};
}

base::Result<base::Value> Wire::take() {
    std::string line;
    std::array<char, 4096> piece;
    while (!line.ends_with('\n')) {
        const ssize_t size = recv(descriptor_, piece.data(), piece.size(), 0);
        if (size <= 0 || line.size() > line_max) return unavailable();
        line.append(piece.data(), static_cast<std::size_t>(size));
    }
    return json::parse(line);
}

base::Result<int> listen_at(const std::string& socket) {
    const sockaddr_un address = TRY(address_of(socket));
    unlink(socket.c_str());
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const mode_t before = umask(0177);
    const bool bound =
        descriptor >= 0 && bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    umask(before);
    if (!bound || listen(descriptor, 16) != 0) {
        if (descriptor >= 0) close(descriptor);
        return base::fail("bad_option", "不能在 " + socket + " 上建立套接字");
    }
    return descriptor;
}

}  // namespace signing_keys
