#include "discretion/check_place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "discretion/check_line.hpp"

namespace discretion {

namespace {

using Unit = Benchmark::Unit;

class PlaceChecker {
  public:
    PlaceChecker(const Catalogue& catalogue, const Jurisdiction& place, CheckReport& report)
        : catalogue_(catalogue), place_(place), report_(report) {}
    void run();

  private:
    void check_editions();
    void check_neighbours(const Benchmark& row);
    void check_row(std::size_t number);
    bool check_against(const Benchmark& row, const Violation& violation, const Version& version);
    bool check_bracket(const Benchmark& row, const Violation& violation, const Bracket& bracket);
    void check_other_rows(std::size_t number, const Violation& violation, const Fine& fine);
    void compare_rows(const Benchmark& row, const Benchmark& other, const Line& line);
    void check_floor();
    void check_lists();
    void check_dimension(const Dimension& dimension);
    void add(std::string kind, std::string detail, base::Object witness = {}) {
        report_.faults.push_back(
            {place_.id, place_.file, std::move(kind), std::move(detail), std::move(witness)});
    }

    const Catalogue& catalogue_;
    const Jurisdiction& place_;
    CheckReport& report_;
    Certificate certificate_;
};

const Fine* fine_of(const Version& version, bool is_serious) {
    if (is_serious && version.serious && version.serious->fine) return &*version.serious->fine;
    return version.fine ? &*version.fine : nullptr;
}

std::string name_of(const Benchmark& row) {
    return row.scope.violation.empty() ? row.scope.field : row.scope.violation;
}

// Another edition of the place is in force on the day after this one ends, or none ever again.
void PlaceChecker::check_editions() {
    if (!place_.to) return;
    const base::Date next = place_.to->plus_days(1);
    bool is_later = false;
    for (const Jurisdiction& other : catalogue_.jurisdictions()) {
        if (other.id != place_.id || &other == &place_) continue;
        if (other.is_in_force(next)) return;
        is_later = is_later || (other.from && next < *other.from);
    }
    if (is_later)
        add("days_without_edition",
            fmt::format("本版止于{}，此后有一段时间没有任何一版有效", place_.to->str()));
}

// 从轻, 一般, 从重 meet: where one ends the next begins.
void PlaceChecker::check_neighbours(const Benchmark& row) {
    const auto meet = [&](Tier lower, Tier upper) {
        const std::int64_t end = row.at(lower).max;
        const std::int64_t start = row.at(upper).min;
        if (end == start) return;
        add(end < start ? "band_gap" : "band_overlap",
            fmt::format("{}：{}与{}之间{}", name_of(row), title_of(lower), title_of(upper),
                        end < start ? "有空当" : "重叠"));
    };
    meet(Tier::lenient, Tier::normal);
    meet(Tier::normal, Tier::aggravated);
    const auto& mitigated = row.bands[static_cast<std::size_t>(Tier::mitigated)];
    if (mitigated && mitigated->max > row.at(Tier::lenient).min)
        add("band_overlap", fmt::format("{}：减轻的上端高于法定最低数", name_of(row)));
}

struct WholeRange {
    std::int64_t min = 0, max = 0;
    bool is_of_unit = true;
};

WholeRange whole_of(const Bracket& bracket, Unit unit) {
    if (unit == Unit::share) return {0, 10'000};
    if (unit == Unit::times)
        return {bracket.least.ten_thousandths, bracket.most.ten_thousandths, bracket.is_multiple};
    return {bracket.min.in_fen(), bracket.max.in_fen(), !bracket.is_multiple};
}

bool PlaceChecker::check_bracket(const Benchmark& row, const Violation& violation, const Bracket& bracket) {
    const WholeRange whole = whole_of(bracket, row.unit);
    const auto fault = [&](const char* kind, std::string_view words) {
        add(kind, fmt::format("{}：{}", violation.id, words));
        return false;
    };
    if (!whole.is_of_unit) return fault("band_wrong_unit", "基准的单位与法定幅度的单位不同");
    const std::int64_t from = row.at(Tier::lenient).min;
    const std::int64_t to = row.at(Tier::aggravated).max;
    if (to > whole.max) return fault("above_the_maximum", "从重的上端高于法定最高数");
    if (from < whole.min) return fault("below_the_minimum", "从轻的下端低于法定最低数");
    if (to < whole.max) return fault("band_gap", "从重的上端没有到达法定最高数");
    if (from > whole.min) return fault("band_gap", "从轻的下端没有到达法定最低数");
    return true;
}

// The row against every bracket that can hold together with its condition; true when there is one.
bool PlaceChecker::check_against(const Benchmark& row, const Violation& violation, const Version& version) {
    const Fine* fine = fine_of(version, row.is_serious);
    if (!fine) return false;
    const Line line({&row.when}, {fine}, catalogue_.facts());
    Facts facts(catalogue_.facts().size());
    std::set<const Bracket*> looked_at;
    for (std::size_t i = 0; i < line.size(); ++i) {
        line.set(i, facts);
        ++certificate_.points;
        if (holds(row.when, facts) != Truth::yes) continue;
        const LineRange range = range_at(*fine, facts);
        if (range.fitting != 1 || !looked_at.insert(range.bracket).second) continue;
        if (!check_bracket(row, violation, *range.bracket)) return true;
    }
    return !looked_at.empty();
}

bool overlaps(const Jurisdiction& place, const Version& version) {
    const bool starts_later = place.to && *place.to < version.from;
    const bool ended_before = place.from && version.to && *version.to < *place.from;
    return !starts_later && !ended_before;
}

void PlaceChecker::check_row(std::size_t number) {
    const Benchmark& row = place_.benchmarks[number];
    ++certificate_.rows;
    check_neighbours(row);
    bool fits = false;
    for (const Violation& violation : catalogue_.violations()) {
        if (!row.scope.covers(violation)) continue;
        for (const Version& version : violation.versions) {
            if (!overlaps(place_, version)) continue;
            fits = check_against(row, violation, version) || fits;
            const Fine* fine = fine_of(version, row.is_serious);
            if (fine && !row.scope.violation.empty()) check_other_rows(number, violation, *fine);
        }
    }
    if (!fits) add("row_fits_nothing", fmt::format("{}：没有任何法定幅度与该行相符", name_of(row)));
}

// Two rows of one item: never both on the same facts, and never lighter along a heavier fact.
void PlaceChecker::check_other_rows(std::size_t number, const Violation& violation, const Fine& fine) {
    const Benchmark& row = place_.benchmarks[number];
    for (std::size_t i = number + 1; i < place_.benchmarks.size(); ++i) {
        const Benchmark& other = place_.benchmarks[i];
        if (other.scope.violation != violation.id || other.is_serious != row.is_serious) continue;
        compare_rows(row, other, Line({&row.when, &other.when}, {&fine}, catalogue_.facts()));
    }
}

// Where the row ends its normal band on these facts, in yuan; shares move with the range of the law.
std::optional<Exact> normal_end(const Benchmark& row, const Facts& facts, const Line& line) {
    const std::int64_t end = row.at(Tier::normal).max;
    if (row.unit == Unit::yuan) return Exact::of(base::Money::fen(end));
    if (row.unit == Unit::share) return {};
    return Exact::times(base::Money::fen(facts[line.axes().front().fact].number), Decimal4{end});
}

void PlaceChecker::compare_rows(const Benchmark& row, const Benchmark& other, const Line& line) {
    Facts facts(catalogue_.facts().size());
    const Benchmark* before = nullptr;
    std::optional<Exact> end_before;
    for (std::size_t i = 0; i < line.size(); ++i) {
        line.set(i, facts);
        ++certificate_.points;
        const bool one = holds(row.when, facts) == Truth::yes;
        const bool two = holds(other.when, facts) == Truth::yes;
        if (one && two) {
            add("row_overlap", fmt::format("{}：两行同时与这些事实相符", name_of(row)),
                line.witness(i, catalogue_.facts()));
            return;
        }
        const bool is_single_fact = line.axes().size() == 1;
        const Benchmark* now = one ? &row : two ? &other : nullptr;
        if (!is_single_fact || !now) continue;
        const auto end = normal_end(*now, facts, line);
        if (before && before != now && end && end_before && *end < *end_before) {
            add("row_non_monotone",
                fmt::format("{}：{}加重而一般的上端由{}元降为{}元", name_of(row),
                            catalogue_.facts()[line.axes().front().fact].title,
                            end_before->rounded_down().str(), end->rounded_down().str()),
                line.witness(i, catalogue_.facts()));
            return;
        }
        before = now;
        end_before = end;
    }
}

// 减轻 lies below the minimum, so its floor does too; what stands below a place may only raise it.
void PlaceChecker::check_floor() {
    if (!place_.floor) return;
    for (const FloorStep& step : place_.floor->ladder) {
        if (!step.sum) continue;
        for (const Violation& violation : catalogue_.violations())
            for (const Version& version : violation.versions) {
                const Fine* fine = step.scope.covers(violation) ? fine_of(version, false) : nullptr;
                if (!fine) continue;
                for (const Bracket& bracket : fine->brackets)
                    if (!bracket.is_multiple && bracket.min > base::Money() && *step.sum >= bracket.min)
                        return add("floor_above_minimum",
                                   fmt::format("{}：减轻的下限{}元不低于法定最低数{}元", violation.id,
                                               step.sum->str(), bracket.min.str()));
            }
    }
    for (const Jurisdiction& above : catalogue_.jurisdictions())
        if (above.id == place_.above && above.floor && place_.floor->share < above.floor->share)
            add("floor_wider_than_above", fmt::format("下限{}低于上级{}的{}", place_.floor->share.str(),
                                                      above.name, above.floor->share.str()));
}

void PlaceChecker::check_lists() {
    for (const ExemptionList& list : place_.lists) {
        std::set<std::string_view> items;
        for (const ListEntry& entry : list.entries) {
            ++certificate_.rows;
            if (!items.insert(entry.item).second)
                add("repeated_item", fmt::format("{}：{} 写了两次", list.list, entry.item));
        }
    }
}

// More points may not come of a ground that lightens, nor fewer of one that aggravates.
void PlaceChecker::check_dimension(const Dimension& dimension) {
    const auto direction = [&](const Level& level) {
        int sign = 0;
        for (const CircumstanceId id : level.findings) {
            const Force force = catalogue_.circumstances()[id].force;
            if (force == Force::must_aggravate || force == Force::may_aggravate) sign = 1;
            if (force == Force::must_lenient || force == Force::may_lenient) sign = -1;
        }
        return sign;
    };
    for (const Level& heavy : dimension.levels)
        for (const Level& light : dimension.levels)
            if (direction(heavy) > direction(light) && heavy.points < light.points)
                return add("points_reverse",
                           fmt::format("{}：“{}”的分值低于“{}”", dimension.title, heavy.title, light.title));
}

void PlaceChecker::run() {
    const std::size_t faults = report_.faults.size();
    certificate_ = {.id = place_.id, .name = place_.name};
    certificate_.texts.push_back(fmt::format("{} {}—{}", place_.file, place_.from ? place_.from->str() : "",
                                             place_.to ? place_.to->str() : ""));
    check_editions();
    for (std::size_t i = 0; i < place_.benchmarks.size(); ++i) check_row(i);
    check_floor();
    check_lists();
    for (const Dimension& dimension : place_.dimensions) check_dimension(dimension);
    certificate_.is_clean = report_.faults.size() == faults;
    report_.points += certificate_.points;
    report_.places.push_back(std::move(certificate_));
}

}  // namespace

void check_places(const Catalogue& catalogue, CheckReport& report) {
    for (const Jurisdiction& place : catalogue.jurisdictions()) PlaceChecker(catalogue, place, report).run();
}

}  // namespace discretion
