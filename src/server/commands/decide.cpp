#include "discretion/decide.hpp"

#include <iostream>

#include "books/books.hpp"
#include "commands/commands.hpp"
#include "commands/options.hpp"
#include "json/json.hpp"

namespace commands {

namespace {

constexpr std::string_view help = R"(用法：zhiheng decide 文件
裁量：读入一个请求或者请求的数组（JSON），写出结论；文件为 - 时读标准输入。
退出码：0 全部作出结论，2 至少一个请求有误（其余照常作出）。
)";

base::Result<base::Value> answers_to(const std::string& path) {
    const std::string text = TRY(read_input(path));
    const base::Value requests = TRY(json::parse(text));
    const discretion::Sources sources = TRY(discretion::Sources::read(catalogue::Files()));
    const discretion::Catalogue catalogue = TRY(discretion::Catalogue::from(sources));
    return discretion::decide_all(requests, catalogue);
}

}  // namespace

int decide(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 1) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto answers = answers_to(options->words().front());
    if (!answers) return complain(answers.error());
    std::cout << json::write(*answers) << "\n";
    return discretion::has_error(*answers) ? bad_input : done;
}

}  // namespace commands
