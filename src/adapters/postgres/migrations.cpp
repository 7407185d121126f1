#include "postgres/migrations.hpp"

#include <fmt/format.h>

#include <map>

#include "crypto/sm3.hpp"
#include "db_files_embedded.hpp"

namespace postgres {
namespace {

constexpr std::string_view folder = "migrations/";

base::Result<void> check_past(const std::map<std::string, std::string>& applied,
                              const std::vector<Migration>& migrations) {
    std::size_t known = 0;
    for (const auto& migration : migrations) {
        const auto found = applied.find(migration.name);
        if (found == applied.end()) continue;
        ++known;
        if (found->second != crypto::sm3_hex(migration.text))
            return base::fail(
                "migration_changed",
                fmt::format("数据库升级脚本 {} 已经执行过，但内容被改动，不能继续；请恢复原来的脚本",
                            migration.name));
    }
    if (known != applied.size())
        return base::fail("migration_unknown", "数据库已由更新版本的程序升级，请使用不低于该版本的程序");
    return {};
}

base::Result<void> apply(Connection& owner, const std::vector<Migration>& migrations) {
    TRY(owner.run("migrations/lock"));
    std::map<std::string, std::string> applied;
    const auto rows = TRY(owner.run("migrations/list"));
    for (const auto row : rows) applied.emplace(row.text("name"), row.text("sm3"));
    TRY(check_past(applied, migrations));
    for (const auto& migration : migrations) {
        if (applied.contains(migration.name)) continue;
        TRY(owner.plain(std::string(migration.text)));
        TRY(owner.run("migrations/note", Params(migration.name, crypto::sm3_hex(migration.text))));
    }
    return {};
}

}  // namespace

std::vector<Migration> embedded_migrations() {
    std::vector<Migration> migrations;
    for (const auto path : db_files::embedded_paths())
        if (path.starts_with(folder))
            migrations.push_back({std::string(path.substr(folder.size())), db_files::embedded(path)});
    return migrations;
}

base::Result<void> migrate(Connection& owner, const std::vector<Migration>& migrations) {
    TRY(owner.plain("BEGIN"));
    auto done = apply(owner, migrations);
    if (!done) {
        (void)owner.plain("ROLLBACK");
        return done;
    }
    return owner.plain("COMMIT");
}

}  // namespace postgres
