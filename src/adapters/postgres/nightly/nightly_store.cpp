#include "postgres/nightly/nightly_store.hpp"

namespace postgres {
namespace {

const Context& runner() {
    static const Context context = Context::for_purpose("nightly");
    return context;
}

}  // namespace

base::Result<bool> NightlyStore::is_done(std::string_view job, base::Date day) {
    const auto rows = TRY(app_.read(runner(), "nightly/is_done", Params(job, day)));
    return rows.front().truth("done");
}

base::Result<void> NightlyStore::note(const ports::NightlyRun& run) {
    TRY(app_.write(runner(), "nightly/note",
                   Params(run.job, run.day, run.started_at, run.finished_at, run.outcome, run.error)));
    return {};
}

base::Result<std::vector<ports::NightlyRun>> NightlyStore::runs(const identity::Viewer& viewer) {
    const auto rows = TRY(app_.read(Context::of(viewer), "nightly/runs"));
    std::vector<ports::NightlyRun> runs;
    for (const auto row : rows)
        runs.push_back({.job = row.text("job"),
                        .day = row.date("day"),
                        .attempts = row.number("attempts"),
                        .started_at = row.instant("started_at"),
                        .finished_at = row.instant("finished_at"),
                        .outcome = row.is_null("outcome") ? base::Value() : row.value("outcome"),
                        .error = row.text("error")});
    return runs;
}

}  // namespace postgres
