#include "discretion/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace discretion {

namespace {

struct Axis {
    FactId fact = 0;
    std::vector<std::int64_t> points = {};
};

std::set<std::int64_t> points_of(const FactName& fact, FactId id, const Fine& fine) {
    std::set<std::int64_t> points{0};
    if (fact.type == FactType::truth) return {0, 1};
    if (fact.type == FactType::choice) {
        for (std::size_t i = 0; i < fact.choices.size(); ++i) points.insert(static_cast<std::int64_t>(i));
        return points;
    }
    points.insert(1);
    for (const Bracket& bracket : fine.brackets)
        each_comparison(bracket.when, [&](const Comparison& comparison) {
            if (comparison.fact != id) return;
            for (const std::int64_t near : {comparison.number - 1, comparison.number, comparison.number + 1})
                if (near >= 0) points.insert(near);
        });
    return points;
}

std::vector<Axis> axes_of(const Fine& fine, const FactTable& facts) {
    FactSet asked;
    for (const Bracket& bracket : fine.brackets)
        each_comparison(bracket.when, [&](const Comparison& comparison) { asked.set(comparison.fact); });
    std::vector<Axis> axes;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (!asked.test(i)) continue;
        const auto id = static_cast<FactId>(i);
        const auto points = points_of(facts[id], id, fine);
        axes.push_back({
            id, {points.begin(), points.end()}
        });
    }
    return axes;
}

base::Value shown(const FactName& fact, std::int64_t point) {
    if (fact.type == FactType::money) return base::Money::fen(point).str();
    if (fact.type == FactType::truth) return point != 0;
    if (fact.type == FactType::choice) return fact.choices[static_cast<std::size_t>(point)];
    return point;
}

class Checker {
  public:
    explicit Checker(const Catalogue& catalogue) : catalogue_(catalogue) {}
    CheckReport run() {
        for (const Violation& violation : catalogue_.violations()) check_violation(violation);
        return std::move(report_);
    }

  private:
    void check_violation(const Violation& violation);
    void check_days(const Violation& violation, std::size_t place);
    void check_law(const Violation& violation, const Version& version);
    void check_fine(const Violation& violation, const Version& version, const Fine& fine);
    void add(const Violation& violation, const Version& version, std::string kind, std::string detail,
             base::Object witness = {}) {
        report_.faults.push_back({violation.id, catalogue_.statutes()[version.statute].code, std::move(kind),
                                  std::move(detail), std::move(witness)});
    }

    const Catalogue& catalogue_;
    CheckReport report_;
};

void Checker::check_violation(const Violation& violation) {
    for (std::size_t i = 0; i < violation.versions.size(); ++i) {
        const Version& version = violation.versions[i];
        check_days(violation, i);
        check_law(violation, version);
        if (version.fine) check_fine(violation, version, *version.fine);
        if (version.serious && version.serious->fine) check_fine(violation, version, *version.serious->fine);
    }
}

void Checker::check_days(const Violation& violation, std::size_t place) {
    if (place == 0) return;
    const Version& before = violation.versions[place - 1];
    const Version& version = violation.versions[place];
    if (before.to && before.to->plus_days(1) == version.from) return;
    add(violation, version, "days_without_text",
        fmt::format("{}的文本止于{}，{}起才有下一文本", violation.id,
                    before.to ? before.to->str() : "（未写明）", version.from.str()));
}

void Checker::check_law(const Violation& violation, const Version& version) {
    const law::Statute& statute = catalogue_.statutes()[version.statute];
    const bool begins_before = version.from < statute.from;
    const bool ends_after = statute.to && (!version.to || *statute.to < *version.to);
    if (begins_before || ends_after)
        add(violation, version, "outside_the_law",
            fmt::format("施行期间超出{}（{}）的施行期间", statute.short_title, statute.code));
    const bool is_cited = std::ranges::any_of(
        version.penalty, [&](law::Reference reference) { return reference.statute == version.statute; });
    if (!is_cited) add(violation, version, "outside_the_law", fmt::format("处罚条款不属于{}", statute.code));
    if (!statute.is_held)
        add(violation, version, "text_not_held", fmt::format("{}的文本未经核对", statute.short_title));
}

void Checker::check_fine(const Violation& violation, const Version& version, const Fine& fine) {
    const std::vector<Axis> axes = axes_of(fine, catalogue_.facts());
    ++report_.fines;
    std::vector<std::size_t> at(axes.size(), 0);
    Facts facts(catalogue_.facts().size());
    for (bool more = true; more;) {
        for (std::size_t i = 0; i < axes.size(); ++i)
            facts.set(axes[i].fact, {FactValue::State::known, axes[i].points[at[i]]});
        ++report_.points;
        const auto fitting = std::ranges::count_if(
            fine.brackets, [&](const Bracket& bracket) { return holds(bracket.when, facts) == Truth::yes; });
        if (fitting != 1) {
            base::Object witness;
            for (std::size_t i = 0; i < axes.size(); ++i) {
                const FactName& fact = catalogue_.facts()[axes[i].fact];
                witness.set(fact.name, shown(fact, axes[i].points[at[i]]));
            }
            const bool is_gap = fitting == 0;
            add(violation, version, is_gap ? "gap" : "overlap",
                is_gap ? "没有一档幅度与这些事实相符" : fmt::format("{}档幅度同时与这些事实相符", fitting),
                std::move(witness));
            return;
        }
        std::size_t axis = 0;
        while (axis < axes.size() && ++at[axis] == axes[axis].points.size()) at[axis++] = 0;
        more = axis < axes.size();
    }
}

}  // namespace

CheckReport check(const Catalogue& catalogue) {
    return Checker(catalogue).run();
}

base::Value CheckReport::to_value() const {
    base::List rows;
    for (const CheckFault& fault : faults) {
        base::Object row{
            {"violation", fault.violation},
            {"law",       fault.law      },
            {"kind",      fault.kind     },
            {"detail",    fault.detail   }
        };
        if (!fault.witness.empty()) row.set("witness", fault.witness);
        rows.push_back(std::move(row));
    }
    return base::Object{
        {"faults", std::move(rows)},
        {"fines",  fines          },
        {"points", points         }
    };
}

}  // namespace discretion
