#pragma once
#include <sys/types.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "base/result.hpp"
#include "postgres/data_folder.hpp"
#include "postgres/system_user.hpp"

namespace postgres {

// The private PostgreSQL of one data folder: made on first use, reached by unix socket only, started again
// when it dies, stopped in order when the object goes away.
class Cluster {
  public:
    // What to do with a folder that a running server holds: a second server is refused, a tool joins it.
    enum class WhenInUse { refuse, join };
    static base::Result<std::unique_ptr<Cluster>> start(const std::filesystem::path& data,
                                                        WhenInUse when_in_use = WhenInUse::refuse);
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    // libpq connection text; valid inside this process only.
    std::string conninfo(std::string_view role, std::string_view database = "zhiheng") const;
    pid_t process() const { return process_; }  // 0 when joined
    void stop();

  private:
    Cluster() = default;
    base::Result<void> make();
    base::Result<void> check_version() const;
    base::Result<void> write_access_rules() const;
    void keep_running();
    base::Result<void> wait_until_ready() const;

    std::filesystem::path folder_;
    std::filesystem::path programs_;
    SystemUser user_;
    Descriptor lock_, directory_, log_;
    std::thread keeper_;
    std::atomic<pid_t> process_ = 0;
    std::atomic<bool> stopping_ = false;
    std::atomic<bool> given_up_ = false;
};

}  // namespace postgres
