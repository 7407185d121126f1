#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "bench/bench.hpp"
#include "bench/desk_client.hpp"
#include "bench/measurement.hpp"
#include "bench/server_process.hpp"
#include "system/process.hpp"

namespace bench {

namespace {

constexpr int clients = 16;

struct Asked {
    std::string what, target;
};

// One signed-in person of one level and what he asks for, over and over.
struct Client {
    std::string account;
    std::vector<Asked> asks;
};

struct Run {
    std::filesystem::path data;
    std::chrono::seconds span{20};
};

base::Result<Run> run_from(std::span<const std::string> arguments) {
    if (arguments.size() < 2 || arguments[0] != "--data")
        return base::fail("missing_argument", "请指明 --data 目录");
    Run run{.data = arguments[1]};
    int seconds = 0;
    if (arguments.size() > 2)
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), seconds);
    if (seconds > 0) run.span = std::chrono::seconds(seconds);
    return run;
}

// Officers of other bureaus where there are any, so that not everybody asks for the same rows.
std::string officer(int place) {
    constexpr int of_a_city = 20;
    if (place == 0) return "zhoumin";
    return fmt::format("h1-99{:02}{:02}", place / of_a_city + 2, place % of_a_city + 1);
}

using Times = std::map<std::string, Measurement>;

base::Result<void> work(std::uint16_t port, const Client& client, std::chrono::steady_clock::time_point end,
                        Times& into, std::mutex& mutex) {
    using clock = std::chrono::steady_clock;
    DeskClient desk(port);
    if (!desk.sign_in(client.account, "Zhiheng-2026")) TRY(desk.sign_in("zhoumin", "Zhiheng-2026"));
    std::vector<std::pair<std::size_t, clock::duration>> times;
    for (const Asked& ask : client.asks) TRY(desk.get(ask.target));
    for (std::size_t i = 0; clock::now() < end; i = (i + 1) % client.asks.size()) {
        const auto begun = clock::now();
        TRY(desk.get(client.asks[i].target));
        times.emplace_back(i, clock::now() - begun);
    }
    const std::scoped_lock lock(mutex);
    for (const auto& [i, time] : times) {
        const auto& what = client.asks[i].what;
        into.try_emplace(what, what).first->second.add(time);
        into.try_emplace("全部", "全部").first->second.add(time);
    }
    return {};
}

base::Result<base::Value> measure(const Run& run,
                                  const std::function<base::Result<Client>(int, DeskClient&)>& make) {
    const ServerProcess process = TRY(ServerProcess::start(systems::own_executable(), run.data));
    std::vector<Client> all;
    for (int i = 0; i < clients; ++i) {
        DeskClient desk(process.port());
        all.push_back(TRY(make(i, desk)));
    }
    Times times;
    std::mutex mutex;
    std::optional<base::Error> failure;
    const auto end = std::chrono::steady_clock::now() + run.span;
    std::vector<std::thread> threads;
    for (const Client& client : all)
        threads.emplace_back([&] {
            const auto worked = work(process.port(), client, end, times, mutex);
            const std::scoped_lock lock(mutex);
            if (!worked && !failure) failure = worked.error();
        });
    for (auto& thread : threads) thread.join();
    if (failure) return base::fail(*failure);
    base::List rows;
    for (const auto& [what, measurement] : times) rows.push_back(measurement.to_value());
    return base::Object{
        {"clients",           clients                         },
        {"server_memory_mib", process.peak_memory_kib() / 1024},
        {"requests",          std::move(rows)                 }
    };
}

std::string encoded(std::string_view text) {
    std::string result;
    for (const char byte : text) result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    return result;
}

}  // namespace

base::Result<base::Value> measure_inbox(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, [](int place, DeskClient&) -> base::Result<Client> {
        return Client{
            officer(place), {{"收件箱", "/api/inbox"}, {"我的案件", "/api/cases?list=mine"}}
        };
    });
}

// A third of the clients supervise a city or the province, the others work in bureaus.
base::Result<base::Value> measure_list(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, [](int place, DeskClient&) -> base::Result<Client> {
        const bool above = place % 3 == 0;
        const std::string account = !above ? officer(place) : place % 2 == 0 ? "handong" : "qinyue";
        const std::string level = !above ? "区局" : place % 2 == 0 ? "省局" : "市局";
        const std::string all = "/api/cases?list=all";
        const std::string unit = !above ? "" : "&unit=990201";
        return Client{
            account,
            {{level + " 全部", all},
              {level + " 状态 听证中", all + "&state=HEARING"},
              {level + " 状态 已归档", all + "&state=ARCHIVED"},
              {level + " 超期", all + "&due=over"},
              {level + " 领域 食品", all + "&field=food"},
              {level + " 领域 广告、状态 待履行", all + "&field=ad&state=DECISION_SERVED"},
              {level + " 机构", all + unit},
              {level + " 文字 虚假", all + "&q=" + encoded("虚假")},
              {level + " 文字 食品有限公司", all + "&q=" + encoded("丰裕食品有限公司")},
              {level + " 文字 没有的", all + "&q=" + encoded("龟兔赛跑")}}
        };
    });
}

base::Result<base::Value> measure_pages(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, [](int place, DeskClient& desk) -> base::Result<Client> {
        Client client{officer(place), {}};
        if (!desk.sign_in(client.account, "Zhiheng-2026")) {
            client.account = "zhoumin";
            TRY(desk.sign_in(client.account, "Zhiheng-2026"));
        }
        const base::Value page = TRY(desk.get("/api/cases?list=all&limit=200"));
        for (const base::Value& row : page.list("cases"))
            client.asks.push_back({"案件页面", fmt::format("/api/cases/{}", row.text("no"))});
        if (client.asks.empty()) return base::fail("no_cases", "数据目录里没有案件，请先 zhiheng synth");
        return client;
    });
}

}  // namespace bench
