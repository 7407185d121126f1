#include "commands/background.hpp"

#include <exception>
#include <iostream>

#include "cases/refresh.hpp"
#include "commands/nightly_jobs.hpp"
#include "documents/print.hpp"
#include "system/process.hpp"

namespace commands {

namespace {

constexpr std::chrono::milliseconds queue_pause{500};
constexpr std::chrono::milliseconds failure_pause{5'000};
constexpr std::chrono::milliseconds day_pause{60'000};

void log(const base::Error& error) {
    std::cerr << error.code << "：" << error.message << std::endl;
}

// A row that cannot be worked on is said and passed over: the server goes on serving.
template <class Work>
auto guarded(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& error) {
        return base::fail("internal_error", error.what());
    }
}

}  // namespace

Background::Background(installation::Installation& installation, std::string superior)
    : installation_(installation),
      superior_(std::move(superior)),
      papers_([this] { print_papers(); }),
      days_([this] { turn_days(); }),
      files_([this] { read_files(); }) {}

Background::~Background() {
    {
        const std::scoped_lock lock(mutex_);
        stop_ = true;
    }
    stopped_.notify_all();
    installation_.stop_reading();
    papers_.join();
    days_.join();
    files_.join();
}

bool Background::wait(std::chrono::milliseconds span) {
    std::unique_lock lock(mutex_);
    return !stopped_.wait_for(lock, span, [this] { return stop_; });
}

bool Background::goes_on() {
    const std::scoped_lock lock(mutex_);
    return !stop_;
}

void Background::work_through(const std::function<base::Result<bool>()>& next) {
    systems::give_way();
    auto pause = queue_pause;
    while (wait(pause)) {
        const auto done = guarded(next);
        if (!done) log(done.error());
        pause = !done ? failure_pause : *done ? std::chrono::milliseconds(0) : queue_pause;
    }
}

void Background::print_papers() {
    work_through([this] { return documents::make_next(installation_.office()); });
}

void Background::read_files() {
    work_through([this] { return installation_.file_names().read_next(); });
}

void Background::turn_days() {
    const auto jobs = nightly_jobs(installation_, superior_);
    base::Date turned;
    do {
        const base::Instant now = installation_.office().now();
        if (now.date() == turned) continue;
        const auto refreshed = guarded([this] {
            return cases::refresh_projections(installation_.office(), [this] { return goes_on(); });
        });
        const auto signed_days = guarded([&] {
            return installation_.day_heads().sign_days_before(now.date(), now, [this] { return goes_on(); });
        });
        if (!refreshed) log(refreshed.error());
        if (!signed_days) log(signed_days.error());
        if (!refreshed || !signed_days || !goes_on()) continue;
        // On lists that are as of today: what the jobs say is said of the day that begins.
        const auto jobs_done = guarded([&] {
            return nightly::run_due(installation_.nights(), installation_.office().ports.clock, jobs,
                                    [this] { return goes_on(); });
        });
        if (!jobs_done) log(jobs_done.error());
        if (jobs_done) turned = now.date();
    } while (wait(day_pause));
}

}  // namespace commands
