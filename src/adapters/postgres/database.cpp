#include "postgres/database.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include "db_files_embedded.hpp"

namespace postgres {
namespace {

constexpr std::string_view settings = "-c search_path=zhiheng -c timezone=Asia/Shanghai -c datestyle=ISO";

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') result += '\\';
        result += c;
    }
    return result + "'";
}

// "postgresql://…" or "host=… dbname=…" → keywords, to which more can be added.
base::Result<std::string> keywords_of(const std::string& url) {
    PQconninfoOption* options = PQconninfoParse(url.c_str(), nullptr);
    if (options == nullptr)
        return base::fail("bad_database_url", "数据库地址不正确，应当形如 postgresql://用户@主机/库名");
    std::string keywords;
    for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option)
        if (option->val != nullptr) keywords += fmt::format("{}={} ", option->keyword, quoted(option->val));
    PQconninfoFree(options);
    return keywords;
}

base::Result<void> run_bootstrap(Connection& admin, std::string_view file) {
    return admin.plain(std::string(db_files::embedded(fmt::format("bootstrap/{}.sql", file))));
}

base::Result<void> make_private_database(const Cluster& cluster) {
    auto admin = TRY(Connection::open(cluster.conninfo("zhiheng_cluster", "postgres")));
    TRY(admin.run("migrations/hold"));
    TRY(run_bootstrap(admin, "roles"));
    const auto found = TRY(admin.run("migrations/find_database"));
    if (found.empty()) TRY(run_bootstrap(admin, "database"));
    return {};
}

}  // namespace

base::Result<std::unique_ptr<Database>> Database::open_private(const std::filesystem::path& data,
                                                               Options options) {
    auto database = std::unique_ptr<Database>(new Database);
    database->cluster_ = TRY(Cluster::start(data, options.when_in_use));
    TRY(make_private_database(*database->cluster_));
    TRY(database->prepare(options));
    return database;
}

base::Result<std::unique_ptr<Database>> Database::open_url(const std::string& url, Options options) {
    auto database = std::unique_ptr<Database>(new Database);
    database->url_ = TRY(keywords_of(url));
    auto admin = TRY(Connection::open(database->url_));
    TRY(run_bootstrap(admin, "roles"));
    TRY(database->prepare(options));
    return database;
}

base::Result<void> Database::prepare(const Options& options) {
    auto admin = TRY(Connection::open(cluster_ ? cluster_->conninfo("zhiheng_cluster") : url_));
    TRY(admin.run("migrations/hold"));
    TRY(run_bootstrap(admin, "schema"));
    auto owner = TRY(Connection::open(conninfo("zhiheng_owner")));
    TRY(migrate(owner, options.migrations));
    app_ = std::make_unique<Pool>(
        Pool::Options{.conninfo = conninfo("zhiheng_app"), .connections_max = options.connections_max});
    owner_ =
        std::make_unique<Pool>(Pool::Options{.conninfo = conninfo("zhiheng_owner"), .connections_max = 2});
    return {};
}

std::string Database::conninfo(std::string_view role) const {
    if (cluster_) return fmt::format("{} options='{}'", cluster_->conninfo(role), settings);
    return fmt::format("{} options='{} -c role={}'", url_, settings, role);
}

}  // namespace postgres
