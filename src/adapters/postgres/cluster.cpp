#include "postgres/cluster.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "postgres/child_process.hpp"
#include "postgres/leftovers.hpp"
#include "postgres/programs.hpp"

namespace postgres {
namespace {

using namespace std::chrono_literals;

constexpr auto ready_within = 60s;  // recovery of a large database after a crash takes its time
constexpr int quick_deaths_max = 20;

// A sixteenth of the memory there is: a country's lists want more than a small office's.
long cache_megabytes() {
    constexpr long smallest = 128, largest = 2048, part = 16;
    const long memory = sysconf(_SC_PHYS_PAGES) / 1024 * sysconf(_SC_PAGESIZE) / 1024;
    return std::clamp(memory / part, smallest, largest);
}

std::vector<std::string> server_arguments(const std::filesystem::path& programs) {
    return {programs / "postgres",
            "-D",
            fmt::format("/proc/self/fd/{}", inherited_folder),
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_directories=.",
            "-c",
            "unix_socket_permissions=0700",
            "-c",
            "max_connections=64",
            "-c",
            fmt::format("shared_buffers={}MB", cache_megabytes()),
            "-c",
            "wal_compression=on",
            "-c",
            "max_wal_size=2GB",
            "-c",
            "jit=off",  // to compile a statement takes longer than any of ours runs
            "-c",
            "timezone=Asia/Shanghai",
            "-c",
            "log_timezone=Asia/Shanghai",
            "-c",
            "cluster_name=zhiheng"};
}

base::Result<void> hand_over(const std::filesystem::path& folder, const SystemUser& user) {
    std::error_code failed;
    std::filesystem::create_directory(folder, failed);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed);
    if (failed || (geteuid() == 0 && chown(folder.c_str(), user.user, user.group) != 0))
        return base::fail("data_folder_unusable", fmt::format("不能建立数据库目录 {}", folder.string()));
    return {};
}

}  // namespace

base::Result<std::unique_ptr<Cluster>> Cluster::start(const std::filesystem::path& data,
                                                      WhenInUse when_in_use) {
    auto cluster = std::unique_ptr<Cluster>(new Cluster);
    cluster->folder_ = std::filesystem::absolute(data) / "postgres";
    auto lock = lock_data_folder(data);
    if (!lock && lock.error().code == "data_folder_in_use" && when_in_use == WhenInUse::join) {
        cluster->directory_ = TRY(open_folder(cluster->folder_));
        TRY(cluster->wait_until_ready());
        return cluster;
    }
    cluster->lock_ = TRY(std::move(lock));
    cluster->user_ = TRY(database_user());
    cluster->programs_ = TRY(program_folder());
    cluster->log_ = TRY(open_log(data / "postgres.log"));
    if (!std::filesystem::exists(cluster->folder_ / "PG_VERSION")) TRY(cluster->make());
    cluster->directory_ = TRY(open_folder(cluster->folder_));
    TRY(cluster->check_version());
    TRY(cluster->write_access_rules());
    clear_leftovers(cluster->folder_);
    cluster->keeper_ = std::thread([self = cluster.get()] { self->keep_running(); });
    TRY(cluster->wait_until_ready());
    return cluster;
}

base::Result<void> Cluster::make() {
    // Made beside its place and moved there when it is whole: a first start that is interrupted leaves
    // nothing that looks like a database.
    const auto making = folder_.parent_path() / "postgres.making";
    std::error_code failed;
    std::filesystem::remove_all(making, failed);
    TRY(hand_over(making, user_));
    const auto directory = TRY(open_folder(making));
    const pid_t child = postgres::start({
        .arguments = {programs_ / "initdb", "-D", fmt::format("/proc/self/fd/{}", inherited_folder), "-U",
                      "zhiheng_cluster", "-A", "peer", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums",
                      "--no-instructions"},
        .user = user_,
        .folder = directory.number(),
        .output = log_.number()
    });
    const bool made = child > 0 && wait_for(child) == 0;
    if (made) std::filesystem::rename(making, folder_, failed);
    if (!made || failed)
        return base::fail("database_not_made",
                          fmt::format("不能在 {} 建立数据库，原因见 {}", folder_.string(),
                                      (folder_.parent_path() / "postgres.log").string()));
    return {};
}

base::Result<void> Cluster::check_version() const {
    std::string found;
    std::ifstream(folder_ / "PG_VERSION") >> found;
    const auto ours = TRY(major_version(programs_));
    if (found != ours)
        return base::fail(
            "database_version_differs",
            fmt::format("数据目录 {} 属于 PostgreSQL {}，本机的是 PostgreSQL {}，不能打开，请先升级数据库",
                        folder_.string(), found, ours));
    return {};
}

// Only the system user who runs this server may come in, under the database roles of this system.
base::Result<void> Cluster::write_access_rules() const {
    const auto visitor = TRY(current_user());
    std::ofstream ident(folder_ / "pg_ident.conf", std::ios::trunc);
    for (const char* role :
         {"zhiheng_cluster", "zhiheng_owner", "zhiheng_app", "zhiheng_public", "zhiheng_audit"})
        ident << "zhiheng \"" << visitor.name << "\" " << role << '\n';
    std::ofstream access(folder_ / "pg_hba.conf", std::ios::trunc);
    access << "local all all peer map=zhiheng\n";
    ident.close();
    access.close();
    if (!ident || !access)
        return base::fail("data_folder_unusable", fmt::format("不能写入 {}", folder_.string()));
    return {};
}

// Runs on a thread of its own that lives as long as the database: the signal at death of the parent is bound
// to the thread that forked.
void Cluster::keep_running() {
    const ChildCommand command{.arguments = server_arguments(programs_),
                               .user = user_,
                               .folder = directory_.number(),
                               .output = log_.number(),
                               .signal_on_death = SIGINT};
    for (int quick_deaths = 0; !stopping_ && quick_deaths < quick_deaths_max;) {
        const auto started = std::chrono::steady_clock::now();
        const pid_t child = postgres::start(command);
        if (child < 0) break;
        process_ = child;
        if (stopping_) kill(child, SIGINT);
        wait_for(child);
        process_ = 0;
        if (stopping_) return;
        // After a crash the processes that served connections hold the shared memory for a moment longer.
        quick_deaths = std::chrono::steady_clock::now() - started < 5s ? quick_deaths + 1 : 0;
        std::this_thread::sleep_for(250ms);
        clear_leftovers(folder_);
    }
    given_up_ = true;
}

base::Result<void> Cluster::wait_until_ready() const {
    const std::string where = conninfo("zhiheng_cluster", "postgres");
    const auto until = std::chrono::steady_clock::now() + ready_within;
    while (std::chrono::steady_clock::now() < until && !given_up_) {
        if (PQping(where.c_str()) == PQPING_OK) return {};
        std::this_thread::sleep_for(10ms);
    }
    return base::fail("database_not_started", fmt::format("数据库不能启动，原因见 {}",
                                                          (folder_.parent_path() / "postgres.log").string()));
}

std::string Cluster::conninfo(std::string_view role, std::string_view database) const {
    return fmt::format("host={} user={} dbname={} application_name=zhiheng client_encoding=UTF8",
                       path_through(directory_), role, database);
}

void Cluster::stop() {
    stopping_ = true;
    if (const pid_t child = process_; child > 0) kill(child, SIGINT);
    if (keeper_.joinable()) keeper_.join();
}

Cluster::~Cluster() {
    stop();
}

}  // namespace postgres
