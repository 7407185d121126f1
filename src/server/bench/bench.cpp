#include "bench/bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "bench/sign.hpp"
#include "json/json.hpp"

namespace bench {

namespace {

struct Named {
    std::string_view name;
    std::string_view words;
    base::Result<base::Value> (*measure)(std::span<const std::string>);
};

// clang-format off
constexpr Named measurements[] = {
    {"act", "[秒数 [字体目录]]：经 HTTP 每秒记录的行为，与裸 PostgreSQL 提交同样的行相比", measure_act},
    {"case-page", "--data 目录 [秒数]：打开案件页面所需时间，16个客户端", measure_case_page},
    {"catalogue", "：读入并检查整个法律数据目录所需时间和内存", measure_catalogue},
    {"decide", "[请求.json]：每秒裁量结论（一个核心），与 zen-engine 的同一张决策表相比", measure_decide},
    {"fold", "剧本.json：从行为推演一个案件所需时间", measure_fold},
    {"outlook", "剧本.json：一个案件的任务、可办行为和期限所需时间", measure_outlook},
    {"inbox", "--data 目录 [秒数]：打开收件箱所需时间，16个客户端", measure_inbox},
    {"find", "--data 目录 [秒数]：按当事人名称查找案件所需时间，16个客户端", measure_find},
    {"list", "--data 目录 [秒数]：按机构、状态、期限、领域、文字筛选清单所需时间，16个客户端", measure_list},
    {"pdf", "数据.json [模板 [字体目录]]：字体就绪后排出一份文书所需时间", measure_pdf},
    {"rebuild", "--data 目录 [件数]：读、推演案件并以 COPY 重写列表，每秒件数", measure_rebuild},
    {"sign", "SM2签名每秒次数，与 openssl speed 的比值", measure_sign},
    {"proofread", "文件.txt …：校对一个三十份文书的案卷所需时间", measure_proofread},
    {"replay", "剧本.json：复演一个剧本所需时间", measure_replay},
    {"self-check", "--data 目录：自检在办案件所需时间", measure_self_check},
    {"simulate", "[件数]：以草案推演既往案件所需时间，默认100000件", measure_simulate},
    {"volume", "[MiB]：写出并核验一份这样大的电子案卷所需时间和内存，默认1024", measure_volume},
    {"walk", "：每秒随机尝试的行为（一个核心，包括拒绝的说明）", measure_walk},
};
// clang-format on

void print_help(std::FILE* to) {
    fmt::print(to, "用法：zhiheng bench 名称 …\n进行一项测量，结果是 JSON。\n\n");
    for (const Named& one : measurements) fmt::print(to, "  {} {}\n", one.name, one.words);
}

}  // namespace

int run(std::span<const std::string> arguments) {
    if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
        print_help(stdout);
        return 0;
    }
    const auto* found = std::ranges::find(measurements, arguments.empty() ? "" : arguments[0], &Named::name);
    if (found == std::end(measurements)) {
        print_help(stderr);
        return 2;
    }
    if (std::ranges::find(arguments.subspan(1), "--help") != arguments.end()) {
        fmt::print("用法：zhiheng bench {} {}\n", found->name, found->words);
        return 0;
    }
    const auto result = found->measure(arguments.subspan(1));
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().message);
        return 2;
    }
    fmt::print("{}", json::write_pretty(*result));
    return 0;
}

}  // namespace bench
