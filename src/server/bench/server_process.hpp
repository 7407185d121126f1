#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace bench {

// `zhiheng serve` as a process of its own on a free port of this machine, ended with this object: what is
// measured over HTTP is measured from outside.
class ServerProcess {
  public:
    static base::Result<ServerProcess> start(const std::filesystem::path& program,
                                             const std::filesystem::path& data,
                                             std::vector<std::string> more = {});
    ServerProcess(ServerProcess&& other) noexcept;
    ServerProcess& operator=(ServerProcess&&) = delete;
    ~ServerProcess();
    std::uint16_t port() const { return port_; }
    std::uint64_t peak_memory_kib() const;  // of the server without its database
    void wait_until_idle() const;           // the papers of the demonstration are printed; a minute at most
    void stop();
    void kill();  // as when the power fails

  private:
    void end(int signal);
    std::uint64_t ticks() const;
    ServerProcess(pid_t process, std::uint16_t port) : process_(process), port_(port) {}
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

}  // namespace bench
