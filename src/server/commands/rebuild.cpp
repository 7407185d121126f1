#include "rebuild/rebuild.hpp"

#include <iostream>

#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"
#include "postgres/cases/projection_copy.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng rebuild [--data 目录] [--database URL]
由行为重新推演每个案件，重写列表、任务、期限和供模拟用的决定；行为、文书和证据不动。
服务器运行时也可以使用：期间有新行为的案件由该行为自己写入。同时只能有一次重建。
退出码：0 全部重写，1 有案件不能由行为推演（逐件列出，其列表不动）。
)";

base::Result<rebuild::Rebuilt> rebuild_all(const Options& options) {
    installation::Place place = place_of(options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = TRY(installation::Installation::open(place));
    const auto writer = TRY(postgres::ProjectionCopy::open(opened->database().conninfo("zhiheng_owner")));
    const auto& office = opened->office();
    return rebuild::run(opened->batches(), *writer, office.rules, office.today(), [] { return true; });
}

}  // namespace

int rebuild_command(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto rebuilt = rebuild_all(*options);
    if (!rebuilt) return complain(rebuilt.error());
    std::cout << json::write_pretty(base::Object{
        {"cases", rebuilt->cases},
        {"acts", rebuilt->acts},
        {"moved", rebuilt->moved},
        {"unreadable", base::List(rebuilt->unreadable.begin(), rebuilt->unreadable.end())}
    });
    return rebuilt->unreadable.empty() ? done : refused;
}

}  // namespace commands
