#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "postgres/cluster.hpp"
#include "postgres/migrations.hpp"
#include "postgres/pool.hpp"

namespace postgres {

// A database made ready: roles and schema there, migrations applied, connections as the application role,
// which owns nothing and may not bypass row-level security.
class Database {
  public:
    struct Options {
        int connections_max = 16;
        Cluster::WhenInUse when_in_use = Cluster::WhenInUse::refuse;
        std::vector<Migration> migrations = embedded_migrations();
    };
    // The private cluster below `data`, or with `url` (postgresql://…) the given server.
    static base::Result<std::unique_ptr<Database>> open_private(const std::filesystem::path& data,
                                                                Options options);
    static base::Result<std::unique_ptr<Database>> open_url(const std::string& url, Options options);
    static base::Result<std::unique_ptr<Database>> open_private(const std::filesystem::path& data) {
        return open_private(data, Options());
    }

    Pool& app() { return *app_; }                  // every request
    Pool& owner() { return *owner_; }              // imports of the organisation; skips row-level security
    Cluster* cluster() { return cluster_.get(); }  // null for a given server
    std::string conninfo(std::string_view role) const;

  private:
    Database() = default;
    base::Result<void> prepare(const Options& options);

    std::unique_ptr<Cluster> cluster_;
    std::string url_;
    std::unique_ptr<Pool> app_, owner_;
};

}  // namespace postgres
