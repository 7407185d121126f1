#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <latch>
#include <map>
#include <mutex>
#include <thread>

#include "bench/bench.hpp"
#include "bench/desk_client.hpp"
#include "bench/measurement.hpp"
#include "bench/server_process.hpp"
#include "installation/installation.hpp"
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

// Other bureaus where there are any, so that not everybody asks for the same rows.
std::string region(int place) {
    constexpr int of_a_city = 20;
    return place == 0 ? "990101" : fmt::format("99{:02}{:02}", place / of_a_city + 2, place % of_a_city + 1);
}

std::string officer(int place) {
    return place == 0 ? "zhoumin" : "h1-" + region(place);
}

using Times = std::map<std::string, Measurement>;

// Everybody has signed in and asked for everything once before the first time is taken.
base::Result<void> work(std::uint16_t port, const Client& client, std::chrono::seconds span,
                        std::latch& ready, Times& into, std::mutex& mutex) {
    using clock = std::chrono::steady_clock;
    DeskClient desk(port);
    const auto warm_up = [&]() -> base::Result<void> {
        if (!desk.sign_in(client.account, "Zhiheng-2026")) TRY(desk.sign_in("zhoumin", "Zhiheng-2026"));
        for (const Asked& ask : client.asks) TRY(desk.get(ask.target));
        return {};
    };
    const auto warm = warm_up();
    ready.arrive_and_wait();
    TRY(warm);
    std::vector<std::pair<std::size_t, clock::duration>> times;
    const auto end = clock::now() + span;
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

base::Result<base::Value> measure(const Run& run, const std::vector<Client>& all) {
    const ServerProcess process = TRY(ServerProcess::start(systems::own_executable(), run.data));
    Times times;
    std::mutex mutex;
    std::optional<base::Error> failure;
    std::latch ready(clients);
    std::vector<std::thread> threads;
    for (const Client& client : all)
        threads.emplace_back([&] {
            const auto worked = work(process.port(), client, run.span, ready, times, mutex);
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

std::vector<Client> all_clients(const std::function<Client(int)>& make) {
    std::vector<Client> all;
    for (int place = 0; place < clients; ++place) all.push_back(make(place));
    return all;
}

std::string encoded(std::string_view text) {
    std::string result;
    for (const char byte : text) result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    return result;
}

}  // namespace

base::Result<base::Value> measure_inbox(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, all_clients([](int place) {
                       return Client{
                           officer(place), {{"收件箱", "/api/inbox"}, {"我的案件", "/api/cases?list=mine"}}
                       };
                   }));
}

namespace {

// A third of the clients supervise a city or the province, the others work in bureaus.
struct Seat {
    std::string account, level, unit;
};

Seat seat(int place) {
    if (place % 3 != 0) return {officer(place), "区局", fmt::format("d{}-s1", region(place))};
    return place % 2 == 0 ? Seat{"handong", "省局", "990201"} : Seat{"su-9902", "市局", "990201"};
}

constexpr std::string_view every_case = "/api/cases?list=all";

}  // namespace

base::Result<base::Value> measure_list(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, all_clients([](int place) {
                       const Seat at = seat(place);
                       const std::string all(every_case);
                       return Client{
                           at.account,
                           {{at.level + " 全部", all},
                                     {at.level + " 本机构", "/api/cases?list=unit"},
                                     {at.level + " 状态 听证中", all + "&state=HEARING"},
                                     {at.level + " 状态 已归档", all + "&state=ARCHIVED"},
                                     {at.level + " 超期", all + "&due=over"},
                                     {at.level + " 领域 食品", all + "&field=food"},
                                     {at.level + " 领域 广告、状态 待履行", all + "&field=ad&state=DECISION_SERVED"},
                                     {at.level + " 机构", all + "&unit=" + at.unit},
                                     {at.level + " 案由 虚假", all + "&q=" + encoded("虚假")},
                                     {at.level + " 文字 没有的", all + "&q=" + encoded("龟兔赛跑")}}
                       };
                   }));
}

// A firm's name, which a thousand cases of a province may bear.
base::Result<base::Value> measure_find(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, all_clients([](int place) {
                       const Seat at = seat(place);
                       return Client{at.account,
                                     {{at.level + " 当事人",
                                       std::string(every_case) + "&q=" + encoded("丰裕食品有限公司")}}};
                   }));
}

namespace {

// Of cases that have acts: of most synthetic ones there are only the lists.
base::Result<std::vector<Client>> page_openers(const std::filesystem::path& data) {
    installation::Place place;
    place.data = data;
    place.must_exist = true;
    const auto opened = TRY(installation::Installation::open(place));
    std::vector<Client> all;
    for (int i = 0; i < clients; ++i) {
        Client client{officer(i), {}};
        const auto rows = TRY(opened->database().owner().read(postgres::Context(), "bench/cases_with_acts",
                                                              postgres::Params(region(i))));
        for (const auto row : rows) client.asks.push_back({"案件页面", "/api/cases/" + row.text("case_no")});
        if (!client.asks.empty()) all.push_back(std::move(client));
    }
    if (all.empty()) return base::fail("no_cases", "数据目录里没有案件，请先 zhiheng synth");
    for (std::size_t i = 0; all.size() < clients; ++i) all.push_back(all[i]);
    return all;
}

}  // namespace

base::Result<base::Value> measure_case_page(std::span<const std::string> arguments) {
    const Run run = TRY(run_from(arguments));
    return measure(run, TRY(page_openers(run.data)));
}

}  // namespace bench
