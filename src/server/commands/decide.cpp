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

constexpr std::size_t request_bytes_max = 64 * 1024;
constexpr std::size_t requests_max = 100'000;
constexpr std::size_t depth_max = 17;  // 16 for a request, one for the array around it

// What cannot be read is answered like any other request that is in error.
base::Result<base::Value> read_requests(const std::string& text) {
    base::Value requests = TRY(json::parse(text, {.depth_max = depth_max}));
    if (requests.items().size() > requests_max) return base::fail("bad_json", "一次最多 100000 个请求");
    if (!requests.as_list() && text.size() > request_bytes_max)
        return base::fail("bad_json", "一个请求最多 64 KiB");
    return requests;
}

base::Value answers_to(const base::Value& requests, const discretion::Catalogue& catalogue) {
    if (!requests.as_list()) return discretion::decide_all(requests, catalogue);
    base::List answers;
    for (const base::Value& request : requests.items()) {
        const bool is_long = json::write(request).size() > request_bytes_max;
        answers.push_back(is_long ? discretion::refuse(request, {"bad_json", "一个请求最多 64 KiB"})
                                  : discretion::answer_to(request, catalogue));
    }
    return answers;
}

base::Result<base::Value> decide_file(const std::string& path) {
    const std::string text = TRY(read_input(path));
    const discretion::Sources sources = TRY(discretion::Sources::read(catalogue::Files()));
    const discretion::Catalogue catalogue = TRY(discretion::Catalogue::from(sources));
    const auto requests = read_requests(text);
    return requests ? answers_to(*requests, catalogue)
                    : discretion::refuse({}, {"bad_json", requests.error().message});
}

}  // namespace

int decide(Arguments arguments) {
    const auto options = Options::read(arguments, {}, {});
    if (!options) return complain(options.error());
    if (options->help() || options->words().size() != 1) {
        say(help);
        return options->help() ? done : bad_input;
    }
    const auto answers = decide_file(options->words().front());
    if (!answers) return complain(answers.error());
    std::cout << json::write(*answers) << "\n";
    return discretion::has_error(*answers) ? bad_input : done;
}

}  // namespace commands
