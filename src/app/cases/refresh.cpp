#include "cases/refresh.hpp"

#include <exception>
#include <optional>

#include "cases/load_case.hpp"
#include "cases/project.hpp"

namespace cases {

namespace {

const identity::Viewer everywhere{.person = {}, .name = {}, .node = {}, .agency = {}, .roles = {"SYSTEM"}};

base::Result<bool> refresh(const office::Office& office, const std::string& no, base::Date today) {
    const ports::Projection shown = TRY(office.ports.cases.projection(everywhere, no));
    if (shown.as_of == today || (!shown.open && shown.as_of > today.plus_days(-30))) return false;
    const ports::CaseRecord record = TRY(office.ports.cases.load(everywhere, no));
    const procedure::Case state = TRY(fold(office.rules, record.matter, record.acts));
    const ports::Projection fresh = project(state, today, record.acts);
    auto written = office.ports.cases.replace_projection(everywhere, no, record.version, fresh);
    // An act recorded meanwhile brought the rows up to date itself.
    if (!written && written.error().code != "version_conflict") return base::fail(written.error());
    return true;
}

base::Result<bool> refresh_guarded(const office::Office& office, const std::string& no, base::Date today) {
    try {
        return refresh(office, no, today);
    } catch (const std::exception& error) {
        return base::fail("internal_error", error.what());
    }
}

// A case that cannot be read must not keep the lists of all others from being brought up to date; without a
// database there is no going on.
bool concerns_this_case_alone(const base::Error& error) {
    return !error.code.starts_with("database_");
}

}  // namespace

base::Result<int> refresh_projections(const office::Office& office, const std::function<bool()>& goes_on) {
    const base::Date today = office.today();
    int changed = 0;
    std::optional<base::Error> first_fault;
    const std::vector<std::string> numbers = TRY(office.ports.cases.numbers_behind(everywhere, today));
    for (const std::string& no : numbers) {
        if (!goes_on()) break;
        auto done = refresh_guarded(office, no, today);
        if (done) {
            changed += *done ? 1 : 0;
            continue;
        }
        done.error().message = no + "：" + done.error().message;
        if (!concerns_this_case_alone(done.error())) return base::fail(done.error());
        if (!first_fault) first_fault = done.error();
    }
    if (first_fault) return base::fail(*first_fault);
    return changed;
}

}  // namespace cases
