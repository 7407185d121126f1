#include "procedure/replay.hpp"

#include <iostream>

#include "books/books.hpp"
#include "books/filing_check.hpp"
#include "books/penalty_check.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng replay 文件
程序：读入一个情景（JSON），逐个行为按法律判断，写出每个行为的结论、状态、期限、可办事项和应当制作的文书；
文件为 - 时读标准输入。不需要数据库。
退出码：0 全部行为都被接受，1 有行为被依法拒绝，2 输入有误（指出位置）。
)";

base::Result<base::Value> output_of(const std::string& path) {
    const std::string text = TRY(read_input(path));
    const base::Value scenario = TRY(json::parse(text, {.plain_text = true}));
    procedure::Rules rules = TRY(books::load_rules(catalogue::Files()));
    rules.penalty_check = books::penalty_check(catalogue::Files());
    rules.filing_check = books::filing_check(catalogue::Files());
    return procedure::replay(scenario, rules, books::violation_check(catalogue::Files()));
}

bool all_accepted(const base::Value& output) {
    for (const base::Value& act : output.list("acts"))
        if (!act.truth("accepted")) return false;
    return true;
}

}  // namespace

int replay(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 1) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto output = output_of(options->words().front());
    if (!output) return complain(output.error());
    std::cout << json::write(*output) << "\n";
    return all_accepted(*output) ? done : refused;
}

}  // namespace commands
