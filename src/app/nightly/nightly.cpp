#include "nightly/nightly.hpp"

#include <exception>
#include <optional>

namespace nightly {

namespace {

base::Result<base::Value> guarded(const Job& job, base::Date day, const GoesOn& goes_on) {
    try {
        return job.run(day, goes_on);
    } catch (const std::exception& error) {
        return base::fail("internal_error", error.what());
    }
}

}  // namespace

base::Result<int> run_due(ports::NightlyStore& store, const ports::Clock& clock, std::span<const Job> jobs,
                          const GoesOn& goes_on) {
    const base::Date day = clock.now().date();
    int done = 0;
    std::optional<base::Error> first_fault;
    for (const Job& job : jobs) {
        if (!goes_on()) break;
        if (TRY(store.is_done(job.name, day))) continue;
        const base::Instant started = clock.now();
        const auto outcome = guarded(job, day, goes_on);
        // What was stopped half-way is neither done nor a fault.
        if (!goes_on()) break;
        ports::NightlyRun run{.job = job.name, .day = day, .started_at = started, .finished_at = clock.now()};
        if (outcome)
            run.outcome = *outcome;
        else
            run.error = outcome.error().code + "：" + outcome.error().message;
        TRY(store.note(run));
        if (outcome)
            ++done;
        else if (!first_fault)
            first_fault = base::Error{outcome.error().code, job.name + "：" + outcome.error().message};
    }
    if (first_fault) return base::fail(*first_fault);
    return done;
}

}  // namespace nightly
