#include "cases/refresh.hpp"

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

}  // namespace

base::Result<int> refresh_projections(const office::Office& office, const std::function<bool()>& goes_on) {
    const base::Date today = office.today();
    int changed = 0;
    const std::vector<std::string> numbers = TRY(office.ports.cases.numbers(everywhere));
    for (const std::string& no : numbers) {
        if (!goes_on()) break;
        if (TRY(refresh(office, no, today))) ++changed;
    }
    return changed;
}

}  // namespace cases
