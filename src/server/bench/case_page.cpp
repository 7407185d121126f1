#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "bench/bench.hpp"
#include "bench/desk_client.hpp"
#include "bench/measurement.hpp"
#include "bench/server_process.hpp"
#include "system/process.hpp"

namespace bench {

namespace {

// Numbers of cases as the lists give them, page after page.
base::Result<std::vector<std::string>> case_numbers(DeskClient& desk, std::size_t wanted) {
    std::vector<std::string> numbers;
    std::string after;
    do {
        const base::Value page =
            TRY(desk.get("/api/cases?list=all&limit=200" + (after.empty() ? "" : "&after=" + after)));
        for (const base::Value& row : page.list("cases")) numbers.emplace_back(row.text("no"));
        after = page.text("next");
    } while (!after.empty() && numbers.size() < wanted);
    if (numbers.empty()) return base::fail("no_cases", "数据目录里没有案件，请先 zhiheng synth");
    return numbers;
}

base::Result<void> measure_pages(DeskClient& desk, std::size_t times, Measurement& pages,
                                 Measurement& lists) {
    const std::vector<std::string> numbers = TRY(case_numbers(desk, times));
    using clock = std::chrono::steady_clock;
    for (std::size_t i = 0; i < times; ++i) {
        const auto begin = clock::now();
        TRY(desk.get("/api/cases/" + numbers[i % numbers.size()]));
        const auto middle = clock::now();
        TRY(desk.get("/api/cases?list=mine"));
        pages.add(middle - begin);
        lists.add(clock::now() - middle);
    }
    return {};
}

}  // namespace

base::Result<base::Value> measure_case_page(std::span<const std::string> arguments) {
    if (arguments.size() < 2 || arguments[0] != "--data")
        return base::fail("missing_argument", "用法：zhiheng bench case-page --data 目录 [次数]");
    std::size_t times = 2000;
    if (arguments.size() > 2)
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), times);
    const ServerProcess process = TRY(ServerProcess::start(systems::own_executable(), arguments[1]));
    DeskClient desk(process.port());
    TRY(desk.sign_in("zhoumin", "Zhiheng-2026"));
    Measurement pages("打开案件页面（GET /api/cases/{no}）");
    Measurement lists("打开我的案件（GET /api/cases?list=mine）");
    TRY(measure_pages(desk, std::max<std::size_t>(times, 1), pages, lists));
    pages.set("list_mine", lists.to_value());
    pages.set("server_memory_mib", process.peak_memory_kib() / 1024);
    return pages.to_value();
}

}  // namespace bench
