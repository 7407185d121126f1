#include "bench/server_process.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>
#include <utility>

#include "http/client.hpp"

namespace bench {

namespace {

// A port nobody listens on at this moment.
std::uint16_t free_port() {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(probe, reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(probe);
    return ntohs(address.sin_port);
}

bool has_ended(pid_t process) {
    return ::waitpid(process, nullptr, WNOHANG) == process;
}

}  // namespace

base::Result<ServerProcess> ServerProcess::start(const std::filesystem::path& program,
                                                 const std::filesystem::path& data,
                                                 std::vector<std::string> more) {
    const std::uint16_t port = free_port();
    std::vector<std::string> words = {program.string(), "serve",    "--data",
                                      data.string(),    "--listen", fmt::format("127.0.0.1:{}", port)};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    pid_t process = 0;
    if (::posix_spawn(&process, program.c_str(), nullptr, nullptr, pointers.data(), environ) != 0)
        return base::fail("cannot_start", fmt::format("不能启动 {}", program.string()));
    ServerProcess server(process, port);
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(180);
    while (std::chrono::steady_clock::now() < patience) {
        http::Client client("127.0.0.1", port);
        if (client.send("GET", "/api/session")) return server;
        if (has_ended(process)) {
            server.process_ = 0;
            return base::fail("cannot_start", "服务器没有启动起来");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return base::fail("cannot_start", "服务器三分钟内没有启动起来");
}

ServerProcess::ServerProcess(ServerProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)), port_(other.port_) {}

ServerProcess::~ServerProcess() {
    stop();
}

// Its own threads only: the database is another process, and rests when nobody asks.
std::uint64_t ServerProcess::ticks() const {
    std::ifstream stat(fmt::format("/proc/{}/stat", process_));
    std::string word;
    for (int i = 0; i < 13; ++i) stat >> word;
    std::uint64_t user = 0, system = 0;
    stat >> user >> system;
    return user + system;
}

void ServerProcess::wait_until_idle() const {
    constexpr auto look = std::chrono::milliseconds(500);
    constexpr std::uint64_t ticks_at_rest = 2;
    for (int looks = 0; looks < 120; ++looks) {
        const std::uint64_t before = ticks();
        std::this_thread::sleep_for(look);
        if (ticks() - before <= ticks_at_rest) return;
    }
}

void ServerProcess::stop() {
    end(SIGTERM);
}

void ServerProcess::kill() {
    end(SIGKILL);
}

void ServerProcess::end(int signal) {
    if (process_ == 0) return;
    ::kill(process_, signal);
    ::waitpid(process_, nullptr, 0);
    process_ = 0;
}

std::uint64_t ServerProcess::peak_memory_kib() const {
    std::ifstream status(fmt::format("/proc/{}/status", process_));
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6));
    return 0;
}

}  // namespace bench
