#include <iostream>

#include "commands/commands.hpp"
#include "commands/options.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng migrate [--data 目录] [--database URL]
把数据库升级到本程序的版本；已经最新时什么也不做。被改动过的旧升级脚本会被拒绝。
)";

}  // namespace

int migrate(Arguments arguments) {
    const auto options = Options::read(arguments, {"--data", "--database"}, {});
    if (!options) return complain(options.error());
    if (options->help()) return say(help);
    const auto opened = installation::Installation::open(place_of(*options));
    if (!opened) return complain(opened.error());
    std::cout << "数据库已是最新版本\n";
    return done;
}

}  // namespace commands
