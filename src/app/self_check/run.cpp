#include "self_check/run.hpp"

#include <algorithm>
#include <mutex>

#include "batches/walk.hpp"
#include "self_check/examine.hpp"

namespace self_check {

namespace {

constexpr int closed_days = 2;  // the check before saw the others

std::vector<ports::BatchOf> rounds_of(Scope scope, base::Date today) {
    using enum ports::BatchOf::Which;
    if (scope == Scope::everything) return {{.which = all}};
    return {
        {.which = open},
        {.which = closed_since, .since = today.plus_days(-closed_days)}
    };
}

}  // namespace

base::Result<Checked> check(const office::Office& office, ports::CaseBatches& batches, Scope scope,
                            const std::function<bool()>& goes_on) {
    const base::Date today = office.today();
    Checked checked;
    std::mutex mutex;
    const auto work = [&](const std::vector<ports::StoredCase>& batch) -> base::Result<void> {
        std::vector<ports::Finding> found;
        for (const auto& stored : batch)
            for (auto& finding : examine(stored, office.rules, today)) found.push_back(std::move(finding));
        const std::scoped_lock lock(mutex);
        checked.cases += batch.size();
        checked.findings.insert(checked.findings.end(), found.begin(), found.end());
        return {};
    };
    TRY(batches::walk(batches, rounds_of(scope, today), ports::Take::acts_and_shown, goes_on, work));
    std::ranges::sort(checked.findings, {}, &ports::Finding::case_no);
    return checked;
}

}  // namespace self_check
