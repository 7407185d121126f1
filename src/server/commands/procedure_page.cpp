#include <iostream>

#include "books/books.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "procedure/page.hpp"

namespace commands {

namespace {
constexpr std::string_view help = R"(用法：zhiheng procedure
写出程序的行为、期限、拒绝和状态图（Markdown），即 docs/procedure.md 的内容。不需要数据库。
)";
}  // namespace

int procedure_page(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    if (options->help() || !options->words().empty()) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto rules = books::load_rules(catalogue::Files());
    if (!rules) return complain(rules.error());
    std::cout << procedure::page(*rules);
    return done;
}

}  // namespace commands
