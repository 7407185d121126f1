#include "alarms/digest.hpp"

#include <iostream>

#include "cases/refresh.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng digest [--data 目录] [--database URL]
为每名在职人员写好今天的每日摘要（期限预警、等待办理的报批件），写出 JSON：{day, persons, made}。
服务器每天自动写一次；已有的摘要不改动，重复运行不会多写。服务器运行时也可以使用。
)";

base::Result<base::Value> write(const Options& options) {
    installation::Place place = place_of(options);
    place.when_in_use = postgres::Cluster::WhenInUse::join;
    place.must_exist = true;
    const auto opened = TRY(installation::Installation::open(place));
    const auto always = [] { return true; };
    TRY(cases::refresh_projections(opened->office(), always));
    const base::Date today = opened->office().today();
    const auto run = TRY(alarms::write_digests(opened->watch(), always));
    return base::Object{
        {"day",     today.str()},
        {"persons", run.persons},
        {"made",    run.made   }
    };
}

}  // namespace

int digest(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto written = write(*options);
    if (!written) return complain(written.error());
    std::cout << json::write_pretty(*written) << "\n";
    return done;
}

}  // namespace commands
