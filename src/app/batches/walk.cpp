#include "batches/walk.hpp"

#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace batches {

namespace {

constexpr unsigned workers_max = 2;

class Walk {
  public:
    Walk(ports::CaseBatches& cases, std::span<const ports::BatchOf> rounds, ports::Take take,
         const std::function<bool()>& goes_on, const Work& work)
        : cases_(cases), rounds_(rounds.begin(), rounds.end()), take_(take), goes_on_(goes_on), work_(work) {}

    base::Result<void> run() {
        std::vector<std::thread> workers;
        for (unsigned i = 1; i < workers_max; ++i) workers.emplace_back([this] { work_to_the_end(); });
        work_to_the_end();
        for (auto& worker : workers) worker.join();
        if (failure_) return base::fail(*failure_);
        return {};
    }

  private:
    void work_to_the_end() {
        try {
            while (true) {
                const auto done = one_batch();
                if (!done) return fail(done.error());
                if (!*done) return;
            }
        } catch (const std::exception& error) {
            fail({"internal_error", error.what()});
        }
    }

    base::Result<bool> one_batch() {
        const auto numbers = TRY(next_numbers());
        if (numbers.empty()) return false;
        const auto batch = TRY(cases_.load(numbers, take_));
        TRY(work_(batch));
        return true;
    }

    base::Result<std::vector<std::string>> next_numbers() {
        const std::scoped_lock lock(mutex_);
        while (!failure_ && round_ < rounds_.size()) {
            if (!goes_on_()) return base::fail("interrupted", "没有做完");
            auto numbers = TRY(cases_.numbers(rounds_[round_]));
            if (!numbers.empty()) {
                rounds_[round_].after = numbers.back();
                return numbers;
            }
            ++round_;
        }
        return std::vector<std::string>();
    }

    void fail(base::Error error) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = std::move(error);
    }

    ports::CaseBatches& cases_;
    std::vector<ports::BatchOf> rounds_;
    ports::Take take_;
    const std::function<bool()>& goes_on_;
    const Work& work_;
    std::mutex mutex_;
    std::size_t round_ = 0;
    std::optional<base::Error> failure_;
};

}  // namespace

base::Result<void> walk(ports::CaseBatches& cases, std::span<const ports::BatchOf> rounds, ports::Take take,
                        const std::function<bool()>& goes_on, const Work& work) {
    return Walk(cases, rounds, take, goes_on, work).run();
}

}  // namespace batches
