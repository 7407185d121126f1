#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <thread>

#include "bench/bench.hpp"
#include "bench/desk_client.hpp"
#include "bench/measurement.hpp"
#include "bench/server_process.hpp"
#include "postgres/database.hpp"
#include "system/clock.hpp"
#include "system/process.hpp"
#include "system/random.hpp"

namespace bench {

namespace {

namespace fs = std::filesystem;
using clock = std::chrono::steady_clock;

constexpr int clients = 8;
constexpr int acts_per_case = 40;

// Ctrl-C ends the measurement in order, so that nothing is left behind.
volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) {
    interrupted = 1;
}

// A folder among the temporary files, gone with this object.
class BenchFolder {
  public:
    BenchFolder() : path_(fs::temp_directory_path() / ("zhiheng-bench-" + systems::SystemRandom().hex(8))) {
        fs::create_directory(path_);
    }
    ~BenchFolder() {
        std::error_code left;
        for (int i = 0; i < 100 && fs::exists(path_, left); ++i) {  // a dying database may still write
            if (fs::remove_all(path_, left); left)
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

// Eight workers, each with its own number, until the time is over; the first error ends all.
struct Crowd {
    explicit Crowd(std::chrono::seconds time) : span(time) {}
    std::chrono::seconds span;
    std::atomic<std::uint64_t> done = 0;
    std::atomic<bool> stop = false;
    std::mutex mutex;
    std::optional<base::Error> error = {};

    void fail(base::Error reason) {
        const std::lock_guard guard(mutex);
        error = std::move(reason);
        stop = true;
    }
    bool goes_on(clock::time_point end) const { return !stop && !interrupted && clock::now() < end; }

    template <class Work>
    base::Result<double> run(Work work) {  // → per second
        std::vector<std::thread> threads;
        const auto begin = clock::now();
        for (int i = 0; i < clients; ++i)
            threads.emplace_back([&, i] {
                if (auto result = work(i, begin + span); !result) fail(result.error());
            });
        for (std::thread& thread : threads) thread.join();
        if (error) return base::fail(*error);
        if (interrupted) return base::fail("aborted", "测量已中断");
        return static_cast<double>(done) / std::chrono::duration<double>(clock::now() - begin).count();
    }
};

base::Result<void> officer(DeskClient& desk, int number, clock::time_point end, Crowd& crowd,
                           Measurement& times) {
    systems::SystemRandom random;
    const std::string today = systems::WallClock().now().date().str();
    while (crowd.goes_on(end)) {
        const std::string no = TRY(desk.open_case(today));
        std::int64_t version = 1;
        for (int n = 0; n < acts_per_case && crowd.goes_on(end); ++n) {
            const auto begin = clock::now();
            version = TRY(desk.record_note(no, version, fmt::format("{}-{}", number, random.id())));
            const auto time = clock::now() - begin;
            ++crowd.done;
            const std::lock_guard guard(crowd.mutex);
            times.add(time);
        }
    }
    return {};
}

struct WrittenAct {
    std::string act, recorded_at, body, prev_hash, hash;
};

// The same rows into the same tables, by clients that know nothing but PostgreSQL: the act, the case's row,
// the kept answer; one transaction and one round trip each.
base::Result<void> bare_writer(postgres::Pool& pool, const std::vector<WrittenAct>& acts, int number,
                               clock::time_point end, Crowd& crowd) {
    const auto context = postgres::Context::for_purpose("bench");
    systems::SystemRandom random;
    for (int round = 1; crowd.goes_on(end); ++round) {
        const std::string no = fmt::format("990101-1999-{:03}{:03}", number, round);
        TRY(pool.write(context, "bench/open_case", postgres::Params(no)));
        for (int n = 1; n <= acts_per_case && crowd.goes_on(end); ++n) {
            const WrittenAct& act = acts[static_cast<std::size_t>(n + number) % acts.size()];
            const base::Value answer = base::Object{
                {"recorded", true},
                {"case_no",  no  },
                {"n",        n   },
                {"version",  n   }
            };
            TRY(pool.write(
                context,
                {
                    {"cases/insert_act",
                     postgres::Params(no, n, act.act, act.recorded_at, act.body, act.prev_hash, act.hash)},
                    {"bench/advance_case", postgres::Params(no, n, act.hash)},
                    {"cases/keep_answer", postgres::Params("bench", random.id(), act.hash, answer)}
            }));
            ++crowd.done;
        }
    }
    return {};
}

base::Result<std::vector<WrittenAct>> written_acts(postgres::Pool& pool) {
    const postgres::Rows rows = TRY(pool.read(postgres::Context::for_purpose("bench"), "bench/acts"));
    std::vector<WrittenAct> acts;
    for (const postgres::Row row : rows)
        acts.push_back({row.text("act"), row.text("recorded_at"), row.text("body"), row.text("prev_hash"),
                        row.text("hash")});
    if (acts.empty()) return base::fail("nothing_recorded", "没有记录下任何行为");
    return acts;
}

base::Result<double> over_http(const fs::path& data, const std::vector<std::string>& fonts, Crowd& crowd,
                               Measurement& measurement) {
    std::vector<std::string> words = {"--demo"};
    words.insert(words.end(), fonts.begin(), fonts.end());
    auto process = TRY(ServerProcess::start(systems::own_executable(), data, words));
    std::vector<std::unique_ptr<DeskClient>> desks;
    for (int i = 0; i < clients; ++i) {
        desks.push_back(std::make_unique<DeskClient>(process.port()));
        TRY(desks.back()->sign_in("zhoumin", "Zhiheng-2026"));
    }
    process.wait_until_idle();
    const double rate = TRY(crowd.run([&](int i, clock::time_point end) {
        return officer(*desks[static_cast<std::size_t>(i)], i, end, crowd, measurement);
    }));
    measurement.set("server_memory_mib", process.peak_memory_kib() / 1024);
    return rate;
}

base::Result<double> bare(const fs::path& data, Crowd& crowd) {
    const auto database = TRY(postgres::Database::open_private(data));
    const auto acts = TRY(written_acts(database->owner()));
    return crowd.run(
        [&](int i, clock::time_point end) { return bare_writer(database->owner(), acts, i, end, crowd); });
}

}  // namespace

base::Result<base::Value> measure_act(std::span<const std::string> arguments) {
    int seconds = 10;
    if (!arguments.empty()) {
        const std::string& text = arguments[0];
        std::from_chars(text.data(), text.data() + text.size(), seconds);
    }
    const std::chrono::seconds span(std::clamp(seconds, 1, 600));
    std::vector<std::string> fonts;
    if (arguments.size() > 1) fonts = {"--fonts", arguments[1]};
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    const BenchFolder folder;
    Measurement measurement(fmt::format("经 HTTP 记录行为，{} 个客户端", clients));
    Crowd officers(span);
    const double http_rate = TRY(over_http(folder.path(), fonts, officers, measurement));
    Crowd writers(span);
    const double bare_rate = TRY(bare(folder.path(), writers));
    measurement.set("acts_per_second", rounded(http_rate, 1));
    measurement.set("bare_commits_per_second", rounded(bare_rate, 1));
    measurement.set("ratio", rounded(http_rate / bare_rate, 3));
    return measurement.to_value();
}

}  // namespace bench
