#include "self_check/run.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>

#include "self_check/examine.hpp"

namespace self_check {

namespace {

constexpr unsigned workers_max = 2;
constexpr int closed_days = 2;  // the check before saw the others

// Workers take batches one after the other; each reads, folds and compares its own.
class Walk {
  public:
    Walk(const office::Office& office, ports::CaseBatches& batches, Scope scope,
         const std::function<bool()>& goes_on)
        : office_(office), batches_(batches), goes_on_(goes_on), today_(office.today()) {
        next_.which = scope == Scope::everything ? ports::BatchOf::Which::all : ports::BatchOf::Which::open;
        next_.since = today_.plus_days(-closed_days);
    }

    base::Result<Checked> run() {
        std::vector<std::thread> workers;
        for (unsigned i = 1; i < workers_max; ++i) workers.emplace_back([this] { work(); });
        work();
        for (auto& worker : workers) worker.join();
        if (failure_) return base::fail(*failure_);
        std::ranges::sort(checked_.findings, {}, &ports::Finding::case_no);
        return std::move(checked_);
    }

  private:
    void work() {
        try {
            while (true) {
                const auto batch = take();
                if (batch.empty()) return;
                std::vector<ports::Finding> found;
                for (const auto& stored : batch)
                    for (auto& finding : examine(stored, office_.rules, today_))
                        found.push_back(std::move(finding));
                const std::scoped_lock lock(mutex_);
                checked_.cases += batch.size();
                checked_.findings.insert(checked_.findings.end(), found.begin(), found.end());
            }
        } catch (const std::exception& error) {
            fail({"internal_error", error.what()});
        }
    }

    std::vector<ports::StoredCase> take() {
        const std::scoped_lock lock(mutex_);
        if (failure_ || at_end_) return {};
        if (!goes_on_()) {
            failure_ = base::Error{"interrupted", "自检没有做完"};
            return {};
        }
        auto batch = batches_.next(next_);
        if (batch && batch->empty() && next_.which == ports::BatchOf::Which::open) {
            next_.which = ports::BatchOf::Which::closed_since;
            next_.after.clear();
            batch = batches_.next(next_);
        }
        if (!batch) {
            failure_ = batch.error();
            return {};
        }
        at_end_ = batch->empty();
        if (!at_end_) next_.after = batch->back().record.no;
        return *std::move(batch);
    }

    void fail(base::Error error) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = std::move(error);
    }

    const office::Office& office_;
    ports::CaseBatches& batches_;
    const std::function<bool()>& goes_on_;
    base::Date today_;
    std::mutex mutex_;
    ports::BatchOf next_;
    bool at_end_ = false;
    std::optional<base::Error> failure_;
    Checked checked_;
};

}  // namespace

base::Result<Checked> check(const office::Office& office, ports::CaseBatches& batches, Scope scope,
                            const std::function<bool()>& goes_on) {
    return Walk(office, batches, scope, goes_on).run();
}

}  // namespace self_check
